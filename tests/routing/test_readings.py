"""What probes come to on the picture: words, marks and tones."""

from dataclasses import replace
from typing import Any

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.plan import QUICK, Origin, Plan, ProbeMode
from mxgui.model.smtp import Outcome, Probe, Reason, Stage, StartTls, Target, Waiting
from mxgui.routing.diagram import diagram_of
from mxgui.routing.reach import State
from mxgui.routing.readings import tone_of
from mxgui.routing.route import route_of
from mxgui.routing.shapes import AddressRow, HostCard, Tone
from mxgui.routing.words import session_time
from tests.builders import a_probe, a_reply, an_inspection

DEMO = Origin("0.1.0", "demo", demo=True)
TWO = {"mx1.example.org": "192.0.2.1 192.0.2.2"}


def looked(probes: dict[str, Any], **facts: Any) -> Inspection:
    return an_inspection(hosts=TWO, probes=probes, **{"origin": DEMO, **facts})


def card(inspection: Inspection) -> HostCard:
    return diagram_of(inspection, route_of(inspection)).hosts[0]


def row(inspection: Inspection, at: int = 0) -> AddressRow:
    return diagram_of(inspection, route_of(inspection)).rows[at]


def chips(inspection: Inspection) -> list[str]:
    return [str(chip.words) for chip in card(inspection).chips]


def untls(starttls: StartTls, address: str = "192.0.2.1") -> Probe:
    return a_probe(address=address, starttls=starttls, tls=None)


def test_a_host_that_answers_everywhere_says_which_tls_it_speaks():
    inspection = looked({})
    assert chips(inspection) == ["TLS 1.3"]
    assert (card(inspection).tone, card(inspection).why) == (Tone.OK, "")


def test_a_chip_tells_its_part():
    inspection = looked({"192.0.2.1": untls(StartTls.NOT_OFFERED)})
    assert chips(inspection) == ["TLS 1 of 2"]
    assert card(inspection).tone is Tone.WARN


def test_a_host_without_tls_says_so_and_why_it_is_amber():
    probes = {
        address: untls(StartTls.NOT_OFFERED, address) for address in ("192.0.2.1", "192.0.2.2")
    }
    inspection = looked(probes)
    assert chips(inspection) == ["no TLS"]
    assert str(card(inspection).why) == "Mail to this host travels in the clear."


def test_what_was_not_tested_is_not_called_missing():
    probes = {
        address: untls(StartTls.NOT_TESTED, address) for address in ("192.0.2.1", "192.0.2.2")
    }
    assert chips(looked(probes)) == []


@pytest.mark.parametrize(
    ("first", "second", "words", "tone"),
    [
        (Outcome.GREETED, Outcome.REFUSED, "1 of 2 answer", Tone.WARN),
        (Outcome.GREETED, Reason.NO_IPV6_HERE, "1 of 2 heard", Tone.OK),
        (Outcome.REFUSED, Outcome.REFUSED, "refused", Tone.FAIL),
        (Outcome.REFUSED, Outcome.CLOSED, "no address takes mail", Tone.FAIL),
        (Outcome.REJECTED, Outcome.REJECTED, "answers 554", Tone.FAIL),
        (Outcome.DEFERRED, Outcome.DEFERRED, "not now: 421", Tone.WARN),
        (Outcome.DEFERRED, Outcome.REFUSED, "not now", Tone.WARN),
        (Outcome.TIMED_OUT, Outcome.TIMED_OUT, "not heard from here", Tone.IDLE),
    ],
)
def test_a_host_says_how_many_of_its_addresses_answer(first, second, words: str, tone: Tone):
    inspection = looked({"192.0.2.1": first, "192.0.2.2": second})
    assert chips(inspection)[0] == words
    assert card(inspection).tone is tone


def test_a_greeting_that_we_did_not_wait_for_is_no_failure():
    silent = {"192.0.2.1": Outcome.SILENT, "192.0.2.2": Outcome.SILENT}
    inspection = looked(silent, plan=Plan(patience=QUICK))
    assert chips(inspection) == ["no greeting yet"]
    assert card(inspection).tone is Tone.IDLE


def test_addresses_that_nobody_outside_can_reach_are_marked_but_in_the_demo():
    assert "documentation address" in chips(an_inspection())
    assert "documentation address" not in chips(an_inspection(origin=DEMO))
    inside = {"mx1.example.org": "10.0.0.1"}
    assert "private address" in chips(an_inspection(hosts=inside, origin=DEMO))


def test_a_row_has_code_and_time_of_the_session():
    probe = a_probe()
    assert session_time(probe) == pytest.approx(0.06)  # six steps; the farewell does not count
    assert str(row(looked({})).words) == "220 · 60 ms"


def test_a_refused_ehlo_is_told_by_its_code():
    refused = a_probe(command="", ehlo=a_reply(502, "no"), starttls=StartTls.NOT_TESTED, tls=None)
    shown = row(looked({"192.0.2.1": refused}))
    assert str(shown.words) == "EHLO refused: 502"
    assert shown.state is State.FAILED


def test_a_running_probe_says_what_it_waits_for():
    waiting = Waiting(Stage.GREETING, 1.0, 40.0)
    probe = Probe(Target("mx1.example.org", "192.0.2.1"), waiting=waiting)
    shown = row(looked({"192.0.2.1": probe}, ended=None))
    assert (str(shown.words), shown.tone) == ("waiting for the greeting", Tone.RUNNING)
    assert shown.waiting == waiting
    assert not shown.segments


@pytest.mark.parametrize(
    ("plan", "ended", "words"),
    [
        (Plan(), None, "waiting its turn"),
        (Plan(mode=ProbeMode.NONE), None, "not probed"),
    ],
)
def test_an_address_without_a_probe_says_whether_one_will_come(plan, ended, words: str):
    shown = row(looked({"192.0.2.1": None}, plan=plan, ended=ended))
    assert str(shown.words) == words


def test_starttls_that_is_offered_and_breaks_is_a_warning():
    assert tone_of(State.OK, untls(StartTls.FAILED)) is Tone.WARN
    assert tone_of(State.OK, untls(StartTls.NOT_OFFERED)) is Tone.OK


def test_a_tip_tells_what_kind_of_address_it_is_and_how_old_the_result():
    inspection = an_inspection(probes={"192.0.2.1": replace(a_probe(), reused_age=65.0)})
    assert str(row(inspection).tip) == (
        "192.0.2.1: 220 · 60 ms (documentation address), measured 1 min 5 s earlier"
    )


def test_a_host_is_running_until_its_last_address_is_known():
    inspection = looked({"192.0.2.2": None}, ended=None)
    assert card(inspection).tone is Tone.RUNNING
    assert card(looked({"192.0.2.1": None, "192.0.2.2": None}, ended=None)).tone is Tone.IDLE
