"""What this line lacks stands on top, with what to do about it."""

from dataclasses import replace

import pytest

from mxgui.model.event import probe_step
from mxgui.model.line import PROXY
from mxgui.model.smtp import Outcome
from mxgui.ui.line_banner import LineBanner
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import ProbeAgain
from tests.builders import a_probe
from tests.ui.showing import a_shown, two_tiers, wishes_of

HOSTS = {"a.example.org": "20.0.0.1", "b.example.org": "20.0.1.1"}
BLOCKED = two_tiers(hosts=HOSTS, probes=dict.fromkeys(("20.0.0.1", "20.0.1.1"), Outcome.TIMED_OUT))


@pytest.fixture
def banner(qtbot) -> LineBanner:
    made = LineBanner()
    qtbot.addWidget(made)
    return made


def test_a_blocked_port_is_told_and_the_advice_unfolds(banner):
    banner.draw(a_shown(BLOCKED))
    assert banner.isVisible()
    assert "seems not to reach port 25" in banner.words.text()
    assert not banner.advice.isVisible()
    banner.what.click()
    assert banner.advice.isVisible()
    assert "ssh -D 1080" in banner.advice.text()


def test_it_offers_a_proxy_and_another_try(banner, qtbot):
    wishes = wishes_of(banner)
    banner.draw(a_shown(BLOCKED))
    with qtbot.waitSignal(banner.proxy_asked):
        banner.proxy.click()
    banner.retry.click()
    assert wishes == [ProbeAgain()]


def test_where_the_line_is_fine_there_is_nothing(banner):
    banner.draw(a_shown(BLOCKED))
    banner.draw(a_shown())
    assert not banner.isVisible()
    banner.draw(Shown())
    assert not banner.isVisible()


def test_where_a_proxy_helped_there_is_nothing_to_be_done(banner):
    probe = a_probe("a.example.org", "20.0.0.1")
    probe = replace(probe, target=replace(probe.target, vantage=PROXY))
    helped = replace(BLOCKED, facts={**BLOCKED.facts, probe_step(probe.target): probe})
    banner.draw(a_shown(helped))
    assert not banner.isVisible()
