"""Help beside the window: a list of topics that can be searched, and the page of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import Text, text
from mxgui.ui.help_topics import Section, Topic, found, key_of
from mxgui.ui.looks import Look
from mxgui.ui.marks import SIZE, icon_of
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.words import shown as words_shown
from mxgui.ui.writing import Hand, Page, Writer

_KEY = Qt.ItemDataRole.UserRole
_MOST_MARKED = 200  # places of what was searched for that are marked on a page


def topic_at(widget: QWidget | None) -> str | None:
    """The topic of the panel that a widget is part of, if it says something of itself."""
    while widget is not None:
        if isinstance(widget, View) and words_shown(widget.help):
            return key_of(widget)
        widget = widget.parentWidget()
    return None


class HelpDialog(QDialog):
    """Stays open beside the window, which can be used meanwhile."""

    def __init__(
        self, topics: Sequence[Topic], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show the first of the topics."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("Help")))
        self.setModal(False)
        self.resize(920, 660)
        self._topics = tuple(topics)
        self._fitting = self._topics
        self._theme = theme
        self._written: tuple[Topic | None, str] | None = None
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(words_shown(text("Search")))
        self.field.setAccessibleName(words_shown(text("Search the help")))
        self.list = QListWidget()
        self.list.setAccessibleName(words_shown(text("Topics")))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = Page(words_shown(text("Help")))
        self._lay_out()
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self.page.setFocus)
        self.list.currentRowChanged.connect(self._write)
        theme.changed.connect(self._write_again)
        self._search()
        self.field.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.page)
        splitter.setSizes([300, 620])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def open_at(self, key: str | None) -> None:
        """Show a topic, by its key; one that is not known leaves the page as it is."""
        if key in [topic.key for topic in self._topics]:
            if key not in [topic.key for topic in self._fitting]:
                self.field.clear()
            self._choose(key)
            self.page.setFocus()  # the arrow keys scroll it
        self.show()
        self.raise_()
        self.activateWindow()

    # ------------------------------------------------------------------ the list

    @property
    def chosen(self) -> Topic | None:
        """The topic that is shown."""
        row = self.list.currentRow()
        return self._fitting[row] if 0 <= row < len(self._fitting) else None

    def _search(self) -> None:
        """List the topics that fit, and show the best of them unless the shown one fits."""
        before = self.chosen
        fitting = found(self._topics, self.field.text())
        typed = bool(self.field.text().strip())
        self.list.blockSignals(True)
        self._fitting = fitting
        self.list.clear()
        for topic in fitting:
            item = QListWidgetItem(words_shown(topic.title), self.list)
            item.setData(_KEY, topic.key)
        self.list.blockSignals(False)
        keys = [topic.key for topic in fitting]
        wanted = before.key if before is not None and not typed else None
        self._choose(wanted if wanted in keys else next(iter(keys), None))
        self._write()

    def _choose(self, key: str | None) -> None:
        keys = [topic.key for topic in self._fitting]
        if key in keys:
            self.list.setCurrentRow(keys.index(key))

    # ------------------------------------------------------------------ the page

    def _write_again(self) -> None:
        self._written = None
        self._write()

    def _write(self) -> None:
        """Write the page of the chosen topic, unless it stands there already."""
        topic, typed = self.chosen, self.field.text()
        if self._written == (topic, typed):
            return
        if self._written is None or self._written[0] != topic:
            self.page.verticalScrollBar().setValue(0)
        self._written = (topic, typed)
        writer = Writer(self.page, self._theme.tokens)
        if topic is None:
            writer.line(words_shown(text("Nothing is said about that.")), Hand.MUTED)
        else:
            writer.line(words_shown(topic.title), Hand.TITLE)
            for section in topic.sections:
                self._write_section(writer, section)
        writer.done()
        self._mark(typed.split())

    def _write_section(self, writer: Writer, section: Section) -> None:
        heading = words_shown(section.heading)
        if heading:
            writer.line(heading, Hand.HEADING, above=18)
        for paragraph in section.paragraphs:
            writer.line(words_shown(paragraph), above=8)
        for look, words in section.marks:
            writer.line("", above=8)
            self._put(writer, look)
            writer.write("  ")
            writer.write(words_shown(look.word), Hand.HEADING)
            writer.write("  ")
            writer.write(words_shown(words))
        for word, meaning in section.rows:
            writer.line(words_shown(word), Hand.HEADING, above=8)
            writer.write("  ")
            writer.write(words_shown(meaning))
        if section.references:
            writer.line(words_shown(_cited(section.references)), Hand.MUTED, above=8)

    def _put(self, writer: Writer, look: Look) -> None:
        """Put a mark into the text, as sharp as the screen is."""
        icon = icon_of(look, self._theme.tokens)
        picture = icon.pixmap(QSize(SIZE, SIZE), self.devicePixelRatioF()).toImage()
        name = f"mark:{look.shape.name}-{look.tone.value}-{look.solid}"
        kind = QTextDocument.ResourceType.ImageResource.value
        self.page.document().addResource(kind, QUrl(name), picture)
        image = QTextImageFormat()
        image.setName(name)
        image.setWidth(SIZE)
        image.setHeight(SIZE)
        image.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        writer.cursor.insertImage(image)

    def _mark(self, typed: Sequence[str]) -> None:
        """Mark the places on the page where a typed word occurs."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in typed:
            place = self.page.document().find(word)
            while not place.isNull() and len(marks) < _MOST_MARKED:
                marks.append(self._marked(place))
                place = self.page.document().find(word, place)
        self.page.setExtraSelections(marks)

    def _marked(self, place: QTextCursor) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = place
        mark.format = QTextCharFormat()
        mark.format.setBackground(QColor(self._theme.tokens.accent_tint))
        mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return mark


def _cited(references: Sequence[Text]) -> Text:
    """Where it is written."""
    return text("See {references}", references=tuple(references))
