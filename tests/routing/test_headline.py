"""The verdict in one sentence."""

import pytest

from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import Alias, Status
from mxgui.model.smtp import Outcome, Reason, Reply
from mxgui.routing.headline import headline_of, outlook_of
from mxgui.routing.route import route_of
from mxgui.routing.verdict import Verdict, verdict_of
from tests.builders import a_failed_answer, a_probe, an_inspection
from tests.planned import a_planned

TWO = "10 mx1.example.org, 20 mx2.example.org"
ONE, OTHER = "192.0.2.1", "192.0.2.2"


def told(**kwargs):
    inspection = an_inspection(**kwargs)
    route = route_of(inspection)
    return verdict_of(inspection, route), str(headline_of(inspection, route))


@pytest.mark.parametrize(
    ("case", "verdict", "headline"),
    [
        ({}, Verdict.FLOWS, "Mail flows: the one address takes it."),
        ({"mx": TWO}, Verdict.FLOWS, "Mail flows: both addresses take it."),
        (
            {"mx": TWO, "probes": {OTHER: Outcome.REFUSED}},
            Verdict.DEGRADED,
            "Mail flows; 1 of 2 addresses does not take it.",
        ),
        (
            {"mx": TWO, "probes": {ONE: Outcome.REFUSED}},
            Verdict.DEGRADED,
            "Mail flows only to backups: no host of preference 10 takes it.",
        ),
        (
            {"mx": TWO, "hosts": {"mx1.example.org": ONE}},
            Verdict.DEGRADED,
            "Mail flows; not every exchange can be used.",
        ),
        (
            {"mx": TWO, "hosts": {"mx2.example.org": ONE}},
            Verdict.DEGRADED,
            "Mail flows only to backups: no host of preference 10 takes it.",
        ),
        (
            {"probes": {ONE: Outcome.REFUSED}},
            Verdict.QUEUES,
            "Mail queues: the one address does not take it now.",
        ),
        (
            {"probes": {ONE: Outcome.TIMED_OUT}},
            Verdict.UNKNOWN,
            "No address was heard from: it may be this line that cannot reach them.",
        ),
        (
            {"probes": {ONE: Outcome.REJECTED}},
            Verdict.UNKNOWN,
            "No mail gets in from here; that may concern this line alone.",
        ),
        (
            {"probes": {ONE: Reason.NO_IPV4_HERE}},
            Verdict.UNKNOWN,
            "No address could be tried from here: whether mail flows is not known.",
        ),
        (
            {"probes": {ONE: a_probe(command="", ehlo=Reply(550, ("not you",)))}},
            Verdict.UNKNOWN,
            "No mail gets in from here; that may concern this line alone.",
        ),
        (
            {"mx": TWO, "hosts": {"mx1.example.org": Status.SERVFAIL, "mx2.example.org": ONE}},
            Verdict.DEGRADED,
            "Mail flows; the lookup of 1 exchange fails.",
        ),
        (
            {
                "mx": TWO,
                "hosts": {"mx1.example.org": "10.0.0.1", "mx2.example.org": ONE},
                "probes": {"10.0.0.1": Reason.PRIVATE_ADDRESS},
            },
            Verdict.DEGRADED,
            "Mail flows only to backups: no host of preference 10 takes it.",
        ),
        (
            {"mx": "0 ., 10 mx1.example.org"},
            Verdict.DEGRADED,
            "Senders disagree: some deliver, others bounce all mail, for a null MX stands beside "
            "real exchanges.",
        ),
        (
            {"mx": Status.NXDOMAIN},
            Verdict.BOUNCES,
            "Mail bounces: the domain does not exist.",
        ),
        (
            {"mx": "0 ., 10 mx1.example.org", "plan": Plan(mode=ProbeMode.NONE)},
            Verdict.UNKNOWN,
            "Senders disagree: some bounce all mail, for a null MX stands beside other records; "
            "not probed.",
        ),
        (
            {"hosts": {"mx1.example.org": "10.0.0.1"}, "plan": Plan(mode=ProbeMode.NONE)},
            Verdict.QUEUES,
            "Mail queues: the one address is out of public reach.",
        ),
        (
            {
                "hosts": {"mx1.example.org": "10.0.0.1 127.0.0.1"},
                "probes": {
                    "10.0.0.1": Reason.PRIVATE_ADDRESS,
                    "127.0.0.1": Reason.PRIVATE_ADDRESS,
                },
            },
            Verdict.QUEUES,
            "Mail queues: not one of the 2 addresses is in public reach.",
        ),
        (
            {"probes": {ONE: Reason.CANCELLED}, "cut_short": True},
            Verdict.UNKNOWN,
            "Stopped before any address had answered: whether mail flows is not known.",
        ),
        (
            {"mx": "", "hosts": {"example.org": ""}},
            Verdict.BOUNCES,
            "Mail bounces: the domain has neither MX records nor an address.",
        ),
        (
            {"hosts": {}},
            Verdict.BOUNCES,
            "Mail bounces: not one of the exchanges can be used.",
        ),
        (
            {"hosts": {"mx1.example.org": Status.SERVFAIL}},
            Verdict.UNKNOWN,
            "The addresses of the exchanges could not be looked up.",
        ),
        (
            {"mx": "0 ."},
            Verdict.TAKES_NO_MAIL,
            "The domain takes no mail, and says so (null MX).",
        ),
        (
            {"mx": "10 ."},
            Verdict.TAKES_NO_MAIL,
            "The domain takes no mail; not all senders understand its null MX, as its preference "
            "is 10.",
        ),
        (
            {"mx": "0 ., 20 ."},
            Verdict.TAKES_NO_MAIL,
            "The domain takes no mail; not all senders understand its null MX, as its preference "
            "is 20.",
        ),
        (
            {"mx": "10 192.0.2.44"},
            Verdict.UNKNOWN,
            "Senders disagree: an exchange is an IP address, to which some deliver, while others "
            "bounce all mail; not probed.",
        ),
        (
            {"mx": Status.SERVFAIL},
            Verdict.UNKNOWN,
            "The MX lookup fails (SERVFAIL): a sender would queue and try again.",
        ),
        (
            {"mx": TWO, "plan": Plan(mode=ProbeMode.NONE)},
            Verdict.UNKNOWN,
            "2 exchanges with 2 addresses; not probed.",
        ),
        (
            {"mx": TWO, "probes": {OTHER: Reason.DELIVERED_EARLIER}},
            Verdict.FLOWS,
            "Mail flows over 1 of 2 addresses; the rest was not tried.",
        ),
    ],
)
def test_each_case_has_its_verdict_and_its_sentence(case, verdict, headline):
    assert told(**case) == (verdict, headline)


def test_an_alias_that_leads_nowhere_is_told_from_a_domain_that_does_not_exist():
    dangling = a_failed_answer(
        status=Status.NXDOMAIN, aliases=(Alias("example.org", "gone.example.net", 300),)
    )
    assert told(answers=(dangling,))[1] == (
        "Mail bounces: the domain is an alias of a name that does not exist."
    )


def test_aliases_in_a_circle_are_known_to_lead_nowhere():
    there, back = Alias("a.example.org", "b.example", 60), Alias("b.example", "a.example.org", 60)
    answers = tuple(
        a_failed_answer("a.example.org", kind, Status.LOOP, aliases=(there, back))
        for kind in ("A", "AAAA")
    )
    assert told(mx="10 a.example.org", answers=answers) == (
        Verdict.BOUNCES,
        "Mail bounces, at once or after days: the aliases of the exchange lead in a circle.",
    )
    owner = (Alias("example.org", "b.example.org", 60), Alias("b.example.org", "example.org", 60))
    domain = a_failed_answer(status=Status.LOOP, aliases=owner)
    assert told(answers=(domain,)) == (
        Verdict.BOUNCES,
        "Mail bounces, at once or after days: the domain's aliases lead in a circle.",
    )
    many = a_failed_answer(status=Status.LOOP, aliases=owner[:1])
    assert told(answers=(many,))[0] is Verdict.UNKNOWN


@pytest.mark.parametrize("status", [s for s in Status if s not in (Status.NOERROR, Status.NODATA)])
def test_every_way_to_know_no_route_has_a_sentence(status):
    assert told(mx=status)[1].endswith(".")


def test_a_running_inspection_says_how_far_it_is():
    assert told(mx=TWO, probes={ONE: None, OTHER: None}, ended=None)[1] == (
        "Probing: 0 of 2 addresses so far."
    )
    assert told(mx=TWO, probes={OTHER: None}, ended=None)[1] == (
        "Mail flows so far: 1 of 2 addresses take it, 1 still to come."
    )


def test_a_planned_route_says_so_before_all_else():
    known = a_planned("10 new.example.net")
    route = route_of(known)
    assert str(headline_of(known, route)) == (
        "Planned, not published. Mail flows: the one address takes it."
    )
    assert str(outlook_of(known, route)) == "Mail flows: the one address takes it."
