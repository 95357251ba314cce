"""The line on top of the panel of waiting: the outage, when a message comes, and a backup."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from mxgui.model.durations import BadDuration, read_duration
from mxgui.model.text import Text, text
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.waiting import LENGTHS
from mxgui.ui.label import plain_label
from mxgui.ui.small_button import small_button
from mxgui.ui.waits.rows import Asked
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

NARROW = 700  # pixels under which the choices stand in two lines
LONGEST = 366 * 86400  # seconds that may be typed: longer than any sender keeps a message
_HOUR = 3600
_MARGIN = 8  # pixels at either end of the line, and between choices and buttons
_LEAST = 320  # pixels; else one line in large letters would hold the whole window wide
_COMES = (0, 600, _HOUR, 6 * _HOUR, -_HOUR)  # seconds after the outage began, negative: before it
_SAME = "same"


class WaitingBar(QWidget):
    """Choices that can also be typed, and two buttons: the lines, or the table."""

    changed = Signal()
    turned = Signal(bool)  # whether the table is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask for four hours, and a message that comes with the outage."""
        super().__init__(parent)
        self.setObjectName("strip")
        self.setMinimumWidth(_LEAST)
        self.asked = Asked()
        self._has_backup = True
        self.length = _choice(text("Length of the outage"), text("Choose, or type 90s, 4h, 1d12h"))
        self.comes = _choice(
            text("When the message comes"),
            text(
                "Choose, or type how long after its beginning, such as 30m; with a minus, before it"
            ),
        )
        self.backup = _choice(
            text("Backup"), text("What hosts of worse preference do during the outage")
        )
        self.backup.setEditable(False)
        self.lines = small_button(text("Courses"), text("One message at each sender, as a line"))
        self.table = small_button(text("Table"), text("Each sender in outages of many lengths"))
        self.problem = plain_label("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._fill()
        self._lay_out()
        self._connect()
        self._word(self.asked.length, self.asked.after)
        self._turn(table=False)

    def _fill(self) -> None:
        for length in LENGTHS:
            self.length.addItem(words_shown(outage_words(length)), length)
        self.length.setCurrentIndex(LENGTHS.index(self.asked.length))
        for after in _COMES:
            self.comes.addItem(words_shown(comes_words(after)), after)
        self.backup.addItem(words_shown(text("No backup: all are down")), "")
        self.backup.addItem(words_shown(text("Backup as the same sender")), _SAME)
        for sender in SENDERS:
            words = text("Backup as {sender}", sender=sender.title)
            self.backup.addItem(words_shown(words), sender.id)

    def _lay_out(self) -> None:
        directions = QBoxLayout.Direction
        self._choices = QBoxLayout(directions.LeftToRight)
        self._choices.setSpacing(6)
        for choice, part in ((self.length, 5), (self.comes, 6), (self.backup, 7)):
            self._choices.addWidget(choice, part)  # parts as their words are long
        self._buttons = buttons = QBoxLayout(directions.LeftToRight)
        buttons.setSpacing(2)
        for button in (self.lines, self.table):
            button.setObjectName("toggle")
            button.setCheckable(True)
            buttons.addWidget(button)
        buttons.addStretch(0)
        self._rows = QBoxLayout(directions.LeftToRight)
        self._rows.setSpacing(_MARGIN)
        self._rows.addLayout(self._choices, 1)
        self._rows.addLayout(buttons)
        column = QBoxLayout(directions.TopToBottom, self)
        column.setContentsMargins(_MARGIN, 3, _MARGIN, 3)
        column.setSpacing(2)
        column.addLayout(self._rows)
        column.addWidget(self.problem)

    def _connect(self) -> None:
        for choice in (self.length, self.comes):
            choice.activated.connect(self._read)
            field = choice.lineEdit()
            if field is not None:
                field.editingFinished.connect(self._read)
        self.backup.activated.connect(self._read)
        self.lines.clicked.connect(self._show_lines)
        self.table.clicked.connect(self._show_table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the buttons a line of their own where there is little room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        beside = (self._choices, self._buttons)
        needed = sum(part.minimumSize().width() for part in beside) + 3 * _MARGIN
        narrow = self.width() < max(NARROW, needed)
        self._rows.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def offer_backup(self, *, wanted: bool) -> None:
        """Let a backup be chosen only where there are hosts of worse preference."""
        self.backup.setEnabled(wanted)
        about = text("What hosts of worse preference do during the outage")
        if not wanted:
            about = text("There is no host of worse preference that could be a backup.")
        self.backup.setToolTip(tip(about))
        self.backup.setAccessibleDescription(words_shown(about))
        if not wanted:
            self.backup.setCurrentIndex(0)

    def backup_of(self, sender: Sender) -> Sender | None:
        """What the backup is for a sender."""
        name = self.backup.currentData()
        if not name or not self.backup.isEnabled():
            return None
        return sender if name == _SAME else sender_of(str(name))

    # ------------------------------------------------------------------ what is typed

    def _read(self) -> None:
        """Take what was chosen or typed, or say what to change."""
        try:
            length = _seconds(self.length, least=1)
            after = _after(self.comes)
        except BadDuration as error:
            self.problem.setText(words_shown(error.text))
            self.problem.show()
            return
        self.problem.hide()
        self._word(length, after)
        asked = Asked(float(length), float(after))
        if asked != self.asked or self.sender() is self.backup:
            self.asked = asked
            self.changed.emit()

    def _word(self, length: float, after: float) -> None:
        """Let the fields say in words what was typed."""
        _show(self.length, length, outage_words(length))
        _show(self.comes, after, comes_words(after))

    # ------------------------------------------------------------------ lines or table

    def _show_lines(self) -> None:
        self._turn(table=False)

    def _show_table(self) -> None:
        self._turn(table=True)

    def _turn(self, *, table: bool) -> None:
        self.lines.setChecked(not table)
        self.table.setChecked(table)
        self.turned.emit(table)


def outage_words(length: float) -> Text:
    """An outage of that length."""
    return text("Outage of {time}", time=timedelta(seconds=length))


def comes_words(after: float) -> Text:
    """When a message comes."""
    if after == 0:
        return text("Message at its start")
    if after < 0:
        return text("Message {time} before", time=timedelta(seconds=-after))
    return text("Message {time} later", time=timedelta(seconds=after))


def _choice(name: Text, about: Text) -> QComboBox:
    choice = QComboBox()
    choice.setEditable(True)
    choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    choice.setAccessibleName(words_shown(name))
    field = choice.lineEdit()
    assert field is not None  # it can be written in
    field.setAccessibleName(words_shown(name))  # Qt gives it none of the whole
    choice.setToolTip(tip(about))
    choice.setMinimumContentsLength(10)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return choice


def _known(choice: QComboBox) -> float | None:
    """What the words in the field stand for, if they are those of an item or of what was typed."""
    at = choice.findText(choice.currentText())
    if at >= 0:
        return float(choice.itemData(at))
    kept = choice.property("seconds")
    is_same = choice.property("words") == choice.currentText()
    return float(kept) if is_same and kept is not None else None


def _seconds(choice: QComboBox, *, least: int) -> float:
    known = _known(choice)
    if known is not None:
        return known
    return float(read_duration(choice.currentText(), least=least, most=LONGEST))


def _after(choice: QComboBox) -> float:
    known = _known(choice)
    if known is not None:
        return known
    typed = choice.currentText().strip()
    if typed == "0":
        return 0.0
    if typed[:1] in ("-", "−"):  # noqa: RUF001
        return -float(read_duration(typed[1:], least=0, most=LONGEST))
    return float(read_duration(typed.removeprefix("+"), least=0, most=LONGEST))


def _show(choice: QComboBox, seconds: float, words: Text) -> None:
    shown = words_shown(words)
    choice.setProperty("seconds", seconds)
    choice.setProperty("words", shown)
    if choice.currentText() != shown:
        choice.setEditText(shown)
    field = choice.lineEdit()
    if field is not None:
        field.setCursorPosition(0)  # else the beginning of the words is cut off
