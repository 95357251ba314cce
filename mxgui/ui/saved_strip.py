"""The strip that a saved inspection always has: when it was taken, and how to look again.

It stands on top for as long as what a file holds is shown, so that no old picture looks like today.
Once the domain was inspected afresh it leads from one to the other.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mxgui.model.text import Text, text
from mxgui.report.marks import Shape
from mxgui.routing.shapes import Tone
from mxgui.ui.label import plain_label
from mxgui.ui.looks import Look
from mxgui.ui.marks import SIZE, icon_of
from mxgui.ui.saved_file import SavedFile, moment_words
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import ProbeAgain, ShowSaved
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

LOOK = Look(Shape.LETTER_I, text("Saved"), Tone.RUNNING)


class SavedStrip(View):
    """One sentence, and two buttons."""

    title = text("Saved inspection")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(theme, parent)
        self.setObjectName("saved")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = QLabel()
        self.words = plain_label("strong")
        self.words.setWordWrap(True)
        self.again = _button(text("&Look again"), text("Ask and probe afresh (F5)"))
        self.again.clicked.connect(self._look_again)
        self.other = _button(text(""), text(""))
        self.other.clicked.connect(self._show_other)
        self._is_saved = True
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        for button in (self.other, self.again):
            row.addWidget(button)
        theme.changed.connect(self._colour)
        self._colour()
        self.hide()

    def draw(self, shown: Shown) -> None:
        """Stand there if what is shown was opened out of a file."""
        file = shown.file
        self.setVisible(shown.result is not None and file is not None)
        if file is None:
            return
        self._is_saved = file.is_shown
        self.words.setText(words_shown(words_of(file)))
        self.words.setToolTip(tip(text("Opened from {path}", path=file.path)))
        self.again.setVisible(file.is_shown and file.is_alone)
        self.again.setEnabled(not shown.busy)
        self.other.setVisible(not file.is_alone)
        self.other.setEnabled(not shown.busy)
        words, about = _OTHER[file.is_shown]
        self.other.setText(words_shown(words))
        self.other.setToolTip(words_shown(about))

    def _colour(self) -> None:
        self._mark.setPixmap(icon_of(LOOK, self.theme.tokens).pixmap(SIZE, SIZE))

    def _look_again(self) -> None:
        self.wished.emit(ProbeAgain())

    def _show_other(self) -> None:
        self.wished.emit(ShowSaved(not self._is_saved))


_OTHER = {
    True: (text("Show the &latest"), text("See what was found when you looked again")),
    False: (text("Show the &saved one"), text("See what was found when the file was saved")),
}


def words_of(file: SavedFile) -> Text:
    """When what is shown was taken, as far as the file has to do with it."""
    time = moment_words(file.began)
    if file.is_shown:
        return text("Saved inspection of {time}: it may be different by now.", time=time)
    return text("Inspected again. The saved inspection of {time} is kept.", time=time)


def _button(words: Text, about: Text) -> QPushButton:
    button = QPushButton(words_shown(words))
    button.setToolTip(tip(about))
    return button
