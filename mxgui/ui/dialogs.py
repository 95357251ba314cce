"""The dialogs of the window: none of them has a loop of its own, so that work goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from mxgui.app.settings import Settings, with_plan
from mxgui.model.text import text
from mxgui.report.exporters import EXPORTERS
from mxgui.ui.action import Do
from mxgui.ui.actions import ACTIONS
from mxgui.ui.export_dialog import USUAL, ExportDialog, file_stem
from mxgui.ui.key_table import KeyGroup, KeyRow, groups_of_actions, groups_of_panels
from mxgui.ui.palette_search import Entry
from mxgui.ui.resolver_dialog import ResolverDialog
from mxgui.ui.settings.wishes import ForgetDomains, ReadSettings
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import Explained, View

if TYPE_CHECKING:
    from mxgui.ui.comparison_dialog import ComparisonDialog
    from mxgui.ui.help_dialog import HelpDialog
    from mxgui.ui.line_dialog import LineDialog
    from mxgui.ui.palette import Palette
    from mxgui.ui.settings.dialog import SettingsDialog


PICTURE = "png"  # the format that is offered first for a picture


class Dialogs(QObject):
    """Opens dialogs upon a window, and passes on what they wish for."""

    wished = Signal(object)
    field_asked = Signal()  # to type a domain

    def __init__(self, window: QWidget, theme: Theme) -> None:
        """Have none open."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._help: HelpDialog | None = None
        self._palette: Palette | None = None
        self._save: ExportDialog | None = None
        self._resolvers: ResolverDialog | None = None
        self._line: LineDialog | None = None
        self._settings: SettingsDialog | None = None
        self._comparison: ComparisonDialog | None = None

    def draw(self, shown: Shown) -> None:
        """Let an open dialog follow what is shown."""
        if self._save is not None:
            self._save.draw(shown)
        if self._resolvers is not None:
            self._resolvers.draw(shown)
        if self._line is not None:
            self._line.draw(shown)
        if self._settings is not None:
            self._settings.follow(_settings_of(shown), earlier=len(shown.earlier))
        if self._comparison is not None and self._comparison.isVisible():
            self._comparison.draw(shown)

    def open_files(self, shown: Shown) -> None:
        """Ask which saved inspections, or lists of domains, to open."""
        from mxgui.ui.open_dialog import OpenDialog

        folder = Path(shown.file.path).parent if shown.file is not None else documents()
        dialog = OpenDialog(folder, self._window)
        dialog.wished.connect(self.wished)
        _open(dialog)

    def open_save(self, shown: Shown, usual: str = USUAL) -> None:
        """Ask for format and file, if there is anything to save; `usual` is the format at first."""
        if shown.result is None:
            return
        stem = file_stem(shown.result.inspection.entry.domain.ascii)
        dialog = ExportDialog(EXPORTERS, documents() / stem, usual, self._window)
        dialog.wished.connect(self.wished)
        dialog.finished.connect(self._forget_save)
        dialog.draw(shown)
        self._save = dialog
        _open(dialog)

    def open_resolvers(self, shown: Shown) -> None:
        """Ask whom to ask."""
        dialog = ResolverDialog(shown.plan.resolvers, self._window)
        dialog.wished.connect(self.wished)
        dialog.finished.connect(self._forget_resolvers)
        self._resolvers = dialog
        _open(dialog)

    def open_for(self, do: Do, shown: Shown) -> None:
        """Open the dialog of an action."""
        opening: dict[Do, Callable[[Shown], None]] = {
            Do.OPEN: self.open_files,
            Do.SAVE: self.open_save,
            Do.SAVE_PICTURE: partial(self.open_save, usual=PICTURE),
            Do.SETTINGS: self.open_settings,
            Do.FORGET: self.open_forget,
            Do.LINE: self.open_line,
            Do.PROXY: partial(self.open_line, at_proxy=True),
            Do.EDIT_ROUTE: self.open_route,
            Do.COMPARE: self.open_comparison,
            Do.WELCOME: self.open_welcome,
            Do.REPORT: self.open_report,
            Do.ABOUT: self.open_about,
        }
        opening[do](shown)

    def open_route(self, shown: Shown) -> None:
        """Ask which MX records are planned."""
        from mxgui.ui.route_dialog import RouteDialog

        if shown.result is None:
            return
        dialog = RouteDialog(shown.result, self._theme, shown.latest_plan, self._window)
        dialog.wished.connect(self.wished)
        _open(dialog)

    def open_comparison(self, shown: Shown) -> None:
        """Put what is planned beside what is published; it stays open and follows."""
        from mxgui.ui.comparison_dialog import ComparisonDialog

        if self._comparison is None:
            self._comparison = ComparisonDialog(self._theme, self._window)
        self._comparison.draw(shown)
        self._comparison.show()
        self._comparison.activateWindow()

    def open_line(self, shown: Shown, *, at_proxy: bool = False) -> None:
        """Ask how to knock, beginning with the name or with the proxy."""
        from mxgui.ui.line_dialog import LineDialog

        dialog = LineDialog(shown, self._window)
        dialog.wished.connect(self.wished)
        dialog.finished.connect(self._forget_line)
        self._line = dialog
        _open(dialog)
        (dialog.proxy if at_proxy else dialog.name).setFocus()

    def open_settings(self, shown: Shown) -> None:
        """Show every setting; those of this window's plan as it has them."""
        from mxgui.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(_settings_of(shown), self._window, earlier=len(shown.earlier))
        dialog.wished.connect(self.wished)
        dialog.finished.connect(self._forget_settings)
        self._settings = dialog
        _open(dialog)
        self.wished.emit(ReadSettings())  # what comes of it is drawn

    def open_forget(self, shown: Shown) -> None:
        """Ask whether the earlier domains are to be forgotten."""
        from mxgui.ui.settings.forgetting import ask_to_forget

        forget = partial(self.wished.emit, ForgetDomains())
        ask_to_forget(len(shown.earlier), forget, self._window)

    def open_welcome(self, shown: Shown) -> None:
        """Tell where to begin."""
        from mxgui.ui.welcome_dialog import WelcomeDialog

        dialog = WelcomeDialog(shown, self._window)
        dialog.wished.connect(self.wished)
        dialog.field_asked.connect(self.field_asked)
        _open(dialog)

    def open_report(self, shown: Shown) -> None:
        """Show what a report of a problem should name."""
        from mxgui.ui.report_dialog import ReportDialog

        _open(ReportDialog(shown.bug, self._window))

    def open_about(self, _shown: Shown) -> None:
        """Tell versions and licences."""
        from mxgui.ui.about_dialog import AboutDialog

        _open(AboutDialog(self._theme, self._window))

    def open_keys(self, views: Sequence[Explained]) -> None:
        """Tell every key, those of the panels too."""
        from mxgui.ui.keys_dialog import KeysDialog

        _open(KeysDialog(_key_groups(views), self._theme, self._window))

    def open_help(self, views: Sequence[Explained], bar: View, asking: QWidget | None) -> None:
        """Explain the panel of a widget, or the bar on top, which stands behind the panels."""
        from mxgui.ui import (
            help_line,
            help_mail,
            help_plan,
            help_saved,
            help_trust,
            help_what_if,
            help_window,
        )
        from mxgui.ui.help_dialog import HelpDialog, topic_at
        from mxgui.ui.help_topics import key_of, keys_topic, panel_topics
        from mxgui.ui.palette_rows import key_words

        if self._help is None:
            groups = _key_groups(views)
            names = {
                key: key_words(key) for group in groups for row in group.rows for key in row.keys
            }
            general = (
                *help_mail.TOPICS,
                *help_what_if.TOPICS,
                *help_trust.TOPICS,
                *help_line.TOPICS,
                help_plan.PLANNED,
                help_saved.SAVED,
                *help_window.TOPICS,
                keys_topic(groups, names),
            )
            topics = (*panel_topics((*views, bar)), *general)
            self._help = HelpDialog(topics, self._theme, self._window)
        self._help.open_at(topic_at(asking) or key_of(bar))

    def open_palette(self, entries: Sequence[Entry]) -> None:
        """Offer all that can be done."""
        from mxgui.ui.palette import Palette

        if self._palette is None:
            self._palette = Palette(self._theme, self._window)
            self._palette.wished.connect(self.wished)
        self._palette.open(entries)

    def _forget_save(self) -> None:
        self._save = None

    def _forget_resolvers(self) -> None:
        self._resolvers = None

    def _forget_settings(self) -> None:
        self._settings = None

    def _forget_line(self) -> None:
        self._line = None


def _key_groups(views: Sequence[Explained]) -> tuple[KeyGroup, ...]:
    """Those of the menus, those that go to a panel, and those of each panel."""
    from mxgui.ui.panel_actions import GRAPH_KEY, PANEL_KEYS

    keys = (GRAPH_KEY, *PANEL_KEYS)
    go = tuple(KeyRow(view.title, (key,)) for key, view in zip(keys, views, strict=False))
    return (
        *groups_of_actions(ACTIONS),
        KeyGroup(text("Go to a panel"), go),
        *groups_of_panels(views),
    )


def _settings_of(shown: Shown) -> Settings:
    """All settings; those of this window's plan as it has them."""
    return with_plan(shown.settings, shown.plan)


def documents() -> Path:
    """The folder where the user's documents are, or else the home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
