"""The style sheet fits the tokens."""

import re
from dataclasses import asdict

import pytest

from mxgui.ui.style import sheet_of
from mxgui.ui.theme import COLUMNS, LIGHT


@pytest.mark.parametrize("tokens", COLUMNS)
def test_every_gap_is_filled(tokens):
    assert "$" not in sheet_of(tokens)


def test_paddings_turn_with_the_window():
    turned = sheet_of(LIGHT, mirrored=True)
    assert "QToolButton#choice { padding: 4px 24px 5px 14px; }" in sheet_of(LIGHT)
    assert "QToolButton#choice { padding: 4px 14px 5px 24px; }" in turned
    assert sheet_of(LIGHT).count(";") == turned.count(";")


def test_no_colour_stands_in_the_sheet_but_those_of_the_tokens():
    for tokens in COLUMNS:
        used = set(re.findall(r"#[0-9a-f]{6}", sheet_of(tokens)))
        assert used <= set(asdict(tokens).values())


def test_focus_is_seen_on_everything_that_takes_it():
    sheet = sheet_of(LIGHT)
    for kind in ("QLineEdit", "QPushButton", "QTreeView", "QTableView", "QGraphicsView"):
        assert re.search(rf"{kind}:focus", sheet)
