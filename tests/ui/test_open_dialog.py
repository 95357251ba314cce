"""Files are chosen, several at once, and wished opened."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mxgui.ui.dialogs import Dialogs
from mxgui.ui.open_dialog import OpenDialog
from mxgui.ui.saved_file import SavedFile
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import OpenFiles
from tests.builders import NOON
from tests.ui.saving import a_saved
from tests.ui.showing import wishes_of


def test_it_offers_what_was_saved_and_takes_several(qtbot, tmp_path):
    for name in ("b.mxgui.json", "a.json", "c.png"):
        a_saved(tmp_path / name)
    dialog = OpenDialog(tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    assert "*.mxgui.json" in dialog.nameFilters()[0]
    wishes = wishes_of(dialog)
    chosen = [str(tmp_path / name) for name in ("a.json", "b.mxgui.json")]
    dialog.filesSelected.emit(chosen)
    assert wishes == [OpenFiles(tuple(chosen))]


def test_it_is_opened_upon_the_window_without_a_loop_of_its_own(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialogs = Dialogs(window, theme)
    wishes = wishes_of(dialogs)
    dialogs.open_files(Shown())
    dialog = window.findChildren(OpenDialog)[0]
    assert dialog.isVisible()
    dialog.wished.emit(OpenFiles(("a.json",)))
    dialog.reject()
    assert wishes == [OpenFiles(("a.json",))]


def test_it_begins_where_the_latest_file_was(qtbot, theme, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialogs = Dialogs(window, theme)
    dialogs.open_files(Shown(file=SavedFile(str(tmp_path / "a.json"), NOON)))
    (dialog,) = window.findChildren(OpenDialog)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.reject()
