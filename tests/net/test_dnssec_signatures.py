"""One set and its signatures: which is good, what is wrong, and how much is tried."""

from dataclasses import replace

import dns.name
import dns.rdatatype
import pytest
from dns.rdtypes.ANY.RRSIG import RRSIG

from mxgui.model.security import Why
from mxgui.net.dnssec_sets import RRset
from mxgui.net.dnssec_signatures import (
    MAX_FAILURES,
    Budget,
    is_expanded,
    label_count,
    verify,
)
from tests.net.signed_sets import rrsets, sets_of
from tests.servers.signing import EXPIRED, FUTURE, NOW, Zone, key_of, signature_of

ZONE = Zone("example")
NAME = dns.name.from_text("example.")
MX = int(dns.rdatatype.MX)
KEYS = (key_of(ZONE),)
MOMENT = int(NOW.timestamp())


def signed(*lines: str, zone=ZONE) -> RRset:
    """A set with a signature of the zone over what the lines say."""
    whole, *more = rrsets(*lines)
    for one in more:
        whole.update(one)
    found = sets_of([whole, signature_of(zone, NAME, whole)]).answer(NAME, MX)
    assert found is not None
    return found


def verdict(rrset, keys=KEYS, budget=None):
    return verify(rrset, NAME, keys, MOMENT, budget or Budget()).why


def changed(rrset: RRset, **changes) -> RRset:
    """The set with something else in its signatures."""
    made = [one.replace(**changes) for one in rrset.signatures]
    return replace(rrset, signatures=tuple(one for one in made if isinstance(one, RRSIG)))


def test_a_good_signature_is_good_whatever_the_order_of_records():
    assert verdict(signed("example. MX 20 b.", "example. MX 10 a.")) is Why.SIGNED


def test_names_are_signed_in_lower_case():
    good = signed("example. MX 10 mx.example.")
    loud = sets_of(rrsets("EXAMPLE. MX 10 MX.Example.")).answer(NAME, MX)
    assert loud is not None
    assert verdict(replace(good, owner=loud.owner, records=loud.records)) is Why.SIGNED


def test_another_record_does_not_fit():
    good, other = signed("example. MX 10 a."), signed("example. MX 10 b.")
    assert verdict(replace(good, records=other.records)) is Why.MISMATCH


def test_time_is_told_apart():
    late, early = Zone("example", times=EXPIRED), Zone("example", times=FUTURE)
    assert verdict(signed("example. MX 10 a.", zone=late)) is Why.EXPIRED
    assert verdict(signed("example. MX 10 a.", zone=early)) is Why.NOT_YET_VALID


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"signer": dns.name.from_text("other.")}, Why.WRONG_SIGNER),
        ({"signer": dns.name.root}, Why.WRONG_SIGNER),
        ({"labels": 2}, Why.WRONG_SIGNER),
        ({"key_tag": 1}, Why.NO_KEY),
        ({"algorithm": 200}, Why.UNSUPPORTED),
        ({"original_ttl": 77}, Why.MISMATCH),
        ({"signature": b""}, Why.MISMATCH),
        ({"signature": b"x" * 64}, Why.MISMATCH),
    ],
)
def test_what_is_wrong_is_said(changes, why):
    assert verdict(changed(signed("example. MX 10 a."), **changes)) is why


def test_records_outside_of_the_zone_are_not_its_to_sign():
    strange = replace(signed("example. MX 10 a."), owner=dns.name.from_text("other."))
    assert verdict(strange) is Why.WRONG_SIGNER


def test_without_a_signature_there_is_none():
    assert verdict(replace(signed("example. MX 10 a."), signatures=())) is Why.NO_SIGNATURE


def test_one_good_signature_among_bad_ones_is_enough():
    good = signed("example. MX 10 a.")
    bad = changed(good, signature=b"x" * 64).signatures
    assert verdict(replace(good, signatures=(*bad, *good.signatures))) is Why.SIGNED


def test_a_wildcard_is_seen_by_its_labels():
    (wild,) = rrsets("*.example. MX 10 a.")
    signature = signature_of(ZONE, NAME, wild)
    for owner, expanded in (("x.y.example.", True), ("*.example.", False)):
        name = dns.name.from_text(owner)
        copies = wild.copy(), signature.copy()
        for copy in copies:
            copy.name = name
        found = sets_of(copies).answer(name, MX)
        assert found is not None
        assert verdict(found) is Why.SIGNED
        assert is_expanded(found, found.signatures[0]) is expanded
    assert label_count(dns.name.from_text("*.example.")) == 1


def test_a_trap_of_many_signatures_and_many_keys_of_one_tag_is_left_after_eight_tries():
    """CVE-2023-50387: each of 16 signatures would be tried with each of 100 keys."""
    good = signed("example. MX 10 a.")
    keys = KEYS * 100
    bad = [one for n in range(16) for one in changed(good, signature=bytes([n]) * 64).signatures]
    budget = Budget()
    assert verdict(replace(good, signatures=tuple(bad)), keys, budget) is Why.MISMATCH
    assert Budget().signatures - budget.signatures == MAX_FAILURES


def test_the_budget_of_an_inspection_comes_to_an_end():
    good, budget = signed("example. MX 10 a."), Budget(signatures=1)
    assert verdict(good, budget=budget) is Why.SIGNED
    assert verdict(good, budget=budget) is Why.TOO_MUCH
