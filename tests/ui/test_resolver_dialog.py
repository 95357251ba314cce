"""The dialog of resolvers takes what can be understood."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from mxgui.model.text import text
from mxgui.ui.resolver_dialog import ResolverDialog
from mxgui.ui.shown import ResolverTrial, Shown
from mxgui.ui.wishes import AskResolvers, TryResolvers
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


def test_resolvers_are_tried_before_they_are_taken(dialog):
    wishes = wishes_of(dialog)
    dialog.line.setText("192.0.2.53")
    dialog.try_out.click()
    assert wishes == [TryResolvers(("192.0.2.53",))]
    asked = Shown(resolver_trial=ResolverTrial(("192.0.2.53",)))
    dialog.draw(asked)
    assert dialog.told.text() == "Asking…"
    told = ResolverTrial(("192.0.2.53",), text("No answer."))
    dialog.draw(replace(asked, resolver_trial=told))
    assert (dialog.told.text(), dialog.told.objectName()) == ("No answer.", "problem")
    dialog.draw(replace(asked, resolver_trial=replace(told, is_well=True)))
    assert dialog.told.objectName() == "strong"


def test_a_trial_of_other_resolvers_is_not_told(dialog):
    dialog.line.setText("192.0.2.54")
    dialog.draw(Shown(resolver_trial=ResolverTrial(("192.0.2.53",), text("Answered."))))
    assert dialog.told.isHidden()


def test_what_cannot_be_understood_is_not_tried(dialog):
    wishes = wishes_of(dialog)
    dialog.line.setText("gopher://dns")
    dialog.try_out.click()
    assert not wishes
    assert not dialog.problem.isHidden()


def test_it_grows_with_what_is_said(dialog, qtbot):
    dialog.show()
    before = dialog.height()
    dialog.line.setText("192.0.2.53")
    words = text(
        "A sentence that is so long that it has to be broken into {n} lines at least.", n=2
    )
    dialog.draw(Shown(resolver_trial=ResolverTrial(("192.0.2.53",), words)))
    assert dialog.height() > before
    assert dialog.told.height() >= dialog.told.heightForWidth(dialog.told.width())
