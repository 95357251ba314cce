"""The frozen app holds every module of mxgui."""

from freeze.frozen import dotted, modules
from tests.tree import ROOT


def test_modules_are_named_by_their_places():
    assert dotted(("mxgui", "ui"), "run") == ["mxgui", "ui", "run"]
    assert dotted(("mxgui", "ui"), "__init__") == ["mxgui", "ui"]


def test_all_modules_are_looked_for():
    assert {"mxgui", "mxgui.ui", "mxgui.ui.run", "mxgui.__main__"} <= modules(ROOT)
