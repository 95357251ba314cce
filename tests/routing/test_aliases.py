"""The way from a host's name to its addresses."""

from mxgui.model.records import Status
from mxgui.model.security import Dnssec
from mxgui.routing.aliases import way_of, ways_of
from mxgui.routing.route import route_of
from tests.builders import a_failed_answer, an_inspection
from tests.dane_facts import MX1, alias_answer, secured

FAR = "far.example.net"


def the_way(inspection, family=4):
    [host] = route_of(inspection).hosts
    return way_of(inspection, host, family)


def test_a_name_without_alias_leads_to_itself():
    way = the_way(secured(an_inspection()))
    assert (way.original, way.expanded, way.alias) == (MX1, MX1, None)
    assert way.state is Dnssec.SECURE


def test_an_alias_leads_to_its_end_and_has_a_state_of_its_own():
    inspection = an_inspection(answers=[alias_answer(MX1, "A", "192.0.2.1", "in.example.net", FAR)])
    way = the_way(secured(inspection, {f"{FAR} A": Dnssec.INSECURE, f"{MX1} A": Dnssec.INSECURE}))
    assert (way.original, way.expanded) == (MX1, FAR)
    assert (way.state, way.alias) == (Dnssec.INSECURE, Dnssec.SECURE)


def test_an_insecure_step_makes_the_whole_way_insecure():
    inspection = an_inspection(answers=[alias_answer(MX1, "A", "192.0.2.1", "in.example.net", FAR)])
    way = the_way(secured(inspection, {"in.example.net CNAME": Dnssec.INSECURE}))
    assert (way.state, way.alias) == (Dnssec.INSECURE, Dnssec.SECURE)


def test_nothing_is_known_of_what_was_not_validated():
    assert the_way(an_inspection()).state is Dnssec.UNKNOWN


def test_a_domain_that_is_an_alias_and_its_own_mail_host_begins_at_its_own_name():
    inspection = an_inspection(
        mx="",
        hosts={"example.org": "192.0.2.9"},
        answers=[
            alias_answer("example.org", "MX", "", FAR),
            a_failed_answer(FAR, "AAAA", Status.NODATA),
            alias_answer(FAR, "A", "192.0.2.1"),
        ],
    )
    way = the_way(secured(inspection))
    assert (way.original, way.expanded, way.state) == ("example.org", FAR, Dnssec.SECURE)
    way = the_way(secured(inspection, {"example.org CNAME": Dnssec.INSECURE}))
    assert (way.state, way.alias) == (Dnssec.INSECURE, Dnssec.INSECURE)


def test_a_family_without_addresses_counts_only_if_both_have_none():
    [host] = route_of(known := an_inspection()).hosts
    assert [way.answer.question.type.value for way in ways_of(known, host)] == ["A"]
    [host] = route_of(known := an_inspection(hosts={MX1: ""})).hosts
    assert [way.answer.question.type.value for way in ways_of(known, host)] == ["AAAA", "A"]


def test_a_family_whose_addresses_are_still_to_come_counts_beside_one_that_has_some():
    asked = an_inspection(
        hosts={MX1: "2001:db8::1"}, answers=[a_failed_answer(MX1, "A", Status.NOT_ASKED)]
    )
    [host] = route_of(asked).hosts
    assert [way.answer.question.type.value for way in ways_of(asked, host)] == ["AAAA", "A"]


def test_a_family_without_addresses_tells_nothing_of_a_lookup_that_failed_over_the_other():
    failed = an_inspection(hosts={MX1: ""}, answers=[a_failed_answer(MX1, "A")])
    [host] = route_of(failed).hosts
    assert [way.answer.question.type.value for way in ways_of(failed, host)] == ["A"]
