"""The benchmarks compare like with like, and who cannot run them is told why in one sentence."""

import json

from mxgui.report.report import report_of
from mxgui.ui.main_window import MainWindow
from mxgui.ui.theme import Theme
from tests.benchmarks.__main__ import LOCAL, NAMES, lack
from tests.benchmarks.drawn_panels import shown_with, states
from tests.benchmarks.widgets import bare_window, counted, made_of


def test_a_bare_window_has_the_menus_and_widgets_of_the_real_one(qapp, qtbot):
    window = MainWindow(Theme())
    qtbot.addWidget(window)
    window.complete()
    assert window.panels is not None
    for dock in window.panels.docks.values():
        _ = dock.view  # made when it is seen, or asked for
    made = json.loads(json.dumps(made_of(window)))  # as it goes to another program
    bare = bare_window(made)
    qtbot.addWidget(bare)
    again = made_of(bare)
    assert counted(again) == counted(made) > 50
    for part in ("menus", "bars"):
        assert words_of(again[part]) == words_of(made[part])
    assert [dock["words"] for dock in again["docks"]] == [dock["words"] for dock in made["docks"]]


def words_of(made) -> list[object]:
    return [[each["words"], words_of(each["inside"])] for each in made]


def test_of_forty_probes_one_ends_after_another():
    known = list(states())
    assert len(known) == 41
    running = [sum(probe.running for probe in each.probes) for each in known]
    assert running == list(range(40, -1, -1))
    report = report_of(known[-1])
    assert report.findings
    assert shown_with(report, 2.0).chosen in {card.key for card in report.diagram.hosts}


def missing(*names: str, **here) -> str:
    """What is missing to run these, on a machine that has all but what is said of it."""
    return lack(names, **{"platform": "linux", "is_root": True, "find": lambda tool: tool, **here})


def test_where_all_is_there_nothing_is_missing():
    assert missing(*NAMES) == ""
    assert missing(*LOCAL, is_root=False) == ""


def test_what_is_missing_is_told_in_a_sentence():
    assert missing("nonsense").startswith("There is no nonsense; there are critical_path")
    assert missing("stall", "panels", is_root=False).startswith(
        "Only root can make the network for"
    )
    assert "need Linux" in missing("stall", platform="darwin")
    assert missing("panels", find=lambda _tool: None) == (
        "The benchmarks need Xvfb, which is not installed."
    )
