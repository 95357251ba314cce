"""Who may issue, who is named, and how many signatures are checked."""

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from mxgui.net.issuing import (
    Signatures,
    is_named_issuer,
    key_in,
    key_of,
    may_issue,
    may_serve,
    parsed,
    vouches_for_servers,
)
from tests.servers.minting import (
    FOR_CLIENTS,
    FOR_SERVERS,
    a_leaf,
    an_authority,
    an_rsa_key,
    as_version_1,
    usage,
)

ROOT = an_authority("Known Root")
RSA_ROOT = an_authority("RSA Root", key=an_rsa_key())
LEAF = a_leaf(ROOT)
ANYTHING = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE])
SIGNER, NO_SIGNER = usage(key_cert_sign=True), usage(digital_signature=True)


def of(minted):
    found = parsed(minted.der)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("minted", "may"),
    [
        (ROOT, True),
        (LEAF, False),
        (a_leaf(ROOT, authority=None), False),
        (a_leaf(ROOT, authority=None, extensions=(SIGNER,)), True),
        (an_authority(extensions=(SIGNER,)), True),
        (an_authority(extensions=(NO_SIGNER,)), False),
        (as_version_1(RSA_ROOT, RSA_ROOT), True),
        (as_version_1(a_leaf(RSA_ROOT), RSA_ROOT), False),
    ],
)
def test_authorities_are_those_of_openssl(minted, may):
    assert may_issue(of(minted)) is may


@pytest.mark.parametrize(
    ("extensions", "may"),
    [
        ((), True),
        ((FOR_SERVERS,), True),
        ((FOR_CLIENTS,), False),
        ((ANYTHING,), False),
        ((usage(digital_signature=True),), True),
        ((usage(key_encipherment=True),), True),
        ((usage(key_agreement=True),), True),
        ((usage(content_commitment=True),), False),
    ],
)
def test_a_server_s_certificate_is_one_that_openssl_takes(extensions, may):
    assert may_serve(of(a_leaf(ROOT, extensions=extensions))) is may


def test_an_authority_for_clients_vouches_for_no_server():
    assert vouches_for_servers(of(ROOT))
    assert not vouches_for_servers(of(an_authority(extensions=(FOR_CLIENTS,))))


def test_a_signature_is_made_by_one_key_only():
    signatures = Signatures(10)
    key, other = key_of(of(ROOT)), key_of(of(RSA_ROOT))
    assert key is not None
    assert other is not None
    assert signatures.made_by(key, of(LEAF))
    assert not signatures.made_by(other, of(LEAF))
    assert signatures.left == 8


def test_once_the_checks_are_used_up_nothing_is_signed_by_anybody():
    signatures = Signatures(1)
    key = key_of(of(ROOT))
    assert key is not None
    assert [signatures.made_by(key, of(LEAF)) for _ in range(3)] == [True, False, False]


def test_names_are_compared_without_case_and_blanks():
    loud = an_authority("  KNOWN   root ")
    assert is_named_issuer(of(loud), of(LEAF))
    assert not is_named_issuer(of(RSA_ROOT), of(LEAF))
    assert not is_named_issuer(of(an_authority("Known Root Too")), of(LEAF))


def test_what_is_no_certificate_or_key_is_none():
    assert parsed(b"\x30\x00") is None
    assert key_in(b"\x30\x00") is None
    assert NameOID.COMMON_NAME in {part.oid for part in of(ROOT).subject}
