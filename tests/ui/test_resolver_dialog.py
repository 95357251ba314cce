"""The dialog of resolvers takes what can be understood."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from mxgui.ui.resolver_dialog import ResolverDialog
from mxgui.ui.wishes import AskResolvers
from tests.ui.showing import wishes_of


@pytest.fixture
def dialog(qtbot) -> ResolverDialog:
    made = ResolverDialog(("system",))
    qtbot.addWidget(made)
    made.open()
    return made


def agree(dialog: ResolverDialog) -> None:
    buttons = dialog.findChildren(QDialogButtonBox)[0]
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def test_several_resolvers_are_taken_in_their_order(dialog):
    wishes = wishes_of(dialog)
    dialog.line.setText("192.0.2.53, tls://dns.example")
    agree(dialog)
    assert wishes == [AskResolvers(("192.0.2.53", "tls://dns.example"))]
    assert not dialog.isVisible()


def test_nothing_means_the_system(dialog):
    wishes = wishes_of(dialog)
    dialog.line.setText(" ")
    agree(dialog)
    assert wishes == [AskResolvers(("system",))]


def test_what_cannot_be_understood_is_told_and_can_be_mended(dialog):
    wishes = wishes_of(dialog)
    dialog.line.setText("192.0.2.53:99999999")
    agree(dialog)
    assert not wishes
    assert dialog.isVisible()
    assert dialog.problem.text()
