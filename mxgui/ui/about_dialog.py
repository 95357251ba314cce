"""What mxgui is, which versions of what it runs on, and under which licences all of it stands."""

from __future__ import annotations

import platform
import ssl
from collections.abc import Callable, Sequence

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mxgui import __version__, identity
from mxgui.app.licences import Part, canonical, parts, texts_of
from mxgui.model.text import Text, text
from mxgui.ui.copying import let_copy
from mxgui.ui.fonts import BASE, strong_font
from mxgui.ui.label import plain_label
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.theme import Theme
from mxgui.ui.words import shown as words_shown
from mxgui.ui.writing import Hand, Page, Writer

_WHAT = text(
    "Shows how mail reaches a domain: its route, its mail hosts, and what is wrong with them. "
    "Free software under the MIT licence, without any warranty."
)
_QUIET = text(
    "No telemetry, and no search for updates: mxgui talks to the name servers and the hosts that "
    "an inspection is about, and to nobody else."
)
_LINE_END = "\u2028"  # within a paragraph, which would have its distance to the next
_OF_INTEREST = ("dnspython", "cryptography", "qasync")  # whose versions a report of a bug needs


def versions(found: Sequence[Part]) -> tuple[tuple[str, str], ...]:
    """What a report of a bug should name: pairs of a name and a version."""
    packages = {canonical(part.name): part.version for part in found}
    return (
        ("mxgui", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", pyside_version),
        *((name, packages[name]) for name in _OF_INTEREST if name in packages),
        ("TLS", ssl.OPENSSL_VERSION),
        ("System", platform.platform()),
    )


class AboutDialog(QDialog):
    """Tells version and licences; every word can be selected and copied."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        find_parts: Callable[[], Sequence[Part]] = parts,
    ) -> None:
        """Look for the parts that are installed, and show the licence of mxgui itself."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("About mxgui")))
        self.resize(900, 660)
        self._theme = theme
        self._parts = tuple(find_parts())
        self._versions = versions(self._parts)
        self.list = QListWidget()
        self.list.setAccessibleName(words_shown(text("What mxgui is made of")))
        self.list.addItems([_title(part) for part in self._parts])
        let_copy(self.list)
        self.page = Page(words_shown(text("Licence")))
        self._lay_out()
        self.list.currentRowChanged.connect(self._write)
        theme.changed.connect(self._write)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _lay_out(self) -> None:
        name = _label("strong", text("mxgui {version}", version=__version__))
        name.setFont(strong_font(BASE + 3))
        pairs = (
            words_shown(text("{name} {version}", name=name, version=version))
            for name, version in self._versions[1:]
        )
        own = _label("muted")
        own.setText(" · ".join(pairs))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(self.page)
        splitter.setSizes([210, 650])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        home = _label("muted")
        home.setText(identity.HOMEPAGE)
        for label in (name, _label("plain", _WHAT), _label("plain", _QUIET), home, own):
            layout.addWidget(label)
        layout.addSpacing(4)
        layout.addWidget(_label("strong", text("What it is made of, and the licences")))
        layout.addWidget(splitter, 1)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        copy = QPushButton(words_shown(text("&Copy versions")))
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        buttons = plain_buttons(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy(self) -> None:
        """Copy the versions, one a line."""
        lines = (f"{name} {version}" for name, version in self._versions)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _write(self) -> None:
        """Write the page of the chosen part."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._parts):
            return
        part = self._parts[row]
        self.page.verticalScrollBar().setValue(0)
        writer = Writer(self.page, self._theme.tokens)
        writer.line(_title(part), Hand.TITLE)
        for words in (part.licence, part.home, part.note or ""):
            if words:
                writer.line(words_shown(words), above=6)
        texts = texts_of(part)
        for name, words in texts:
            if len(texts) > 1:
                writer.line(name, Hand.HEADING, above=16)
            lines = words.strip("\n").replace("\n", _LINE_END)
            writer.line(lines, Hand.MONO, above=14)
        if not texts:
            known = part.licence or text("not named")
            writer.line(words_shown(text_missing(known)), Hand.MUTED, above=14)
        writer.done()


def text_missing(licence: str | Text) -> Text:
    """What to say where there is no text to show."""
    return text(
        "The text of this licence is not among the installed files. Look for it by its name: "
        "{licence}.",
        licence=licence,
    )


def _title(part: Part) -> str:
    words = text("{name} {version}", name=part.name, version=part.version)
    return words_shown(words if part.version else part.name)


def _label(kind: str, words: Text | None = None) -> QLabel:
    label = plain_label(kind)
    label.setWordWrap(True)
    if words is not None:
        label.setText(words_shown(words))
    return label
