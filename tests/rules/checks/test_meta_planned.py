"""A planned route says that it is one, and nothing in it is judged by the published answer."""

from dataclasses import replace

import pytest

from mxgui.model.event import Learned, SecureStep
from mxgui.model.inspection import learn
from mxgui.model.plan import Plan
from mxgui.model.records import Alias, Status
from mxgui.model.security import Dnssec, Security
from mxgui.routing.planned import as_published
from mxgui.rules.finding import Severity
from tests.authorities import NS1, NS2, a_server, asked
from tests.builders import a_question, an_answer, an_inspection
from tests.planned import a_planned, mx_records
from tests.rules.judging import ids, the

ALIAS = (Alias("example.org", "example.net", 300),)


def words(known):
    return str(the(known, "META-PLANNED").text)


def test_planned_records_are_named():
    known = a_planned("10 a.example, 20 b.example")
    assert the(known, "META-PLANNED").severity is Severity.INFO
    assert words(known) == "Planned, and not in DNS: 10 a.example and 20 b.example"


def test_published_records_are_none_of_it():
    assert "META-PLANNED" not in ids(an_inspection())
    assert "META-PLANNED" not in ids(as_published(a_planned("10 a.example")))


def test_of_many_records_the_first_are_named():
    known = a_planned(", ".join(f"{n} mx{n}.example" for n in range(9)))
    assert words(known).endswith("0 mx0.example, 1 mx1.example, 2 mx2.example and 6 more")


@pytest.mark.parametrize(
    ("mx", "published", "told"),
    [
        ("10 mx1.example.org", "10 mx1.example.org", "the same as what is published"),
        ("10 a.example", Status.NXDOMAIN, "example.org does not exist yet"),
        (
            "10 a.example",
            replace(an_answer(), aliases=ALIAS),
            "example.org is an alias today, which has to go before it can have MX records",
        ),
        (
            "10 a.example, 10 a.example",
            "10 mx1.example.org",
            "given more than once, which DNS keeps once: 10 a.example",
        ),
    ],
)
def test_what_stands_in_the_way_of_publishing_is_told(mx, published, told):
    assert told in words(a_planned(mx, published))


@pytest.mark.parametrize("state", [Dnssec.BOGUS, Dnssec.INSECURE, Dnssec.INDETERMINATE])
def test_the_published_answer_is_not_held_against_the_plan(state):
    known = a_planned("10 a.example", an_answer(records="10 mx1.example.org", ttl_original=5))
    security = Security(a_question(), state, ttl_original=5)
    known = learn(known, Learned(SecureStep(a_question()), security))
    found = {one for one in ids(known) if one.startswith(("SEC-", "MX-TTL"))}
    assert not found
    assert {"MX-TTL-LOW"} <= set(ids(as_published(known)))


@pytest.mark.parametrize("status", [Status.SERVFAIL, Status.TIMEOUT, Status.REFUSED])
def test_that_the_published_records_cannot_be_had_is_not_held_against_it(status):
    known = a_planned("10 a.example", status)
    assert not [one for one in ids(known) if one in ("MX-SERVFAIL", "MX-TIMEOUT", "MX-REFUSED")]


def test_name_servers_that_give_different_published_records_are_no_matter_of_the_plan():
    known = asked(a_server(NS1), a_server(NS2, mx="10 other.example.org"))
    assert "NS-MX-INCONSISTENT" in ids(known)
    planned = replace(known, plan=Plan(authoritative=True, mx=mx_records("10 mx1.example.org")))
    assert "NS-MX-INCONSISTENT" not in ids(planned)


def test_what_was_not_probed_of_the_published_hosts_is_not_missing_in_the_plan():
    published = an_inspection(mx="10 mx1.example.org", hosts={"mx1.example.org": "10.0.0.1"})
    known = replace(published, plan=Plan(mx=mx_records("0 .")))
    assert "META-PARTIAL" not in ids(known)
