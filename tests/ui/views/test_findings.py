"""Findings stand by severity and unfold to why, how to mend them, and where that is written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Shown
from mxgui.ui.tree import TreeModel
from mxgui.ui.views.findings import FindingsView
from mxgui.ui.wishes import Choose
from tests.ui.showing import a_running, a_shown, key_of, two_tiers, wishes_of

REFUSED = two_tiers(domain="example.net", probes={"192.0.2.2": Outcome.REFUSED})
B = "SMTP-TIER-DOWN b.example.org"


@pytest.fixture
def findings(theme, qtbot) -> FindingsView:
    made = FindingsView(theme)
    qtbot.addWidget(made)
    made.resize(1200, 300)
    made.show()
    return made


def model_of(findings: FindingsView) -> TreeModel:
    model = findings.tree.model()
    assert isinstance(model, TreeModel)
    return model


def keys(findings: FindingsView) -> list[str]:
    return [leaf.key for branch in model_of(findings).branches for leaf in branch.leaves]


def choose(findings: FindingsView, key: str) -> None:
    findings.tree.setCurrentIndex(model_of(findings).index_of(key))


def test_every_finding_has_a_row_below_its_severity(findings):
    shown = a_shown(REFUSED)
    findings.draw(shown)
    assert shown.result is not None
    assert len(keys(findings)) == len(shown.result.findings)
    headings = [branch.key for branch in model_of(findings).branches]
    severities = dict.fromkeys(f"severity {f.severity.value}" for f in shown.result.findings)
    assert headings == list(severities)


def test_a_finding_stays_chosen_and_unfolded_through_a_redraw(findings):
    findings.draw(a_shown(REFUSED))
    findings.tree.unfold(B)
    findings.draw(a_shown(two_tiers(domain="example.net")))
    assert B not in keys(findings)
    findings.draw(a_shown(REFUSED))
    assert findings.tree.isExpanded(model_of(findings).index_of(B))


def test_enter_shows_on_the_graph_what_it_is_about(findings, qtbot):
    shown = a_shown(REFUSED)
    findings.draw(shown)
    choose(findings, B)
    wishes = wishes_of(findings)
    qtbot.keyClick(findings.tree, Qt.Key.Key_Return)
    assert shown.result is not None
    assert wishes == [Choose(key_of(shown.result, "b.example.org"))]
    findings.tree.unfold(B)
    choose(findings, f"{B}: why")
    findings.point.trigger()
    assert wishes[1:] == wishes[:1]


def test_enter_on_a_heading_folds_it(findings, qtbot):
    findings.draw(a_shown(REFUSED))
    heading = model_of(findings).index(0, 0)
    findings.tree.setCurrentIndex(heading)
    wishes = wishes_of(findings)
    qtbot.keyClick(findings.tree, Qt.Key.Key_Return)
    assert not findings.tree.isExpanded(heading)
    assert not wishes


def test_what_may_still_change_is_marked_as_provisional(findings):
    shown = a_shown(REFUSED)
    assert shown.result is not None
    first, *rest = shown.result.findings
    maybe = (replace(first, provisional=True), *rest)
    findings.draw(replace(shown, result=replace(shown.result, findings=maybe)))
    rows = [leaf for branch in model_of(findings).branches for leaf in branch.leaves]
    marked = [str(row.cells[1].words).startswith("Provisional: ") for row in rows]
    assert marked == [True] + [False] * len(rest)


def test_words_filter_the_findings_and_the_heading_of_none_goes(findings, qtbot):
    findings.draw(a_shown(REFUSED))
    everything = keys(findings)
    findings.bar.field.setText("smtp-tier-down")
    assert keys(findings) == [B]
    assert findings.bar.seen.text() == f"1 of {len(everything)} shown"
    findings.bar.field.setText("no such words")
    assert keys(findings) == []
    assert findings.tree.accessibleDescription() == "No finding passes the filter."
    findings.bar.clear.click()
    assert keys(findings) == everything


def test_a_severity_is_hidden_by_its_button(findings):
    findings.draw(a_shown(REFUSED))
    findings.bar.toggles[Severity.WARNING].click()
    assert "severity warning" not in [branch.key for branch in model_of(findings).branches]


def test_only_the_chosen_host_follows_the_choice(findings):
    shown = a_shown(REFUSED)
    assert shown.result is not None
    findings.draw(replace(shown, chosen=key_of(shown.result, "b.example.org")))
    findings.bar.only.click()
    assert keys(findings)
    assert all(key.endswith("b.example.org") for key in keys(findings))
    findings.draw(replace(shown, chosen=key_of(shown.result, "a.example.org")))
    assert B not in keys(findings)


def test_control_f_goes_to_the_filter_and_the_arrow_down_comes_back(findings, qtbot):
    findings.draw(a_shown(REFUSED))
    findings.activateWindow()
    findings.setFocus()
    qtbot.waitUntil(findings.tree.hasFocus)
    qtbot.keyClick(findings.tree, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert findings.bar.field.hasFocus()
    qtbot.keyClick(findings.bar.field, Qt.Key.Key_Down)
    assert findings.tree.hasFocus()


def test_a_finding_and_all_findings_can_be_copied(findings):
    findings.draw(a_shown(REFUSED))
    choose(findings, B)
    findings.copy.trigger()
    copied = QGuiApplication.clipboard().text()
    assert "SMTP-TIER-DOWN" in copied
    assert "Why it matters: " in copied
    findings.copy_all.trigger()
    everything = QGuiApplication.clipboard().text()
    assert everything.count("Why it matters: ") == len(keys(findings)) > 1


def test_nothing_found_is_said_in_words(findings):
    shown = a_shown()
    assert shown.result is not None
    findings.draw(replace(shown, result=replace(shown.result, findings=())))
    assert str(findings.tree.empty_words) == "No rule found anything."
    running = a_shown(a_running())
    assert running.result is not None
    findings.draw(replace(running, result=replace(running.result, findings=())))
    assert str(findings.tree.empty_words) == "Nothing so far."
    findings.draw(Shown())
    assert model_of(findings).rowCount() == 0
    assert str(findings.tree.empty_words) == ""


def test_columns_give_way_where_there_is_little_room(findings):
    findings.draw(a_shown(REFUSED))
    assert not findings.tree.isColumnHidden(3)
    assert str(model_of(findings).branches[0].leaves[0].cells[0].words) == "Warning"
    findings.resize(700, 300)
    assert findings.tree.isColumnHidden(3)
    assert not findings.tree.isColumnHidden(2)
    heading, row = model_of(findings).branches[0], model_of(findings).branches[0].leaves[0]
    assert "Warning" in str(heading.cells[0].words)
    assert (row.cells[0].words, str(row.cells[0].tip)) == ("", "Warning")
    findings.resize(336, 180)
    assert findings.tree.isColumnHidden(2)
    assert findings.tree.isHeaderHidden()


def test_drawing_the_same_again_costs_nothing(findings, qtbot):
    shown = a_shown(REFUSED)
    findings.draw(shown)
    model = model_of(findings)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        findings.draw(replace(shown, now=3.0))


def test_another_scheme_paints_it_anew(findings, theme):
    findings.draw(a_shown(REFUSED))
    light = findings.grab().toImage()
    theme.choose(Scheme.DARK)
    assert findings.grab().toImage() != light
