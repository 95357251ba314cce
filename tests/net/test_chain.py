"""On what a chain rests, case by case, and who signed whom in it."""

from datetime import timedelta
from hashlib import sha256

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.certificate import Certificate, Tls
from mxgui.model.chain import Chain, PathProblem, RecordAnchor
from mxgui.model.records import Tlsa
from mxgui.net.certificate import certificate_of
from mxgui.net.chain import chain_of
from mxgui.net.limits import CERTIFICATE_BYTES, CHAIN_CERTIFICATES
from mxgui.net.roots import Roots
from tests.builders import NOON
from tests.servers.minting import (
    FOR_CLIENTS,
    FOR_SERVERS,
    Minted,
    a_leaf,
    an_authority,
    an_rsa_key,
    as_version_1,
    usage,
    with_sha1,
)

ROOT = an_authority("Known Root")
MIDDLE = an_authority("Middle", ROOT)
LOWER = an_authority("Lower", MIDDLE)
STRANGE_ROOT = an_authority("Strange Root")
STRANGE_MIDDLE = an_authority("Strange Middle", STRANGE_ROOT)
LEAF = a_leaf(MIDDLE)
RSA_ROOT = an_authority("RSA Root", key=an_rsa_key())
KNOWN = Roots((ROOT.der, RSA_ROOT.der), system=False)
P = PathProblem


def checked(*chain: Minted, anchors=(), at=NOON, roots=KNOWN) -> Chain:
    return chain_of(session(*(one.der for one in chain)), at, roots, anchors)


def session(*ders: bytes) -> Tls:
    return Tls("TLSv1.3", "", "", chain=tuple(map(certificate_of, ders)))


def spki(minted: Minted) -> bytes:
    return minted.key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def test_a_chain_that_leads_to_a_known_root_is_trusted():
    found = checked(LEAF, MIDDLE)
    assert found.trusted
    assert found.anchor == "CN=Known Root"
    assert found.problems == ()
    assert found.note == ""
    assert found.signed_by == ((1,), ())
    assert found.path == (0, 1)
    assert found.sha256 == sha256(LEAF.der).hexdigest()


@pytest.mark.parametrize(
    ("chain", "signed_by", "path"),
    [
        ((a_leaf(ROOT),), ((),), (0,)),
        ((LEAF, MIDDLE, ROOT), ((1,), (2,), ()), (0, 1, 2)),
        ((a_leaf(LOWER), MIDDLE, LOWER), ((2,), (), (1,)), (0, 2, 1)),
        ((LEAF, STRANGE_MIDDLE, MIDDLE, LOWER), ((2,), (), (), (2,)), (0, 2)),
        ((LEAF, LEAF, MIDDLE), ((2,), (2,), ()), (0, 2)),
        ((LEAF, MIDDLE, MIDDLE), ((1, 2), (), ()), (0, 1)),
    ],
    ids=["by the root", "root sent", "wrong order", "extra ones", "leaf twice", "middle twice"],
)
def test_order_and_superfluous_certificates_do_not_matter(chain, signed_by, path):
    found = checked(*chain)
    assert found.trusted
    assert (found.signed_by, found.path) == (signed_by, path)


EXPIRED_MIDDLE = an_authority("Old Middle", ROOT, ends=-1)
FUTURE_MIDDLE = an_authority("New Middle", ROOT, begins=1)
NO_AUTHORITY = an_authority("No Authority", ROOT, authority=False)
SHORT = an_authority("Short", ROOT, path_length=0)
ONLY_OTHERS = x509.NameConstraints([x509.DNSName("example.net")], None)
CONSTRAINED = an_authority("Constrained", ROOT, extensions=(ONLY_OTHERS,), critical=True)
FOR_MAIL = an_authority("For Clients", ROOT, extensions=(FOR_CLIENTS,))
NO_SIGNER = an_authority("No Signer", ROOT, extensions=(usage(crl_sign=True),))
NAMESAKE = an_authority("Middle", ROOT)
UNKNOWN_CRITICAL = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00")

PROBLEMS = {
    "expired": ((a_leaf(MIDDLE, ends=-1), MIDDLE), {P.EXPIRED}),
    "not yet valid": ((a_leaf(MIDDLE, begins=1), MIDDLE), {P.NOT_YET_VALID}),
    "expired intermediate": ((a_leaf(EXPIRED_MIDDLE), EXPIRED_MIDDLE), {P.EXPIRED}),
    "future intermediate": ((a_leaf(FUTURE_MIDDLE), FUTURE_MIDDLE), {P.NOT_YET_VALID}),
    "both": ((a_leaf(FUTURE_MIDDLE, ends=-1), FUTURE_MIDDLE), {P.EXPIRED, P.NOT_YET_VALID}),
    "self-signed": ((a_leaf(),), {P.SELF_SIGNED}),
    "self-signed and expired": ((a_leaf(ends=-1),), {P.SELF_SIGNED, P.EXPIRED}),
    "self-signed with another beside it": ((a_leaf(), MIDDLE), {P.SELF_SIGNED}),
    "an authority's own": ((STRANGE_ROOT,), {P.SELF_SIGNED}),
    "intermediate not sent": ((LEAF,), {P.MISSING_INTERMEDIATE}),
    "not sent and expired": ((a_leaf(MIDDLE, ends=-1),), {P.MISSING_INTERMEDIATE, P.EXPIRED}),
    "wrong intermediate": ((LEAF, STRANGE_MIDDLE), {P.MISSING_INTERMEDIATE}),
    "root without intermediate": ((LEAF, ROOT), {P.MISSING_INTERMEDIATE}),
    "second of two not sent": ((a_leaf(LOWER), LOWER, ROOT), {P.MISSING_INTERMEDIATE}),
    "unknown root sent": ((a_leaf(STRANGE_ROOT), STRANGE_ROOT), {P.UNKNOWN_ISSUER}),
    "unknown root at the end": (
        (a_leaf(STRANGE_MIDDLE), STRANGE_MIDDLE, STRANGE_ROOT),
        {P.UNKNOWN_ISSUER},
    ),
    "unknown root beside others": (
        (a_leaf(STRANGE_ROOT), STRANGE_ROOT, MIDDLE),
        {P.UNKNOWN_ISSUER},
    ),
    "unknown issuer of the last": ((a_leaf(STRANGE_MIDDLE), STRANGE_MIDDLE), {P.UNKNOWN_ISSUER}),
    "unknown and expired": (
        (a_leaf(STRANGE_ROOT, ends=-1), STRANGE_ROOT),
        {P.UNKNOWN_ISSUER, P.EXPIRED},
    ),
    "issuer is no authority": ((a_leaf(NO_AUTHORITY), NO_AUTHORITY), {P.UNFIT}),
    "path too long": (
        (a_leaf(low := an_authority("Low", SHORT)), low, SHORT),
        {P.UNFIT},
    ),
    "name outside of constraints": ((a_leaf(CONSTRAINED), CONSTRAINED), {P.UNFIT}),
    "issuer may not sign": ((a_leaf(NO_SIGNER), NO_SIGNER), {P.UNFIT}),
    "for clients only": ((a_leaf(MIDDLE, extensions=(FOR_CLIENTS,)), MIDDLE), {P.UNFIT}),
    "authority for clients only": ((a_leaf(FOR_MAIL), FOR_MAIL), {P.UNFIT}),
    "usage for nothing in TLS": (
        (a_leaf(MIDDLE, extensions=(usage(crl_sign=True),)), MIDDLE),
        {P.UNFIT},
    ),
    "signature of a namesake": ((LEAF, NAMESAKE), {P.UNFIT}),
    "unknown critical extension": (
        (a_leaf(MIDDLE, extensions=(UNKNOWN_CRITICAL,), critical=True), MIDDLE),
        {P.UNFIT},
    ),
}


@pytest.mark.parametrize("case", PROBLEMS)
def test_problems_are_told_apart_and_all_at_once(case):
    chain, problems = PROBLEMS[case]
    found = checked(*chain)
    assert not found.trusted
    assert set(found.problems) == problems
    assert found.anchor == ""
    assert found.note


def test_usage_for_servers_is_no_problem():
    usages = FOR_SERVERS, usage(digital_signature=True)
    assert checked(a_leaf(MIDDLE, extensions=usages), MIDDLE).trusted


def test_the_moment_of_the_probe_decides():
    assert checked(LEAF, MIDDLE, at=NOON + timedelta(days=59)).trusted
    assert checked(LEAF, MIDDLE, at=NOON + timedelta(days=61)).problems == (P.EXPIRED,)
    assert checked(LEAF, MIDDLE, at=NOON - timedelta(days=31)).problems == (P.NOT_YET_VALID,)
    assert checked(LEAF, MIDDLE).trusted  # and no moment is left behind in the store


def test_an_intermediate_added_by_hand_is_no_root_as_with_postfix():
    found = checked(LEAF, roots=Roots((MIDDLE.der,), system=False))
    assert (found.trusted, found.problems) == (False, (P.UNKNOWN_ISSUER,))


def test_certificates_of_version_1_are_taken_as_openssl_takes_them():
    leaf = as_version_1(a_leaf(RSA_ROOT), RSA_ROOT)
    assert checked(leaf).trusted
    alone = an_authority("Old Root", key=an_rsa_key(2048, 1))
    old_root = as_version_1(alone, alone)
    leaf = a_leaf(old_root)
    assert checked(leaf, roots=Roots((old_root.der,), system=False)).trusted
    assert checked(leaf, old_root).signed_by == ((1,), ())


@pytest.mark.parametrize(
    "key",
    [
        an_rsa_key(1024),
        ec.generate_private_key(ec.SECP224R1()),
        ed25519.Ed25519PrivateKey.generate(),
        ed448.Ed448PrivateKey.generate(),
    ],
)
def test_keys_of_every_kind_sign_and_are_signed(key):
    middle = an_authority("Middle of its kind", ROOT, key)
    found = checked(a_leaf(middle, key), middle)
    assert found.trusted
    assert found.signed_by == ((1,), ())


def test_a_weak_signature_is_still_one():
    root = an_authority("Root of SHA-1", key=an_rsa_key())
    leaf = with_sha1(a_leaf(root), root)
    assert checked(leaf, roots=Roots((root.der,), system=False)).trusted
    assert checked(leaf, root).signed_by == ((1,), ())


def test_an_anchor_in_a_record_is_tried_on_every_certificate():
    whole = Tlsa(2, 0, 0, STRANGE_ROOT.der)
    key = Tlsa(2, 1, 0, spki(STRANGE_MIDDLE))
    other = Tlsa(2, 1, 0, spki(ROOT))
    found = checked(a_leaf(STRANGE_MIDDLE), STRANGE_MIDDLE, anchors=(whole, key, other))
    assert found.anchors == (
        RecordAnchor(whole, (1,)),
        RecordAnchor(key, (0,)),
        RecordAnchor(other, ()),
    )


@pytest.mark.parametrize(
    "record",
    [
        Tlsa(2, 0, 0, NO_AUTHORITY.der),
        Tlsa(2, 0, 0, LEAF.der),
        Tlsa(2, 0, 0, b"no certificate"),
        Tlsa(2, 1, 0, b""),
        Tlsa(2, 1, 0, MIDDLE.der),
    ],
)
def test_what_is_no_anchor_signs_nothing(record):
    assert checked(LEAF, MIDDLE, anchors=(record,)).anchors == (RecordAnchor(record, ()),)


@pytest.mark.parametrize("numbers", [(3, 1, 0), (2, 0, 1), (2, 1, 2), (2, 2, 0), (0, 0, 0)])
def test_records_of_other_kinds_hold_no_anchor(numbers):
    record = Tlsa(numbers[0], numbers[1], numbers[2], ROOT.der)
    assert checked(LEAF, MIDDLE, anchors=(record,)).anchors == ()


def test_two_hundred_records_are_not_all_tried():
    records = [Tlsa(2, 1, 0, spki(ROOT) + bytes([n])) for n in range(200)]
    assert len(checked(LEAF, MIDDLE, anchors=records).anchors) < 20


def test_a_chain_without_certificates_is_malformed():
    assert chain_of(Tls("", "", ""), NOON, KNOWN) == Chain("", problems=(P.MALFORMED,))


@pytest.mark.parametrize("der", [b"", b"\x30\x03\x02\x01\x00", LEAF.der[:-5], b"x" * 10])
def test_what_is_no_certificate_is_malformed(der):
    found = chain_of(session(der, MIDDLE.der), NOON, KNOWN)
    assert found.problems == (P.MALFORMED,)
    assert found.signed_by == ((), ())


def test_garbage_behind_a_good_leaf_harms_nothing():
    found = chain_of(session(LEAF.der, b"garbage", MIDDLE.der), NOON, KNOWN)
    assert found.trusted
    assert found.signed_by == ((2,), (), ())


@given(st.data())
def test_whatever_the_bytes_are_nothing_is_raised(data):
    der = bytearray(LEAF.der)
    for _ in range(data.draw(st.integers(1, 4))):
        der[data.draw(st.integers(0, len(der) - 1))] = data.draw(st.integers(0, 255))
    other = data.draw(st.binary(max_size=300))
    anchors = [Tlsa(2, 0, 0, bytes(der)), Tlsa(2, 1, 0, other)]
    chain_of(session(bytes(der), other, MIDDLE.der), NOON, KNOWN, anchors)


def test_a_hundred_certificates_of_one_name_cost_a_bounded_number_of_checks():
    twins = [an_authority("Twin", issuer) for issuer in [None, *[an_authority("Twin")] * 99]]
    found = checked(*twins)
    assert len(found.signed_by) == CHAIN_CERTIFICATES
    assert not found.trusted


def test_a_certificate_of_ten_megabytes_is_not_even_read():
    monster = Certificate(LEAF.der + bytes(10_000_000), "ab" * 32)
    assert len(monster.der) > CERTIFICATE_BYTES
    found = chain_of(Tls("", "", "", chain=(monster,)), NOON, KNOWN)
    assert found.problems == (P.MALFORMED,)
