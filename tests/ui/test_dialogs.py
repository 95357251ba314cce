"""Dialogs are opened upon the window, and their wishes are passed on."""

import pytest
from PySide6.QtWidgets import QWidget

from mxgui.ui.about_dialog import AboutDialog
from mxgui.ui.dialogs import Dialogs, documents
from mxgui.ui.domain_bar import DomainBar
from mxgui.ui.export_dialog import ExportDialog
from mxgui.ui.help_dialog import HelpDialog
from mxgui.ui.keys_dialog import KeysDialog
from mxgui.ui.menus import ModeMenu, ResolverMenu, SenderMenu
from mxgui.ui.palette import Palette
from mxgui.ui.resolver_dialog import ResolverDialog
from mxgui.ui.shown import Saved, Shown
from mxgui.ui.views import FindingsView
from mxgui.ui.wishes import AskResolvers, Inspect
from tests.ui.showing import a_shown, wishes_of


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_saving_follows_what_is_shown(window, theme):
    dialogs = Dialogs(window, theme)
    dialogs.open_save(a_shown())
    dialog = window.findChildren(ExportDialog)[0]
    assert dialog.path.name.startswith("mail-route-example.org")
    dialogs.draw(a_shown(saved=Saved(1, "report.html")))
    assert not dialog.isVisible()
    dialogs.draw(a_shown(saved=Saved(2, "report.html")))  # nobody is there to hear it


def test_without_a_result_there_is_nothing_to_save(window, theme):
    Dialogs(window, theme).open_save(Shown())
    assert not window.findChildren(ExportDialog)


def test_another_resolver_is_wished_for(window, theme):
    dialogs = Dialogs(window, theme)
    wishes = wishes_of(dialogs)
    dialogs.open_resolvers(Shown())
    dialog = window.findChildren(ResolverDialog)[0]
    dialog.wished.emit(AskResolvers(("192.0.2.53",)))
    assert wishes == [AskResolvers(("192.0.2.53",))]
    dialog.reject()


def test_versions_keys_and_help_are_told(window, theme):
    dialogs, views = Dialogs(window, theme), (FindingsView(theme, window),)
    bar = DomainBar(theme, ModeMenu(window), SenderMenu(window), ResolverMenu(window))
    bar.setParent(window)
    dialogs.open_about(Shown())
    dialogs.open_keys(views)
    dialogs.open_help(views, bar, views[0])
    for kind in (AboutDialog, KeysDialog, HelpDialog):
        assert window.findChildren(kind)[0].isVisible()
    chosen = window.findChildren(HelpDialog)[0].chosen
    assert chosen is not None
    assert str(chosen.title) == "Findings"
    dialogs.open_help(views, bar, None)
    assert len(window.findChildren(HelpDialog)) == 1
    chosen = window.findChildren(HelpDialog)[0].chosen
    assert chosen is not None
    assert str(chosen.title) == "The domain field"


def test_the_palette_is_made_once_and_its_wishes_are_passed_on(window, theme):
    dialogs = Dialogs(window, theme)
    wishes = wishes_of(dialogs)
    for _ in range(2):
        dialogs.open_palette(())
    palette = window.findChildren(Palette)
    assert len(palette) == 1
    palette[0].wished.emit(Inspect("example.org"))
    assert wishes == [Inspect("example.org")]


def test_files_are_offered_in_a_folder_that_is_there():
    assert documents().is_dir()
