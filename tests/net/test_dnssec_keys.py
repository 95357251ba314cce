"""Keys of zones, and the digests that vouch for them."""

from typing import TypeVar

import dns.dnssec
import dns.name
import dns.rdata
import pytest
from dns.rdtypes.ANY.DNSKEY import DNSKEY
from hypothesis import given
from hypothesis import strategies as st

from mxgui.net.dnssec_keys import (
    SHA_1,
    SHA_256,
    SHA_384,
    ds_of,
    is_signed_by,
    is_usable_key,
    tag_of,
    usable_ds,
    vouched_for,
)
from tests.servers.signing import Zone, key_of

ZONE = Zone("example")
NAME = dns.name.from_text("example.")
KEY, OTHER = key_of(ZONE), key_of(ZONE, 1)
R = TypeVar("R", bound=dns.rdata.Rdata)


def changed(rdata: R, **changes) -> R:
    """The record with something else in it."""
    made = rdata.replace(**changes)
    assert isinstance(made, type(rdata))
    return made


@pytest.mark.parametrize("digest", [SHA_1, SHA_256, SHA_384])
def test_a_digest_is_that_of_the_rfc(digest):
    allowed = dns.dnssec.allow_all_policy
    assert ds_of(NAME, KEY, digest) == dns.dnssec.make_ds(NAME, KEY, digest, policy=allowed)


@pytest.mark.parametrize("digest", [SHA_1, SHA_256, SHA_384])
def test_a_digest_vouches_for_its_own_key_alone(digest):
    assert vouched_for(NAME, [ds_of(NAME, KEY, digest)], (OTHER, KEY)) == (KEY,)
    assert vouched_for(dns.name.from_text("other."), [ds_of(NAME, KEY, digest)], (KEY,)) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"flags": 1},  # no zone key
        {"flags": 257 | 0x80},  # revoked (RFC 5011)
        {"protocol": 2},
        {"algorithm": 1},
        {"algorithm": 3},
        {"algorithm": 12},
    ],
)
def test_some_keys_sign_nothing(change):
    assert is_usable_key(KEY)
    assert not is_usable_key(changed(KEY, **change))


def test_sha_1_counts_where_there_is_nothing_better():
    old, new = ds_of(NAME, KEY, SHA_1), ds_of(NAME, KEY, SHA_256)
    assert usable_ds([old]) == (old,)
    assert usable_ds([old, new]) == (new,)
    assert usable_ds([old, changed(new, algorithm=200)]) == (old,)


def test_unknown_digests_and_algorithms_are_left_out():
    good = ds_of(NAME, KEY, SHA_256)
    assert usable_ds([changed(good, algorithm=200), changed(good, algorithm=12)]) == ()


@pytest.mark.parametrize(
    "written",
    ["257 3 13 AAAA", "257 3 8 AQ==", "257 3 8 AAAA", "257 3 15 AAAA", "257 3 16 AAAA"],
)
def test_a_key_that_is_none_has_signed_nothing(written):
    key = dns.rdata.from_text("IN", "DNSKEY", written)
    assert isinstance(key, DNSKEY)
    assert not is_signed_by(key, b"signature", b"signed")


def test_a_key_beyond_4096_bits_is_not_even_read():
    key = changed(KEY, algorithm=8, key=b"\x03\x01\x00\x01" + b"\xff" * 4_000)
    assert not is_signed_by(key, b"\x00" * 4_000, b"signed")


@given(algorithm=st.integers(1, 255), key=st.binary(max_size=300))
def test_a_tag_is_that_of_the_rfc(algorithm, key):
    assert tag_of(changed(KEY, algorithm=algorithm, key=key)) == dns.dnssec.key_id(
        changed(KEY, algorithm=algorithm, key=key)
    )
