"""Dialogs are opened upon the window, and their wishes are passed on."""

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from mxgui.ui.dialogs import Dialogs, documents
from mxgui.ui.export_dialog import ExportDialog
from mxgui.ui.resolver_dialog import ResolverDialog
from mxgui.ui.shown import Saved, Shown
from mxgui.ui.wishes import AskResolvers
from tests.ui.showing import a_shown, wishes_of


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_saving_follows_what_is_shown(window):
    dialogs = Dialogs(window)
    dialogs.open_save(a_shown())
    dialog = window.findChildren(ExportDialog)[0]
    assert dialog.path.name.startswith("mail-route-example.org")
    dialogs.draw(a_shown(saved=Saved(1, "report.html")))
    assert not dialog.isVisible()
    dialogs.draw(a_shown(saved=Saved(2, "report.html")))  # nobody is there to hear it


def test_without_a_result_there_is_nothing_to_save(window):
    Dialogs(window).open_save(Shown())
    assert not window.findChildren(ExportDialog)


def test_another_resolver_is_wished_for(window):
    dialogs = Dialogs(window)
    wishes = wishes_of(dialogs)
    dialogs.open_resolvers(Shown())
    dialog = window.findChildren(ResolverDialog)[0]
    dialog.wished.emit(AskResolvers(("192.0.2.53",)))
    assert wishes == [AskResolvers(("192.0.2.53",))]
    dialog.reject()


def test_the_version_is_told(window):
    Dialogs(window).open_about()
    about = window.findChildren(QMessageBox)[0]
    assert "mxgui 0" in about.text()
    about.close()


def test_files_are_offered_in_a_folder_that_is_there():
    assert documents().is_dir()
