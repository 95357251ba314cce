"""A real window on a real screen, driven by keys and mouse, from typed domain to written report."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mxgui.identity import NAME
from tests.integration.waiting import wait_until
from tests.ui.desk import Desk, running

pytestmark = pytest.mark.integration

GROUP = ("110", "176")  # the first heading in the list of the demo's domains, from the corner
FIRST_DOMAIN = ("120", "215")  # the first domain below it, once it is unfolded


def test_a_report_is_made_with_keys_and_mouse_alone(desk: Desk, tmp_path: Path):
    home = {
        **desk.environment,
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    with running([sys.executable, "-m", "mxgui", "demo"], home) as program:
        window = desk.window("mxgui")
        # By this class a desktop finds the entry, with StartupWMClass, that the window belongs to
        assert window in desk.do("search", "--onlyvisible", "--class", f"^{NAME}$").split()
        desk.focus(window)
        wait_until(lambda: _clicked_first_domain(desk, window))
        desk.window("three-tiers.example: Good")

        desk.do("key", "ctrl+l")
        desk.do("type", "half-dead.example")
        desk.do("key", "Return")
        desk.window("half-dead.example: Degraded")

        desk.do("key", "ctrl+s")
        dialog = desk.window("Save the result")
        desk.focus(dialog)
        desk.do("key", "Return")
        report = tmp_path / "mail-route-half-dead.example.html"
        wait_until(report.exists)
        assert "half-dead.example" in report.read_text(encoding="utf-8")

        wait_until(lambda: not desk.do("search", "--onlyvisible", "--name", "^Save the result"))
        desk.do("windowactivate", "--sync", window)
        desk.do("key", "alt+F4")  # the window manager asks the window to close
        assert program.wait(timeout=30) == 0


def _clicked_first_domain(desk: Desk, window: str) -> bool:
    """Unfold the first group and click on its first domain, or on the heading to fold it again.

    The list may come a moment after the window, so this is done until it has been of use.
    """
    desk.do("mousemove", "--window", window, *GROUP, "click", "1")
    desk.do("mousemove", "--window", window, *FIRST_DOMAIN, "click", "1")
    return bool(desk.do("search", "--name", "^three-tiers.example"))
