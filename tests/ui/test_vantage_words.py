"""From where it was looked, and whether there was a network at all."""

from dataclasses import replace

import pytest

from mxgui.model.event import LineStep
from mxgui.model.line import PROXY, Line
from mxgui.model.records import Attempt, AttemptResult, Status, Transport
from mxgui.report.report import report_of
from mxgui.ui.vantage_words import may_be_retried, offline_words, vantage_words
from tests.builders import a_failed_answer, a_line, an_inspection
from tests.ui.showing import a_result, a_running


def unasked(result: AttemptResult, **line):
    attempt = Attempt("192.0.2.53:53", Transport.UDP, result, 0.0, 0.1)
    answer = a_failed_answer(status=Status.TIMEOUT, attempts=(attempt,))
    known = an_inspection(mx=Status.TIMEOUT, answers=(answer,))
    facts = {**known.facts, LineStep(): a_line(**line)}
    return report_of(replace(known, facts=facts))


def test_the_vantage_tells_its_own_addresses():
    named = a_line()
    assert str(vantage_words(named)) == "direct from 198.51.100.7 as mail.example.net"
    assert str(vantage_words(a_line(helo=""))) == "direct from 198.51.100.7"
    assert vantage_words(a_line(sources=())) is None
    assert vantage_words(None) is None


def test_a_proxy_is_named_with_what_we_say_there():
    line = Line(PROXY, helo="[198.51.100.7]", proxy="socks5://127.0.0.1:1080")
    assert str(vantage_words(line)) == "through socks5://127.0.0.1:1080 as [198.51.100.7]"


def test_without_any_network_one_sentence_says_so():
    told = offline_words(unasked(AttemptResult.UNREACHABLE, ipv4=False, ipv6=False))
    assert str(told) == "This computer has no network connection: connect it, then retry."


def test_it_is_said_at_once_while_the_resolver_is_still_being_asked():
    waiting = an_inspection(mx=Status.NOT_ASKED, ended=None)
    line = a_line(ipv4=False, ipv6=False, sources=())
    result = report_of(replace(waiting, facts={**waiting.facts, LineStep(): line}))
    assert "no network connection" in str(offline_words(result))
    assert may_be_retried(result)


def test_a_resolver_that_no_way_leads_to_is_told_apart():
    assert "No resolver can be reached" in str(offline_words(unasked(AttemptResult.UNREACHABLE)))


@pytest.mark.parametrize("result", [AttemptResult.TIMEOUT, AttemptResult.BAD_ANSWER])
def test_a_resolver_that_is_silent_may_be_down_by_itself(result):
    assert offline_words(unasked(result)) is None


def test_who_was_answered_has_a_network():
    assert offline_words(a_result()) is None


def test_it_can_be_tried_again_once_it_is_known_that_nothing_is_known():
    assert may_be_retried(unasked(AttemptResult.TIMEOUT))
    assert not may_be_retried(a_result())
    assert not may_be_retried(report_of(a_running()))
