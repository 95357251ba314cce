"""Where and how to save: a format, a file, and a question before a file is replaced."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mxgui.identity import SAVED_SUFFIX
from mxgui.model.text import text
from mxgui.report.exporter import Exporter
from mxgui.report.files import free_name
from mxgui.ui.label import plain_label
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.shown import Saved, Shown
from mxgui.ui.wishes import Save
from mxgui.ui.words import shown as words_shown

SAVED = "json"  # holds an inspection, to be opened again
USUAL = "html"  # the format that is offered first: anybody can open it


def ending_of(exporter: Exporter) -> str:
    """The ending that is offered: JSON gets the one by which a system knows what opens it."""
    return SAVED_SUFFIX if exporter.name == SAVED else exporter.suffix


class ExportDialog(QDialog):
    """Asks for format and file, wishes for the saving, and closes once it is done."""

    wished = Signal(object)

    def __init__(
        self,
        exporters: Sequence[Exporter],
        place: Path,
        usual: str = USUAL,
        parent: QWidget | None = None,
    ) -> None:
        """Offer a file at that place, which has no ending yet, in the format named."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("Save the result")))
        self.setMinimumWidth(520)
        self._exporters = tuple(exporters)
        self._saved: Saved | None = None
        self._is_first_draw = True
        self.formats = QComboBox()
        for exporter in self._exporters:
            self.formats.addItem(words_shown(exporter.title))
        self.formats.setCurrentIndex(self._place_of(usual))
        self.formats.setAccessibleName(words_shown(text("Format")))
        self.formats.currentIndexChanged.connect(self._follow_format)
        self.file = QLineEdit(
            str(free_name(place.with_name(f"{place.name}{ending_of(self.exporter)}")))
        )
        self.file.setAccessibleName(words_shown(text("File")))
        self.problem = plain_label("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.question: QMessageBox | None = None
        self._lay_out()
        self.file.setFocus()

    def _lay_out(self) -> None:
        browse = QPushButton(words_shown(text("&Browse…")))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(words_shown(text("For&mat")), self.formats)
        form.addRow(self._label(), row)
        kinds = QDialogButtonBox.StandardButton
        buttons = plain_buttons(kinds.Save | kinds.Cancel)
        save = buttons.button(kinds.Save)
        save.setObjectName("primary")
        save.setDefault(True)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)

    def _label(self) -> QLabel:
        """The label of the file, whose letter leads to the field behind it."""
        label = QLabel(words_shown(text("&File")))
        label.setBuddy(self.file)
        return label

    def _place_of(self, name: str) -> int:
        names = [exporter.name for exporter in self._exporters]
        return names.index(name) if name in names else 0

    @property
    def exporter(self) -> Exporter:
        """The chosen format."""
        return self._exporters[max(self.formats.currentIndex(), 0)]

    @property
    def path(self) -> Path:
        """The file, with the ending of the format if none was typed."""
        path = Path(self.file.text().strip())
        with suppress(RuntimeError):  # nobody of that name: then it is the name of a folder
            path = path.expanduser()
        if path.suffix or not path.name:  # the root has no name, and cannot be written
            return path
        return path.with_name(f"{path.name}{ending_of(self.exporter)}")

    def draw(self, shown: Shown) -> None:
        """Close once the file is written, or say what was in the way."""
        if self._is_first_draw:
            self._is_first_draw, self._saved = False, shown.saved
        if shown.saved is None or shown.saved == self._saved:
            return
        self._saved = shown.saved
        if shown.saved.problem is None:
            self.accept()
        else:
            self._complain(words_shown(shown.saved.problem))

    def _complain(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _follow_format(self) -> None:
        """Give the file the ending of the format, unless it has one of its own."""
        path = Path(self.file.text().strip())
        endings = {ending for each in self._exporters for ending in (ending_of(each), each.suffix)}
        fitting = (ending for ending in endings if path.name.endswith(ending))
        ending = max(fitting, key=len, default="")
        if ending:
            name = f"{path.name.removesuffix(ending)}{ending_of(self.exporter)}"
            self.file.setText(str(free_name(path.with_name(name))))

    def _browse(self) -> None:
        dialog = QFileDialog(self, words_shown(text("File")), str(self.path.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked once, by this dialog
        dialog.selectFile(self.path.name)
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()

    def _save(self) -> None:
        if not self.file.text().strip():
            self._complain(words_shown(text("Type the name of a file.")))
        elif self._is_there():
            self._ask_to_replace()
        else:
            self._wish(replace=False)

    def _is_there(self) -> bool:
        try:
            return self.path.is_file()
        except (OSError, ValueError):
            return False  # the writing will say what is wrong with it

    def _ask_to_replace(self) -> None:
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setText(words_shown(text("Replace the file {name}?", name=self.path.name)))
        question.setInformativeText(words_shown(text("What is in it now will be lost.")))
        for_real = question.addButton(
            words_shown(text("&Replace")), QMessageBox.ButtonRole.AcceptRole
        )
        keep = question.addButton(words_shown(text("&Keep")), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        for_real.clicked.connect(self._replace)
        self.question = question
        question.open()

    def _replace(self) -> None:
        self._wish(replace=True)

    def _wish(self, *, replace: bool) -> None:
        self._complain("")
        self.wished.emit(Save(self.exporter.name, str(self.path), replace))


def file_stem(domain: str) -> str:
    """A name for a file out of a domain: nothing in it can lead to another folder."""
    kept = "".join(letter if letter.isalnum() or letter in ".-" else "-" for letter in domain)
    return f"mail-route-{kept.strip('.-') or 'domain'}"
