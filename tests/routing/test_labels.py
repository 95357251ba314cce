"""The words on the picture are those of the field, and true of the host they stand on."""

from dataclasses import replace

import pytest

from mxgui.model.event import SecureStep
from mxgui.model.inspection import Inspection, begin
from mxgui.model.records import Alias, Question, RecordType, Status
from mxgui.model.security import Dnssec, Security
from mxgui.routing.labels import (
    Mark,
    badge,
    domain_notes,
    message,
    most_telling,
    name_marks,
)
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Tone
from tests.builders import a_failed_answer, an_answer, an_inspection, began
from tests.planned import a_planned


def marks(inspection: Inspection, at: int = 0) -> list[tuple[str, Tone]]:
    host = route_of(inspection).hosts[at]
    return [(str(mark.words), mark.tone) for mark in name_marks(host, inspection)]


def notes(inspection: Inspection) -> list[str]:
    return [str(note.words) for note in domain_notes(inspection, route_of(inspection))]


@pytest.mark.parametrize(
    ("mx", "at", "words", "tone"),
    [
        ("10 ., 20 a.example", 0, "null MX", Tone.FAIL),
        ("10 192.0.2.9", 0, "an address", Tone.FAIL),
        ("10 localhost", 0, "localhost", Tone.FAIL),
        ("10 a..example", 0, "no valid name", Tone.FAIL),
        ("10 a.example, 20 a.example", 1, "duplicate", Tone.WARN),
    ],
)
def test_an_exchange_that_is_none_says_what_it_is(mx: str, at: int, words: str, tone: Tone):
    assert marks(an_inspection(mx=mx, hosts={"a.example": "192.0.2.1"}), at) == [(words, tone)]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("", ["no address"]),
        (Status.NXDOMAIN, ["no such name"]),
        (Status.SERVFAIL, ["addresses: SERVFAIL"]),
        (Status.TIMEOUT, ["addresses: no answer"]),
        (Status.NOT_ASKED, ["not looked up"]),
        ("192.0.2.1", []),
    ],
)
def test_a_host_says_what_its_lookups_brought(told: str | Status, words: list[str]):
    inspection = an_inspection(mx="10 a.example", hosts={"a.example": told})
    assert [found for found, _ in marks(inspection)] == words


def test_an_alias_is_told_with_its_target():
    step = Alias("mx1.example.org", "real.example.net", 60)
    answer = an_answer("mx1.example.org", "A", "192.0.2.1", aliases=(step,))
    inspection = an_inspection(answers=(answer,))
    mark = next(iter(name_marks(route_of(inspection).hosts[0], inspection)))
    assert (str(mark.words), mark.tone) == ("alias", Tone.WARN)
    assert "real.example.net" in str(mark.tip)


def test_a_host_whose_lookups_run_says_so():
    inspection = an_inspection(hosts={"mx1.example.org": Status.NOT_ASKED}, ended=None)
    assert marks(inspection) == [("looking up", Tone.RUNNING)]


def test_a_badge_of_equals_spans_their_places():
    assert (badge(4, 1), badge(1, 3)) == ("4", "1–3")


def test_the_domain_tells_its_records_and_how_long_they_are_kept():
    assert notes(an_inspection(mx="10 a.example, 20 b.example")) == [
        "2 MX records · 2 tiers",
        "TTL 5 min",
    ]
    assert notes(an_inspection(mx="10 a.example, 10 b.example"))[0] == "2 MX records"


@pytest.mark.parametrize(
    ("inspection", "first"),
    [
        (an_inspection("[192.0.2.1]", mx=""), "address literal"),
        (an_inspection(mx="", hosts={"example.org": "192.0.2.1"}), "no MX record"),
        (an_inspection(mx=Status.NXDOMAIN), "MX: no such name"),
        (an_inspection(mx=Status.REFUSED), "MX: REFUSED"),
        (begin(began()), "asking for MX records"),
        (replace(begin(began()), cut_short=True, ended=began().at), "not asked"),
    ],
)
def test_the_domain_tells_why_it_has_no_records(inspection: Inspection, first: str):
    assert notes(inspection)[0] == first


def test_the_domain_tells_that_it_is_an_alias():
    step = Alias("example.org", "example.net", 60)
    mx = an_answer("example.org", "MX", "10 mx1.example.org", aliases=(step,))
    assert "alias of example.net" in notes(an_inspection(answers=(mx,)))


def test_a_route_with_tiers_needs_no_message():
    assert message(an_inspection(), route_of(an_inspection())) is None


def test_an_inspection_that_was_stopped_early_does_not_blame_the_domain():
    stopped = replace(begin(began()), cut_short=True, ended=began().at)
    told = message(stopped, route_of(stopped))
    assert told is not None
    assert (str(told.title), told.tone) == ("Route not known", Tone.IDLE)


def test_a_domain_whose_aliases_lead_in_a_circle_has_nowhere_to_send_to():
    there, back = Alias("example.org", "b.example", 60), Alias("b.example", "example.org", 60)
    for steps, title, tone in (
        ((there, back), "Nowhere to send to", Tone.FAIL),
        ((there,), "Route not known", Tone.WARN),
    ):
        answer = a_failed_answer(status=Status.LOOP, aliases=steps)
        inspection = an_inspection(answers=(answer,))
        told = message(inspection, route_of(inspection))
        assert told is not None
        assert (str(told.title), told.tone) == (title, tone)


def test_addresses_that_fail_validation_say_so_once():
    inspection = an_inspection(mx="10 a.example", hosts={"a.example": Status.SERVFAIL})
    question = Question("a.example", RecordType.A)
    step, bogus = SecureStep(question), Security(question, Dnssec.BOGUS)
    inspection = replace(inspection, facts={**inspection.facts, step: bogus})
    assert marks(inspection) == [("DNSSEC fails", Tone.FAIL)]


def test_what_is_wrong_is_told_first_and_the_rest_keeps_its_order():
    tones = (Tone.OK, Tone.WARN, Tone.PLAIN, Tone.FAIL, Tone.WARN)
    made = [Mark(str(at), tone, "") for at, tone in enumerate(tones)]
    assert "".join(str(mark.words) for mark in most_telling(made)) == "31402"


def test_the_domain_says_that_its_records_are_planned():
    told = notes(a_planned("10 new.example.net, 20 mx1.example.org"))
    assert told == ["planned, not published", "2 MX records · 2 tiers"]
