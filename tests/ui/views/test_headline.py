"""The headline tells the verdict by mark and word, in one sentence, with what it rests on."""

from dataclasses import replace

import pytest

from mxgui.model.bounce import Bounce
from mxgui.model.records import Attempt, AttemptResult, Status, Transport
from mxgui.model.smtp import Outcome
from mxgui.ui.looks import look_of
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Shown
from mxgui.ui.theme import DARK
from mxgui.ui.views.headline import HeadlineView, bounce_words, clock_time, small_print
from mxgui.ui.wishes import ProbeAgain
from tests.builders import NOON, a_failed_answer, a_probe, an_inspection
from tests.ui.showing import a_result, a_running, a_shown, two_tiers, wishes_of


@pytest.fixture
def headline(theme, qtbot) -> HeadlineView:
    made = HeadlineView(theme)
    qtbot.addWidget(made)
    return made


def test_verdict_and_sentence_are_told(headline):
    headline.draw(a_shown(two_tiers(probes={"192.0.2.2": Outcome.REFUSED})))
    assert headline.verdict.text() == "Degraded"
    assert headline.sentence.text() == "Mail flows; 1 of 3 addresses does not take it."


def test_without_a_result_there_is_no_headline(headline):
    headline.draw(Shown())
    assert headline.isHidden()


def test_while_it_runs_no_verdict_is_claimed(headline):
    headline.draw(a_shown(a_running()))
    assert headline.verdict.text() == "Running"


def test_the_small_print_tells_coverage_time_and_resolver():
    parts = [str(part) for part in small_print(a_result(probes={"192.0.2.2": Outcome.REFUSED}))]
    assert parts[:2] == ["IPv4 1 of 2", "IPv6 1 of 1"]
    assert f"began {clock_time(NOON)}" in parts
    assert parts[-1] == "resolver 192.0.2.53:53 (system)"


def test_an_inspection_that_was_stopped_says_so():
    assert "stopped before its end" in [str(part) for part in small_print(a_result(cut_short=True))]


def test_the_host_and_the_reply_of_a_bounce_are_told_as_text(headline):
    said = "<ann@example.org>: host a.example.org[192.0.2.1] said: 550 <b>no</b>"
    headline.draw(a_shown(two_tiers(domain=said)))
    assert headline.bounce.text() == ("The bounce names a.example.org, which said: 550 <b>no</b>")
    assert "<b>" not in headline.bounce.toolTip()


def test_a_bounce_tells_what_it_knows_and_no_more():
    assert bounce_words(Bounce()) is None
    assert str(bounce_words(Bounce(address="192.0.2.1"))) == "The bounce names 192.0.2.1."
    assert str(bounce_words(Bounce(reply="550 no"))) == "The bounce says: 550 no"


def test_what_no_host_said_is_not_put_into_its_mouth():
    told = bounce_words(Bounce("a.example.org", reply="Connection refused"))
    assert str(told) == "The bounce names a.example.org: Connection refused"


def test_mark_verdict_and_sentence_stand_on_one_line_whatever_else_there_is(headline):
    headline.resize(900, headline.sizeHint().height())
    for known in (two_tiers(), an_inspection(mx=Status.TIMEOUT)):
        headline.draw(a_shown(known))
        headline.show()
        verdict, sentence = headline.verdict.geometry(), headline.sentence.geometry()
        assert verdict.top() == sentence.top()
        small = headline.small.geometry()
        assert small.left() + headline.small.contentsMargins().left() == verdict.left()


def test_every_verdict_keeps_its_colour_in_the_dark(headline, theme):
    headline.draw(a_shown())
    theme.choose(Scheme.DARK)
    assert DARK.ink(look_of(a_result()).tone) in headline.verdict.styleSheet()


def test_a_route_that_is_not_known_can_be_asked_for_again(headline):
    wishes = wishes_of(headline)
    headline.draw(a_shown(an_inspection(mx=Status.TIMEOUT)))
    assert not headline.retry.isHidden()
    headline.retry.click()
    assert wishes == [ProbeAgain()]
    headline.draw(a_shown())
    assert headline.retry.isHidden()


def test_without_a_network_the_sentence_says_so_and_blames_no_domain(headline):
    attempt = Attempt("192.0.2.53:53", Transport.UDP, AttemptResult.UNREACHABLE, 0.0, 0.1)
    answer = a_failed_answer(status=Status.TIMEOUT, attempts=(attempt,))
    headline.draw(a_shown(an_inspection(mx=Status.TIMEOUT, answers=(answer,))))
    assert "No resolver can be reached from here" in headline.sentence.text()


def test_it_is_told_from_where_it_was_looked():
    assert "direct from 198.51.100.7 as mail.example.net" in [
        str(part) for part in small_print(a_result())
    ]


def test_probes_of_before_are_told_with_their_age():
    earlier = replace(a_probe("b.example.org", "192.0.2.2"), reused_age=64.0)
    result = a_result(probes={"192.0.2.2": earlier})
    assert "1 probe is 1 min 4 s old: F5 probes again" in [str(p) for p in small_print(result)]
    just_now = replace(earlier, reused_age=0.02)
    result = a_result(probes={"192.0.2.2": just_now})
    assert "1 probe is 1 s old: F5 probes again" in [str(p) for p in small_print(result)]


def test_who_stopped_before_the_end_has_no_verdict(headline):
    headline.draw(a_shown(two_tiers(cut_short=True)))
    assert headline.verdict.text() == "Stopped"
