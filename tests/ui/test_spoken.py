"""What a screen reader says of a part of the graph."""

from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.ui.spoken import more_of, spoken
from tests.ui.showing import a_result, a_running, key_of, two_tiers

RESULT = a_result(probes={"192.0.2.2": Outcome.REFUSED})


def say(name: str) -> str:
    return str(spoken(RESULT.diagram, key_of(RESULT, name)))


def test_an_address_is_told_with_its_host_and_what_it_said():
    assert say("192.0.2.2") == "Address 192.0.2.2 of b.example.org: Fails, refused"
    assert say("192.0.2.1") == "Address 192.0.2.1 of a.example.org: Answers, 220 · 60 ms"


def test_a_state_that_the_words_tell_already_is_not_told_twice():
    running = report_of(a_running())
    words = str(spoken(running.diagram, key_of(running, "192.0.2.1")))
    assert words == "Address 192.0.2.1 of a.example.org: waiting for the greeting"


def test_more_is_what_the_mouse_finds_in_a_tooltip():
    row, card = RESULT.diagram.rows[-1], RESULT.diagram.hosts[-1]
    assert more_of(row) == (row.tip,)
    assert more_of(card)[0] == card.why
    assert more_of(RESULT.diagram.domain) == ()


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
    folded = report_of(two_tiers(), folded=frozenset({"tier 20"})).picture
    words = str(spoken(folded, key_of(RESULT, "b.example.org")))
    assert words.startswith("Tier, Then, preference 20: ")
    assert words.endswith("Folded: 1 host, 1 address: 1 answers")


def test_a_lane_without_preference_is_told_without_it():
    result = a_result(mx="", hosts={"example.org": "192.0.2.1"})
    assert str(spoken(result.diagram, "tier 0")).startswith("Tier, The domain itself: ")
