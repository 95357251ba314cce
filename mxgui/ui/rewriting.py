"""A page that is rewritten only where it changed: choice of text and place of reading stay."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextOption

from mxgui.ui.painted import LETTER, Painted
from mxgui.ui.prose import Paragraph, Run
from mxgui.ui.theme import Theme
from mxgui.ui.writing import Page, format_of

TABS = (104.0, 224.0)  # pixels; where a bar begins, and the time behind it


class Rewriter:
    """Keeps what was written, and changes the paragraphs that differ."""

    def __init__(self, page: Page, theme: Theme) -> None:
        """Take an empty page."""
        self._page = page
        self._theme = theme
        self._painted = Painted(page.document(), theme, page)
        self.written: tuple[Paragraph, ...] = ()

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Write what differs from what stands there."""
        new, old = tuple(paragraphs), self.written
        if new == old:
            return
        if not (old and new):
            self._page.clear()
        cursor = QTextCursor(self._page.document())
        cursor.beginEditBlock()
        if old and new:
            for first, end, paragraphs in _changes(old, new):
                self._change(cursor, first, end, paragraphs)
        elif new:  # a page without words has one paragraph already
            cursor.setBlockFormat(_block_format(new[0]))
            self._write(cursor, new[0])
            self._append(cursor, new[1:])
        cursor.endEditBlock()
        self.written = new

    def show_anew(self, paragraphs: Sequence[Paragraph]) -> None:
        """Write another page, to be read from its beginning."""
        self._page.clear()
        self._painted.forget()
        self.written = ()
        self.show(paragraphs)
        self._page.setTextCursor(QTextCursor(self._page.document()))
        self._page.verticalScrollBar().setValue(0)

    def repaint(self) -> None:
        """Write the same in other colours."""
        place = self._page.verticalScrollBar().value()
        self.show_anew(self.written)
        self._page.verticalScrollBar().setValue(place)

    # ------------------------------------------------------------------ inside

    def _change(self, cursor: QTextCursor, first: int, end: int, new: Sequence[Paragraph]) -> None:
        """Put new paragraphs in the place of those from the first to before the end."""
        shared = min(end - first, len(new))
        for at, paragraph in enumerate(new[:shared], start=first):
            cursor.setPosition(self._block(at).position())
            cursor.movePosition(_MOVE.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            cursor.setBlockFormat(_block_format(paragraph))
            self._write(cursor, paragraph)
        if end > first + shared:
            self._remove(cursor, first + shared, end)
        elif first + shared < self._page.document().blockCount():
            self._insert(cursor, first + shared, new[shared:])
        else:
            self._append(cursor, new[shared:])

    def _insert(self, cursor: QTextCursor, at: int, new: Sequence[Paragraph]) -> None:
        """Put paragraphs before another one; what is selected in that moves along with it."""
        for number, paragraph in enumerate(new, start=at):
            below = self._block(number)
            cursor.setPosition(below.position())
            cursor.insertBlock(below.blockFormat())
            cursor.setPosition(self._block(number).position())
            cursor.setBlockFormat(_block_format(paragraph))
            self._write(cursor, paragraph)

    def _append(self, cursor: QTextCursor, new: Sequence[Paragraph]) -> None:
        cursor.movePosition(_MOVE.End)
        for paragraph in new:
            cursor.insertBlock(_block_format(paragraph))
            self._write(cursor, paragraph)

    def _remove(self, cursor: QTextCursor, at: int, end: int) -> None:
        """Take paragraphs away; the first of a page is never among them."""
        before, last = self._block(at - 1), self._block(end - 1)
        cursor.setPosition(before.position() + before.length() - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _write(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        for part in paragraph.parts:
            if isinstance(part, Run):
                cursor.insertText(part.words, format_of(part.hand, self._theme.tokens))
            else:
                cursor.insertText(LETTER, self._painted.format_of(part))

    def _block(self, at: int) -> QTextBlock:
        return self._page.document().findBlockByNumber(at)


_MOVE = QTextCursor.MoveOperation


def _block_format(paragraph: Paragraph) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(paragraph.above)
    block.setLeftMargin(paragraph.left + paragraph.hang)
    block.setTextIndent(-paragraph.hang)
    if not all(isinstance(part, Run) for part in paragraph.parts):
        block.setTabPositions([QTextOption.Tab(at, QTextOption.TabType.LeftTab) for at in TABS])
    return block


def _changes(
    old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]
) -> Iterator[tuple[int, int, tuple[Paragraph, ...]]]:
    """What to put in the place of which paragraphs, from the last to the first.

    The first paragraph is never moved, only changed: no document is without one.
    """
    first = max(1, _alike(old, new))
    last = _alike(old[first:][::-1], new[first:][::-1])
    differs = SequenceMatcher(
        None, old[first : len(old) - last], new[first : len(new) - last], autojunk=False
    )
    for what, begin, end, new_begin, new_end in reversed(differs.get_opcodes()):
        if what != "equal":
            yield first + begin, first + end, new[first + new_begin : first + new_end]
    if old[0] != new[0]:
        yield 0, 1, new[:1]


def _alike(one: Sequence[Paragraph], other: Sequence[Paragraph]) -> int:
    """How many paragraphs are the same from the first one on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
