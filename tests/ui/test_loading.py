"""What a window needs is loaded in small steps, and after that nothing is missing."""

import json
import subprocess
import sys
from itertools import pairwise

import pytest

from mxgui.ui.loading import FOR_DEMO, LATER, loaded

MOST = 75  # modules in one step; the shelf of rules is one
LOADING = """
import json, sys
from mxgui.ui.importing import load_qt
load_qt()
import mxgui.ui.opening
from mxgui.ui.loading import FOR_DEMO, LATER, loaded
counts = [len(sys.modules)]
counts += [len(sys.modules) for _ in loaded((*LATER, *FOR_DEMO))]
known = set(sys.modules)
import mxgui.ui.life, mxgui.ui.program, mxgui.ui.panels, mxgui.ui.panel_actions
import mxgui.app.inspect_domain, mxgui.demo.network
print(json.dumps([counts, sorted(set(sys.modules) - known), "publicsuffixlist" in known]))
"""


@pytest.fixture(scope="module")
def told():
    """What a program tells that loads all of it."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADING], capture_output=True, text=True, check=True
    )
    return json.loads(ran.stdout)


def test_no_step_loads_much(told):
    counts, _, _ = told
    steps = {
        name: after - before
        for name, before, after in zip((*LATER, *FOR_DEMO), counts, counts[1:], strict=False)
    }
    assert not {name: n for name, n in steps.items() if n > MOST}


def test_every_step_loads_something(told):
    counts, _, _ = told
    assert all(before < after for before, after in pairwise(counts))


def test_nothing_is_left_to_be_loaded_at_one_go(told):
    _, left, _ = told
    assert left == []


def test_the_list_of_suffixes_is_read_when_a_name_is_looked_up(told):
    assert not told[2]


def test_steps_can_be_left_for_other_things():
    steps = loaded(("json", "sys"))
    assert next(steps) is None
    assert list(steps) == [None]
