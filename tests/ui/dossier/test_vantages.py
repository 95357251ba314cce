"""Both vantages stand in the details of an address."""

from dataclasses import replace

from mxgui.model.event import probe_step
from mxgui.model.line import PROXY
from mxgui.model.plan import Plan
from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.routing.reach import State
from mxgui.ui.dossier.dossier import dossier_of
from mxgui.ui.dossier.vantages import other_sections
from tests.builders import a_probe
from tests.ui.showing import key_of, two_tiers

ADDRESS = "192.0.2.1"
BOTH = Plan(proxy="socks5://127.0.0.1:1080", also_direct=True)


def seen(direct, through):
    known = two_tiers(probes={ADDRESS: direct}, plan=BOTH)
    probe = a_probe("a.example.org", ADDRESS, through)
    probe = replace(probe, target=replace(probe.target, vantage=PROXY))
    return replace(known, facts={**known.facts, probe_step(probe.target): probe})


def the_row(result):
    return next(row for row in result.diagram.rows if row.address == ADDRESS)


def test_the_one_that_tells_most_comes_first_and_the_other_behind_it():
    result = report_of(seen(Outcome.TIMED_OUT, Outcome.GREETED))
    sections = dossier_of(result, key_of(result, ADDRESS), 0.0).sections
    assert (str(sections[0].lines[0].label), sections[0].state) == ("through the proxy", State.OK)
    [other] = other_sections(result.inspection, the_row(result))
    assert str(other.title) == "The same, from this line"
    assert str(other.lines[0].value).startswith("no answer")
    assert str(other.title) in [str(section.title) for section in sections]


def test_its_transcript_is_kept_too():
    result = report_of(seen(Outcome.GREETED, Outcome.GREETED))
    [other] = other_sections(result.inspection, the_row(result))
    assert other.transcript[0] == "← 220 a.example.org ESMTP"
    assert other.bars


def test_one_vantage_has_no_second():
    result = report_of(two_tiers())
    assert list(other_sections(result.inspection, the_row(result))) == []
