"""Nothing is cut off at 100 to 200 per cent on a small screen, nor with larger letters."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tests.tree import ROOT
from tests.ui.clipping import problems

SMALL = ("1024", "640")


def problems_told(scale: str, *arguments: str) -> str:
    """What is found in a window of its own, since Qt takes a scale only when it starts."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.clipping", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout if ran.returncode in (0, ran.stdout.count("\n")) else ran.stderr


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_nothing_is_cut_off_at_a_scale(scale):
    assert not problems_told(scale, *SMALL)


@pytest.mark.parametrize("points", ["12", "14"])
def test_nothing_is_cut_off_with_larger_letters(points):
    assert not problems_told("1", *SMALL, points)


def test_what_is_cut_off_is_found(qtbot):
    row = QWidget()
    qtbot.addWidget(row)
    layout = QHBoxLayout(row)
    label, button, late = QLabel("some words"), QPushButton("to be pressed"), QPushButton("late")
    layout.addWidget(label)
    layout.addWidget(button)
    row.resize(400, 60)
    row.show()
    assert not list(problems(row))
    label.setFixedWidth(9)
    button.setFixedHeight(9)
    layout.activate()
    late.setParent(row)
    late.setGeometry(button.geometry())
    late.show()
    upon, *others = problems(row)
    assert "QPushButton “to be pressed”" in upon
    assert "lies upon QPushButton “late”" in upon
    assert others[0].startswith("QLabel “some words” is 9 wide")
    assert len(others) == 3
