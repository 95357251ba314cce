"""The facts of certificates: good ones, and whatever else a stranger may send."""

import warnings
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.der import spki_of
from mxgui.net.certificate import certificate_of
from mxgui.net.limits import CERTIFICATE_LETTERS, CERTIFICATE_NAMES
from tests.servers.certificates import LONG_AGO, der_of, leaf, self_signed
from tests.servers.minting import FOR_SERVERS, a_leaf, an_authority

GOOD = der_of(leaf("mx1.example.org", "*.example.net"))


def signed_with(key) -> bytes:
    """A certificate by a key of any kind."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mx\x1b\u202e")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7)
    builder = builder.not_valid_before(LONG_AGO).not_valid_after(datetime(2049, 1, 1, tzinfo=UTC))
    edwards = isinstance(key, ed25519.Ed25519PrivateKey | ed448.Ed448PrivateKey)
    return builder.sign(key, None if edwards else hashes.SHA256()).public_bytes(Encoding.DER)


def test_a_good_certificate_gives_all_its_facts():
    read = certificate_of(GOOD)
    assert read.der == GOOD
    assert read.sha256 == sha256(GOOD).hexdigest()
    assert read.spki_sha256 == sha256(spki_of(GOOD)).hexdigest()
    assert read.names == ("mx1.example.org", "*.example.net")
    assert "trustme" in read.issuer
    assert read.not_before is not None
    assert read.not_after is not None
    assert read.not_before.tzinfo is UTC
    assert (read.key, read.signature) == ("EC 256", "ecdsa-with-sha256")
    assert read.malformed == ""


def test_a_certificate_with_nothing_but_a_common_name_keeps_it():
    read = certificate_of(der_of(self_signed("mail.example.org")))
    assert read.names == ()
    assert read.common_names == ("mail.example.org",)
    assert read.subject == read.issuer == "CN=mail.example.org"


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (ec.generate_private_key(ec.SECP384R1()), "EC 384"),
        (rsa.generate_private_key(65537, 1024), "RSA 1024"),
        (ed25519.Ed25519PrivateKey.generate(), "Ed25519"),
        (ed448.Ed448PrivateKey.generate(), "Ed448"),
    ],
)
def test_the_key_is_told_by_kind_and_size_and_names_are_made_visible(key, kind):
    read = certificate_of(signed_with(key))
    assert (read.key, read.serial, read.malformed) == (kind, "7", "")
    assert read.common_names == (r"mx\x1b\u202e",)


def test_a_negative_serial_number_is_a_fact_and_no_failure():
    version = b"\xa0\x03\x02\x01\x02"  # [0] INTEGER 2, and behind it the serial number
    place = GOOD.index(version) + len(version)  # drawn by chance, and so is how long it is
    assert GOOD[place] == 0x02  # INTEGER
    negative = bytearray(GOOD)
    negative[place + 2] |= 0x80
    read = certificate_of(bytes(negative))
    assert read.serial.startswith("-") or read.malformed
    assert read.sha256
    assert read.names == ("mx1.example.org", "*.example.net") or read.malformed


def test_what_is_no_certificate_has_its_digest_and_what_is_wrong():
    read = certificate_of(b"\x30\x03garbage")
    assert read.malformed
    assert (read.der, read.sha256) == (b"\x30\x03garbage", sha256(b"\x30\x03garbage").hexdigest())
    assert (read.names, read.not_before, read.key) == ((), None, "")


def test_a_certificate_with_names_beyond_number_keeps_so_many():
    names = [x509.DNSName(f"{number}.example.org") for number in range(2 * CERTIFICATE_NAMES)]
    many = self_signed("x" * 64, (x509.SubjectAlternativeName(names),))
    assert len(certificate_of(der_of(many)).names) == CERTIFICATE_NAMES


def test_nothing_that_is_kept_is_longer_than_its_room():
    parts = [x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "x" * 60) for _ in range(100)]
    key = ec.generate_private_key(ec.SECP256R1())
    builder = x509.CertificateBuilder(x509.Name(parts), x509.Name(parts), key.public_key(), 1)
    builder = builder.not_valid_before(LONG_AGO).not_valid_after(LONG_AGO)
    long = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    assert len(certificate_of(long).subject) == CERTIFICATE_LETTERS


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6))
def test_no_damage_makes_reading_raise_or_warn(damages):
    damaged = bytearray(GOOD)
    for place, byte in damages:
        damaged[place] = byte
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read = certificate_of(bytes(damaged))
    assert read.sha256 == sha256(damaged).hexdigest()


@given(st.binary(max_size=500))
def test_no_garbage_makes_reading_raise(garbage):
    assert certificate_of(garbage).malformed


def test_what_it_may_be_used_for_is_read():
    root = an_authority("Root")
    read = certificate_of(a_leaf(root, extensions=(FOR_SERVERS,)).der)
    assert (read.usages, read.authority, read.digest) == (("server auth",), False, "sha256")
    assert certificate_of(root.der).authority
    assert certificate_of(root.der).is_self_issued
    assert not read.is_self_issued


def test_a_signature_that_has_no_hash_of_its_own_has_no_digest():
    root = an_authority("Root", key=ed25519.Ed25519PrivateKey.generate())
    read = certificate_of(root.der)
    assert (read.digest, read.malformed) == ("", "")
