"""Every answer of the demo is signed by its zone, and every absence is proved, as validators want.

The chain is followed from the root's key, at the demo's own moment, with dnspython alone.
"""

from typing import Any

import dns.dnssec
import dns.message
import dns.name
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.rrset
import pytest

from mxgui.demo.lookup import named
from mxgui.demo.tree import State, Zone, state_of, zone_of
from tests.demo.world import LOOKUP, NOON, asked

TABLES = LOOKUP.tables
SECURE = [zone for zone in TABLES.zones.values() if state_of(zone, TABLES.zones) is State.SECURE]
QUESTIONS = [
    (zone, name, kind)
    for zone in SECURE
    for name, kinds in TABLES.all_names(zone).items()
    for kind in sorted(kinds | {"TLSA", "A"})
    if "NS" not in kinds or name == zone.name or kind == "DS"
]
DENIALS = {dns.rdatatype.NSEC, dns.rdatatype.NSEC3}


def keys_of(zone: Zone) -> dict[dns.name.Name, Any]:
    """The zone's keys as the resolver gives them."""
    [keys, _] = asked(zone.name, "DNSKEY", want_dnssec=True).answer
    return {keys.name: keys}


KEYS = {zone.name: keys_of(zone) for zone in SECURE}


def validated(section: list[dns.rrset.RRset]) -> list[dns.rrset.RRset]:
    """The record sets of a section; raises unless each bears a signature of its zone."""
    sets = [rrset for rrset in section if rrset.rdtype != dns.rdatatype.RRSIG]
    for rrset in sets:
        [signature] = [
            other for other in section if other.name == rrset.name and other.covers == rrset.rdtype
        ]
        signer = signature[0].signer.to_text(omit_final_dot=True)
        dns.dnssec.validate(rrset, signature, KEYS[signer], now=NOON.timestamp())
        assert rrset.ttl == signature.ttl == signature[0].original_ttl
    return sets


@pytest.mark.parametrize("zone", SECURE, ids=lambda zone: zone.name)
def test_the_chain_of_keys_leads_from_the_root_to_every_secure_zone(zone):
    [keys] = KEYS[zone.name].values()
    answer = asked(zone.name, "DNSKEY", want_dnssec=True).answer
    validated(answer)
    if zone.parent is None:
        vouched = [LOOKUP.signer.ds_of(zone)]
    else:
        [ds] = validated(asked(zone.name, "DS", want_dnssec=True).answer)
        vouched = list(ds)
    assert vouched == [dns.dnssec.make_ds(keys.name, keys[0], "SHA256")]


def test_every_record_of_every_secure_zone_is_signed_and_every_absence_proved():
    assert len(QUESTIONS) > 500
    for zone, name, kind in QUESTIONS:
        owner = TABLES.names.get(name)
        if owner is not None and owner.trouble is not None:
            continue
        response = asked(name, kind, want_dnssec=True)
        assert response.rcode() == dns.rcode.NOERROR, (name, kind)
        secure = [
            rrset
            for rrset in response.answer
            if zone_of(rrset.name.to_text(omit_final_dot=True).lower(), TABLES.zones) in SECURE
        ]
        validated(secure)
        if zone.denial.value == "nsec" and not response.answer:
            kinds = {rrset.rdtype for rrset in validated(response.authority)}
            assert dns.rdatatype.SOA in kinds, (name, kind)
            assert kinds & DENIALS, (name, kind)


@pytest.mark.parametrize("zone", SECURE, ids=lambda zone: zone.name)
def test_a_name_that_does_not_exist_is_denied_with_signatures(zone):
    name = "no-such-name" if zone.name == "." else f"no-such-name.{zone.name}"
    response = asked(name, "A", want_dnssec=True)
    if zone.name == ".":
        assert response.rcode() == dns.rcode.REFUSED  # the demo answers for its own names only
        return
    assert response.rcode() == dns.rcode.NXDOMAIN
    kinds = [rrset.rdtype for rrset in validated(response.authority)]
    assert DENIALS & set(kinds)


def test_an_expanded_wildcard_is_signed_as_such_and_its_name_denied():
    response = asked("any-name.mail.wildcard.example", "A", want_dnssec=True)
    [addresses] = validated(response.answer)
    assert addresses.name.to_text() == "any-name.mail.wildcard.example."
    assert response.answer[1][0].labels == 3
    assert validated(response.authority)[0].rdtype == dns.rdatatype.NSEC


def test_what_opt_out_covers_is_not_called_secure():
    zone = TABLES.zones["opt-out.example"]
    assert not LOOKUP.is_secure(LOOKUP.part(zone, "unsigned.opt-out.example", "DS"))
    assert not LOOKUP.is_secure(LOOKUP.part(zone, "nothing.opt-out.example", "A"))
    assert LOOKUP.is_secure(LOOKUP.part(zone, "opt-out.example", "MX"))


def test_an_unsigned_zone_gives_no_signatures():
    assert len(asked("unsigned.example", want_dnssec=True).answer) == 1
    assert len(asked("signatures-gone.example", want_dnssec=True, cd=True).answer) == 1
    assert asked("signatures-gone.example", "DNSKEY", want_dnssec=True, cd=True).answer == []


def test_before_the_change_means_the_same_keys():
    old = LOOKUP.before_the_change
    assert old.signer is LOOKUP.signer
    assert LOOKUP.before_the_change is old


def test_a_copy_under_another_name_has_the_same_records():
    rrset = dns.rrset.from_text("a.example.", 300, "IN", "A", "192.0.2.1")
    copy = named(rrset, "b.example")
    assert (copy.name.to_text(), copy.ttl, list(copy)) == ("b.example.", 300, list(rrset))
