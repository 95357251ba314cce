"""The dialog of how to knock takes what can be understood."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from mxgui.model.plan import Plan
from mxgui.model.text import text
from mxgui.ui.line_dialog import LineDialog
from mxgui.ui.shown import ResolverTrial, Shown
from mxgui.ui.wishes import TryProxy, UseLine
from tests.ui.showing import wishes_of

PROXY = "socks5://bob:secret@127.0.0.1:1080"
SHOWN = Shown(usual_helo="[198.51.100.7]")


@pytest.fixture
def dialog(qtbot) -> LineDialog:
    made = LineDialog(SHOWN)
    qtbot.addWidget(made)
    made.open()
    return made


def agree(dialog: LineDialog) -> None:
    buttons = dialog.findChildren(QDialogButtonBox)[0]
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def test_all_three_are_wished_for_at_once(dialog):
    wishes = wishes_of(dialog)
    dialog.name.setText(" mail.example.net ")
    dialog.proxy.setText(PROXY)
    dialog.also_direct.setChecked(True)
    dialog.canary.setText("mail.home.example")
    agree(dialog)
    assert wishes == [UseLine("mail.example.net", PROXY, True, "mail.home.example")]
    assert not dialog.isVisible()


def test_nothing_typed_is_the_usual(dialog):
    wishes = wishes_of(dialog)
    agree(dialog)
    assert wishes == [UseLine()]
    assert dialog.name.placeholderText() == "[198.51.100.7]"


def test_it_begins_with_what_is_in_use(qtbot):
    plan = Plan(helo="a.example", proxy="socks5://p:1", also_direct=True, canary="c.example")
    made = LineDialog(Shown(plan=plan))
    qtbot.addWidget(made)
    written = [field.text() for field in (made.name, made.proxy, made.canary)]
    assert written == ["a.example", "socks5://p:1", "c.example"]
    assert made.also_direct.isChecked()


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("name", "localhost"),
        ("name", "host.lan"),
        ("proxy", "http://127.0.0.1:3128"),
        ("canary", "no..name"),
    ],
)
def test_what_cannot_be_used_is_told_and_can_be_mended(dialog, field, written):
    wishes = wishes_of(dialog)
    getattr(dialog, field).setText(written)
    agree(dialog)
    assert not wishes
    assert dialog.isVisible()
    assert dialog.problem.text()
    getattr(dialog, field).clear()
    agree(dialog)
    assert wishes == [UseLine()]


def test_a_proxy_is_tried_out_and_what_came_of_it_is_told(dialog):
    wishes = wishes_of(dialog)
    assert not dialog.try_out.isEnabled()
    dialog.proxy.setText(PROXY)
    dialog.try_out.click()
    assert wishes == [TryProxy(PROXY)]
    dialog.draw(replace(SHOWN, proxy_trial=ResolverTrial((PROXY,))))
    assert dialog.told.text() == "Connecting…"
    dialog.draw(replace(SHOWN, proxy_trial=ResolverTrial((PROXY,), text("Fine."), True)))
    assert dialog.told.text() == "Fine."
    dialog.proxy.setText("socks5://other:1")
    dialog.draw(replace(SHOWN, proxy_trial=ResolverTrial((PROXY,), text("Fine."), True)))
    assert not dialog.told.isVisible()


def test_a_wish_does_not_show_its_password():
    assert "secret" not in repr(UseLine(proxy=PROXY)) + repr(TryProxy(PROXY))
