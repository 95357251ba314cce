"""The details of the chosen host or address: outcome, time of each step, what was said, TLS."""

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.ui.dossier.dossier import dossier_of
from mxgui.ui.dossier.section import Bar, Dossier, Section
from mxgui.ui.graph_rows import stage_ink
from mxgui.ui.looks import STATE_LOOKS, Look
from mxgui.ui.marks import SIZE, paint_mark
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.words import shown as words_shown
from mxgui.ui.writing import Hand, Page, Writer

_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_WHAT = QTextFormat.Property.UserProperty.value + 1  # the place of a thing in Painted.things
_BAR = QSizeF(112, 18)  # as high as a line, so that it stands in its middle
_BARS = (92, 120, 64)  # pixels; label, bar, time
_MARK = QSizeF(SIZE + 6, SIZE)


class Painted(QPyTextObject):
    """Marks and time bars, painted within the text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Paint in the colours of the theme."""
        super().__init__(parent)
        self._theme = theme
        self.things: list[Bar | Look] = []

    def put(self, cursor: QTextCursor, thing: Bar | Look) -> None:
        """Put a thing into the text."""
        inline = QTextCharFormat()
        inline.setObjectType(_OBJECT)
        inline.setProperty(_WHAT, len(self.things))
        inline.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        self.things.append(thing)
        cursor.insertText("\ufffc", inline)

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """Tell how much room it needs."""
        return _BAR if isinstance(self.things[form.intProperty(_WHAT)], Bar) else _MARK

    def drawObject(  # Qt's own arguments
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        """Paint it."""
        place = QRectF(rect)
        what = self.things[form.intProperty(_WHAT)]
        if isinstance(what, Look):
            ink, tint = self._theme.tokens.pair(what.tone)
            paint_mark(painter, QRectF(place.x(), place.y(), SIZE, SIZE), what.shape, ink, tint)
        else:
            _paint_bar(painter, place, what, self._theme)


def _paint_bar(painter: QPainter, rect: QRectF, bar: Bar, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(theme.tokens.lane))
    rect = QRectF(rect.x(), rect.center().y() - 3, rect.width(), 6)
    painter.drawRoundedRect(rect, 3, 3)
    painter.setBrush(QColor(stage_ink(theme.tokens, bar.stage)))
    length = max(4.0, rect.width() * bar.length)
    left = min(rect.x() + rect.width() * bar.start, rect.right() - length)
    painter.drawRoundedRect(QRectF(left, rect.y(), length, rect.height()), 3, 3)
    painter.restore()


class DetailsView(View):
    """One page of text about what is chosen on the graph."""

    title = text("Details")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty page."""
        super().__init__(theme, parent)
        self.page = Page(words_shown(self.title))
        self._painted = Painted(theme, self)
        self.page.document().documentLayout().registerHandler(_OBJECT, self._painted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.setFocusProxy(self.page)
        self._dossier: Dossier | None = None
        theme.changed.connect(self._write)

    def draw(self, shown: Shown) -> None:
        """Write the page anew if it would say something else."""
        result = shown.result
        dossier = dossier_of(result, shown.chosen, shown.now) if result else None
        if dossier != self._dossier:
            same = dossier and self._dossier and dossier.title == self._dossier.title
            self._dossier = dossier
            if not same:
                self.page.verticalScrollBar().setValue(0)
            self._write()

    def _write(self) -> None:
        self._painted.things.clear()
        writer = Writer(self.page, self.theme.tokens)
        if self._dossier is not None:
            writer.line(words_shown(self._dossier.title), Hand.TITLE)
            subtitle = words_shown(self._dossier.subtitle)
            if subtitle:
                writer.line(subtitle, Hand.MUTED)
            for section in self._dossier.sections:
                self._write_section(writer, section)
        writer.done()

    def _write_section(self, writer: Writer, section: Section) -> None:
        writer.line("", above=14)
        if section.state is not None:
            self._painted.put(writer.cursor, STATE_LOOKS[section.state])
        hand = Hand.MONO_HEADING if section.mono else Hand.HEADING
        writer.write(words_shown(section.title), hand)
        for line in section.lines:
            label = words_shown(line.label)
            writer.line("", above=3)
            if label:
                writer.write(f"{label}  ", Hand.MUTED)
            writer.write(words_shown(line.value), Hand.MONO if line.mono else Hand.PLAIN)
        if section.bars:
            self._write_bars(writer, section.bars)
        for at, said in enumerate(section.transcript):
            writer.line(words_shown(said), Hand.MONO, above=8 if at == 0 else 1, left=2)

    def _write_bars(self, writer: Writer, bars: tuple[Bar, ...]) -> None:
        """A table of label, bar and time; the labels and times are text that can be copied."""
        table = QTextTableFormat()
        table.setBorder(0)
        table.setCellPadding(2)
        table.setCellSpacing(0)
        table.setTopMargin(4)
        fixed = QTextLength.Type.FixedLength
        table.setColumnWidthConstraints([QTextLength(fixed, width) for width in _BARS])
        cursor = writer.cursor
        cursor.insertTable(len(bars), 3, table)
        for bar in bars:
            cursor.insertText(words_shown(bar.label), writer.format_of(Hand.MUTED))
            cursor.movePosition(cursor.MoveOperation.NextCell)
            self._painted.put(cursor, bar)
            cursor.movePosition(cursor.MoveOperation.NextCell)
            cursor.insertText(words_shown(bar.took), writer.format_of(Hand.PLAIN))
            cursor.movePosition(cursor.MoveOperation.NextCell)
        cursor.movePosition(cursor.MoveOperation.End)
