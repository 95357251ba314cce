"""Name servers side by side: who agrees, who is heard, and what keeps us from seeing."""

from mxgui.model.authority import Skipped
from mxgui.model.plan import Plan
from mxgui.model.records import RecordType, Status
from mxgui.routing.authority import (
    is_blocked,
    is_intercepted,
    is_of_domain,
    nobody_has_mx,
    was_asked,
    zones_asked,
)
from tests.authorities import (
    LAME,
    MX,
    NS1,
    NS2,
    REFUSED,
    RESOLVING,
    SILENT,
    SIX,
    TWO,
    a_server,
    above,
    asked,
)
from tests.builders import a_question, a_server_answer, an_inspection

SECOND = "ns2.example.org"


def the_zone(*answers, **facts):
    (zone,) = zones_asked(asked(*answers, **facts))
    return zone


def test_a_zone_has_its_servers_and_what_was_asked_for_the_route():
    own = a_server_answer("ns1.example.org A", NS1, NS1)
    zone = the_zone(a_server(NS1, more=(own,)), a_server(NS2, SECOND), above())
    assert zone.names == TWO
    assert [str(question) for question in zone.questions] == ["example.org NS", "example.org MX"]
    assert zone.delegated == TWO
    assert zone.is_settled


def test_a_zone_is_settled_once_nothing_is_waited_for():
    later = a_server(NS2, SECOND)
    known = asked(a_server(NS1), waiting=later)
    (zone,) = zones_asked(known)
    assert not zone.is_settled
    assert zone.at(SECOND)[0].soa is None


def test_servers_that_say_the_same_stand_together_whatever_the_order():
    zone = the_zone(a_server(NS1), a_server(NS2, SECOND, mx="20 other.example"))
    sets = zone.sets(a_question())
    assert set(sets) == {(MX,), ("20 other.example",)}


def test_no_records_are_an_answer_and_an_error_is_none():
    zone = the_zone(a_server(NS1, mx=""), a_server(NS2, SECOND, **REFUSED))
    assert set(zone.sets(a_question())) == {("nodata",)}


def test_of_equally_many_the_latest_copy_is_the_usual_one():
    zone = the_zone(a_server(NS1, serial=9), a_server(NS2, SECOND, mx="20 b.example", serial=8))
    assert zone.usual(a_question()) == (MX,)
    assert zone.usual_serial == 9


def test_a_server_is_known_by_how_it_answers():
    places = (
        a_server(NS1),
        a_server(NS2, "ns2.lame", **LAME),
        a_server(SIX, "ns3.silent", **SILENT),
        a_server("20.0.2.2", "ns4.refuses", **REFUSED),
        a_server("20.0.3.3", "ns5.skipped", skipped=Skipped.NO_IPV6_HERE, **SILENT),
    )
    good, lame, silent, refuses, skipped = the_zone(*places).servers
    assert (good.has_authority, good.is_lame, good.error) == (True, False, None)
    assert (lame.has_authority, lame.is_lame) == (False, True)
    assert (silent.is_silent, silent.family) == (True, 6)
    assert (refuses.error, refuses.is_lame, refuses.is_heard) == ("REFUSED", False, True)
    assert (skipped.is_silent, skipped.skipped) == (False, Skipped.NO_IPV6_HERE)


def test_a_server_that_is_heard_over_tcp_alone_is_heard():
    (own,) = the_zone(
        a_server(
            NS1,
            tcp={
                "rcode": "NOERROR",
                "serial": 7,
            },
            **SILENT,
        )
    ).servers
    assert own.is_heard
    assert own.soa is not None
    assert not own.soa.is_heard


def test_the_zone_with_mx_is_the_domains_own():
    net = a_server(NS2, "ns1.example.net", "example.net")
    known = asked(a_server(NS1), net)
    assert [is_of_domain(known, zone) for zone in zones_asked(known)] == [True, False]


def test_if_nobody_is_heard_this_line_is_blocked():
    silent = a_server(NS1, **SILENT)
    assert is_blocked(asked(silent))
    assert not is_blocked(asked(silent, a_server(NS2, SECOND)))
    assert not is_blocked(asked(silent, above()))
    assert not is_blocked(an_inspection())


def test_if_nobody_speaks_with_authority_and_all_resolve_dns_is_intercepted():
    everybody = (a_server(NS1, **RESOLVING), a_server(NS2, SECOND, **RESOLVING))
    assert is_intercepted(asked(*everybody))
    assert not is_intercepted(asked(*everybody, above()))
    assert not is_intercepted(asked(a_server(NS1, **LAME)))


def test_it_was_asked_for_if_the_plan_wants_it_or_anything_was_asked():
    assert not was_asked(an_inspection())
    assert was_asked(an_inspection(plan=Plan(authoritative=True)))
    assert was_asked(asked(a_server(NS1)))


def test_nobody_has_mx_if_all_were_asked_and_none_tells_with_authority():
    broken = an_inspection(mx=Status.SERVFAIL)
    dead = (a_server(NS1, **REFUSED), a_server(NS2, SECOND, **SILENT), above())
    assert nobody_has_mx(asked(*dead, known=broken))
    assert not nobody_has_mx(asked(*dead, a_server(SIX, "ns3"), known=broken))
    assert not nobody_has_mx(asked(a_server(NS1, **SILENT), known=broken))
    assert not nobody_has_mx(broken)


def test_questions_about_a_server_itself_are_no_column():
    own = a_server_answer("ns1.example.org A", NS1, NS1)
    zone = the_zone(a_server(NS1, more=(own,)), a_server(NS2, SECOND))
    assert RecordType.A not in {question.type for question in zone.questions}
    assert zone.servers[0].answers[a_question("ns1.example.org", "A")].answer == (NS1,)
