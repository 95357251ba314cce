"""Findings are told with why, how to mend them, and where that is written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mxgui.model.smtp import Outcome
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Shown
from mxgui.ui.table import RowsModel
from mxgui.ui.views.findings import FindingsView
from mxgui.ui.wishes import Choose
from tests.ui.showing import a_running, a_shown, key_of, two_tiers, wishes_of

REFUSED = two_tiers(domain="example.net", probes={"192.0.2.2": Outcome.REFUSED})


@pytest.fixture
def findings(theme, qtbot) -> FindingsView:
    made = FindingsView(theme)
    qtbot.addWidget(made)
    made.resize(1200, 300)
    made.show()
    return made


def row_of(findings: FindingsView, name: str) -> int:
    model = findings.table.model()
    assert isinstance(model, RowsModel)
    ids = [finding.id for finding in model.rows]
    return ids.index(name)


def test_every_finding_has_a_row_and_the_worst_is_explained(findings):
    shown = a_shown(REFUSED)
    findings.draw(shown)
    assert shown.result is not None
    assert findings.table.model().rowCount() == len(shown.result.findings)
    worst = shown.result.findings[0]
    assert str(worst.text) in findings.page.toPlainText()
    assert worst.id in findings.page.toPlainText()


def test_the_chosen_finding_is_explained_and_stays_chosen(findings):
    findings.draw(a_shown(REFUSED))
    row = row_of(findings, "SMTP-REFUSED")
    findings.table.selectRow(row)
    words = findings.page.toPlainText()
    for title in ("Why it matters", "How to mend it", "Where it is written", "RFC"):
        assert title in words
    findings.draw(a_shown(REFUSED))
    assert findings.table.currentIndex().row() == row


def test_enter_shows_on_the_graph_what_it_is_about(findings, qtbot):
    shown = a_shown(REFUSED)
    findings.draw(shown)
    findings.table.selectRow(row_of(findings, "SMTP-REFUSED"))
    wishes = wishes_of(findings)
    qtbot.keyClick(findings.table, Qt.Key.Key_Return)
    assert shown.result is not None
    assert wishes == [Choose(key_of(shown.result, "b.example.org"))]


def test_what_may_still_change_is_marked_as_provisional(findings):
    findings.draw(a_shown(a_running()))
    model = findings.table.model()
    words = [model.data(model.index(row, 1)) for row in range(model.rowCount())]
    provisional = [finding.provisional for finding in model.rows]
    assert [word.endswith("(provisional)") for word in words] == provisional


def test_nothing_found_is_said_in_words(findings):
    shown = a_shown()
    assert shown.result is not None
    findings.draw(replace(shown, result=replace(shown.result, findings=())))
    assert findings.page.toPlainText() == "No rule found anything."
    findings.draw(Shown())
    assert findings.table.model().rowCount() == 0


def test_a_narrow_table_leaves_the_references_to_the_page(findings):
    findings.draw(a_shown(REFUSED))
    assert not findings.table.isColumnHidden(3)
    findings.resize(700, 300)
    assert findings.table.isColumnHidden(3)


def test_another_scheme_writes_the_page_anew(findings, theme):
    findings.draw(a_shown(REFUSED))
    words = findings.page.toPlainText()
    light = findings.grab().toImage()
    theme.choose(Scheme.DARK)
    assert findings.page.toPlainText() == words
    assert findings.grab().toImage() != light
