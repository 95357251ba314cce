"""Where TLSA records are looked for, and which of them count."""

from dataclasses import replace

import pytest

from mxgui.model.plan import Plan
from mxgui.model.records import Status, Tlsa
from mxgui.model.security import Dnssec
from mxgui.routing.dane_steps import Look
from mxgui.routing.route import route_of
from mxgui.routing.tlsa import (
    HostDane,
    discovered,
    is_named,
    tlsa_base,
    tlsa_bases,
    tlsa_owner,
)
from tests.builders import an_inspection
from tests.dane_facts import MX1, a_dane_inspection, alias_answer, secured, tlsa_answer

GOOD = Tlsa(3, 1, 1, bytes(32))
BAD = Tlsa(1, 1, 1, bytes(32))
FAR, BETWEEN = "far.example.net", "between.example.net"
ALIAS = alias_answer(MX1, "A", "192.0.2.1", BETWEEN, FAR)
INSECURE, BOGUS, UNKNOWN = Dnssec.INSECURE, Dnssec.BOGUS, Dnssec.UNKNOWN


def the_host(inspection):
    [host] = route_of(inspection).hosts
    return host


def outcome(inspection):
    """What DNS says of DANE at the only host, and the base domain that decides."""
    host = the_host(inspection)
    return discovered(inspection, host).dane.value, tlsa_base(inspection, host)


def aliased(records=(), far=(), states=None):
    answers = (ALIAS, tlsa_answer(FAR, far))
    return a_dane_inspection(records, states=states, answers=answers)


def test_the_owner_has_the_port_that_is_knocked_at():
    assert tlsa_owner(MX1, 25) == "_25._tcp.mx1.example.org"
    assert tlsa_owner(MX1, 2525) == "_2525._tcp.mx1.example.org"


@pytest.mark.parametrize(("letters", "possible"), [(244, True), (245, False), (253, False)])
def test_a_name_that_is_too_long_has_no_owner(letters, possible):
    name = ".".join(["a" * 63] * 3 + ["b" * (letters - 192)])
    assert len(name) == letters
    assert (tlsa_owner(name, 25) is not None) is possible


def test_escapes_count_as_the_one_octet_that_they_are():
    name = ".".join([r"\255" * 61] * 3 + ["b" * 57])
    assert tlsa_owner(name, 25) is not None


@pytest.mark.parametrize("mx", ["10 192.0.2.1", "10 localhost", f"10 {'a' * 64}.org"])
def test_what_is_no_host_name_has_no_tlsa_records(mx):
    inspection = secured(an_inspection(mx=mx))
    host = the_host(inspection)
    assert not is_named(inspection, host)
    assert tlsa_bases(inspection, host) == ()
    assert outcome(inspection) == ("not_applicable", None)


def test_an_address_literal_has_none_either():
    assert outcome(an_inspection("[192.0.2.1]")) == ("not_applicable", None)


@pytest.mark.parametrize(
    ("records", "states", "expected"),
    [
        ((GOOD,), {}, ("usable", MX1)),
        ((GOOD, BAD), {}, ("usable", MX1)),
        ((BAD,), {}, ("unusable", MX1)),
        ((), {}, ("none", None)),
        ((GOOD,), {"example.org MX": INSECURE}, ("usable", MX1)),
        ((GOOD,), {f"{MX1} A": INSECURE}, ("not_applicable", None)),
        ((), {f"{MX1} A": INSECURE}, ("none", None)),
        ((GOOD,), {f"_25._tcp.{MX1} TLSA": INSECURE}, ("not_applicable", None)),
        ((), {f"_25._tcp.{MX1} TLSA": INSECURE}, ("none", None)),
        ((GOOD,), {f"{MX1} A": BOGUS}, ("lookup_failed", None)),
        ((GOOD,), {f"{MX1} A": Dnssec.INDETERMINATE}, ("lookup_failed", None)),
        ((GOOD,), {f"_25._tcp.{MX1} TLSA": BOGUS}, ("lookup_failed", None)),
        ((), {f"_25._tcp.{MX1} TLSA": BOGUS}, ("lookup_failed", None)),
        ((), {f"_25._tcp.{MX1} TLSA": Dnssec.INDETERMINATE}, ("lookup_failed", None)),
        (Status.SERVFAIL, {f"_25._tcp.{MX1} TLSA": UNKNOWN}, ("lookup_failed", None)),
        (Status.TIMEOUT, {f"_25._tcp.{MX1} TLSA": UNKNOWN}, ("lookup_failed", None)),
        (Status.SERVFAIL, {f"{MX1} A": INSECURE}, ("none", None)),  # nobody asks
        ((GOOD,), {f"{MX1} A": UNKNOWN}, ("unknown", None)),
        ((GOOD,), {f"_25._tcp.{MX1} TLSA": UNKNOWN}, ("unknown", None)),
        ((), {f"_25._tcp.{MX1} TLSA": UNKNOWN}, ("unknown", None)),
        (Status.NOT_ASKED, {}, ("unknown", None)),
    ],
)
def test_the_addresses_and_then_the_records_decide(records, states, expected):
    assert outcome(a_dane_inspection(records, states=states)) == expected


@pytest.mark.parametrize(
    ("records", "far", "states", "expected"),
    [
        ((GOOD,), (GOOD,), {}, ("usable", FAR)),
        ((GOOD,), (BAD,), {}, ("unusable", FAR)),  # secure, if of no use: it decides
        ((GOOD,), (), {}, ("usable", MX1)),
        ((), (), {}, ("none", None)),
        ((GOOD,), Status.SERVFAIL, {}, ("lookup_failed", None)),
        ((GOOD,), (GOOD,), {f"_25._tcp.{FAR} TLSA": INSECURE}, ("usable", MX1)),
        ((GOOD,), (GOOD,), {f"{FAR} A": INSECURE, f"{MX1} A": INSECURE}, ("usable", MX1)),
        ((), (GOOD,), {f"{MX1} A": INSECURE}, ("none", None)),
        ((GOOD,), (GOOD,), {f"{BETWEEN} CNAME": INSECURE}, ("usable", MX1)),
        ((GOOD,), (GOOD,), {f"{MX1} CNAME": INSECURE}, ("not_applicable", None)),
        ((GOOD,), (GOOD,), {f"{MX1} CNAME": BOGUS}, ("lookup_failed", None)),
    ],
)
def test_of_an_alias_its_end_comes_first_and_nothing_in_between_counts(
    records, far, states, expected
):
    assert outcome(aliased(records, far, states)) == expected


def test_candidates_are_told_in_their_order():
    secure = aliased((GOOD,))
    assert tlsa_bases(secure, the_host(secure)) == (FAR, MX1)
    alone = aliased((GOOD,), states={f"{MX1} A": INSECURE})
    assert tlsa_bases(alone, the_host(alone)) == (MX1,)
    plain = a_dane_inspection((GOOD,))
    assert tlsa_bases(plain, the_host(plain)) == (MX1,)
    unknown = an_inspection(answers=[ALIAS])
    assert tlsa_bases(unknown, the_host(unknown)) == (FAR, MX1)


def test_a_name_too_long_for_tlsa_has_none_and_says_so():
    long = ".".join(["a" * 63] * 3 + ["b" * 61])
    inspection = secured(an_inspection(mx=f"10 {long}"))
    found = discovered(inspection, the_host(inspection))
    assert found.dane is HostDane.NONE
    assert found.steps[-1].look is Look.TOO_LONG


def test_the_plan_tells_the_port():
    records = tlsa_answer(MX1, (GOOD,))
    known = an_inspection(plan=Plan(port=2525), answers=[records])
    assert outcome(secured(known)) == ("unknown", None)  # nobody asked for that port


def test_one_family_that_leads_there_is_enough():
    hosts = {MX1: "192.0.2.1 2001:db8::1"}
    known = an_inspection(hosts=hosts, answers=[tlsa_answer(MX1, (GOOD,))])
    assert outcome(secured(known, {f"{MX1} AAAA": BOGUS})) == ("usable", MX1)
    assert outcome(secured(known, {f"{MX1} AAAA": INSECURE})) == ("usable", MX1)
    both = {f"{MX1} AAAA": BOGUS, f"{MX1} A": BOGUS}
    assert outcome(secured(known, both)) == ("lookup_failed", None)


def test_failed_address_lookups_are_failures():
    failed = a_dane_inspection((GOOD,), states={})
    known = an_inspection(hosts={MX1: Status.SERVFAIL}, answers=failed.answers[3:])
    assert outcome(secured(known, otherwise=UNKNOWN)) == ("lookup_failed", None)


def test_whether_records_do_not_count_or_are_not_there_is_open_until_they_are_asked_for():
    known = secured(an_inspection(), {f"{MX1} A": Dnssec.INSECURE})
    [host] = route_of(known).hosts
    assert discovered(replace(known, ended=None), host).dane is HostDane.UNKNOWN
    assert discovered(known, host).dane is HostDane.NONE
