"""A proxy that cannot be used is one sentence for the whole run."""

from dataclasses import replace

import pytest

from mxgui.model.event import LineStep
from mxgui.model.line import PROXY, Line, ProxyProblem
from mxgui.model.smtp import Reason
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.judging import HOSTS, TIERS, ids, the

SHOWN = "socks5://127.0.0.1:1080"


def through(problem):
    probes = dict.fromkeys(("20.0.0.1", "20.0.1.1", "20.0.2.1", "2a00::1"), Reason.PROXY_DOWN)
    known = an_inspection(mx=TIERS, hosts=HOSTS, probes=probes)
    line = Line(PROXY, proxy=SHOWN, problem=problem, note="Connection refused")
    return replace(known, facts={**known.facts, LineStep(PROXY): line})


@pytest.mark.parametrize("problem", ProxyProblem)
def test_each_problem_is_one_sentence_and_in_doubt(problem):
    finding = the(through(problem), "META-PROXY")
    assert (finding.severity, finding.subject) == (Severity.INCONCLUSIVE, "example.org")
    told = [each for each in ids(through(problem)) if each.startswith(("META", "SMTP"))]
    assert told == ["META-PROXY"]


def test_a_proxy_that_is_not_there_is_named_with_the_systems_word():
    words = str(the(through(ProxyProblem.NO_CONNECTION), "META-PROXY").text)
    assert words == f"The proxy {SHOWN} cannot be reached: Connection refused"


def test_a_proxy_that_works_is_no_news():
    assert "META-PROXY" not in ids(through(None))
