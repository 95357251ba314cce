"""What a screen reader says of a part of the graph."""

from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.ui.spoken import spoken
from tests.ui.showing import a_result, key_of, two_tiers

RESULT = a_result(probes={"192.0.2.2": Outcome.REFUSED})


def say(name: str) -> str:
    return str(spoken(RESULT.diagram, key_of(RESULT, name)))


def test_an_address_is_told_with_its_host_and_what_it_said():
    assert say("192.0.2.2") == "Address 192.0.2.2 of b.example.org: refused"


def test_a_host_is_told_with_its_turn_and_its_marks():
    words = say("b.example.org")
    assert words.startswith("Host b.example.org, Then, only after failure")
    assert "refused" in words


def test_without_a_choice_the_domain_is_told():
    assert str(spoken(RESULT.diagram, None)).startswith("Domain example.org: 2 MX records")


def test_a_notice_is_told_whole():
    result = a_result(mx="0 .")
    assert result.diagram.notice is not None
    words = str(spoken(result.diagram, result.diagram.notice.key))
    assert words.startswith("Takes no mail: ")


def test_a_lane_is_told_with_its_turn_and_what_it_hides():
    assert str(spoken(RESULT.diagram, "tier 10")) == "Tier, Tried first, preference 10: 1 host"
    folded = report_of(two_tiers(), folded=frozenset({"tier 20"})).diagram
    words = str(spoken(folded, key_of(RESULT, "b.example.org")))
    assert words.startswith("Tier, Then, preference 20: ")
    assert words.endswith("Folded: 1 host, 1 address: 1 answers")


def test_a_lane_without_preference_is_told_without_it():
    result = a_result(mx="", hosts={"example.org": "192.0.2.1"})
    assert str(spoken(result.diagram, "tier 0")).startswith("Tier, The domain itself: ")
