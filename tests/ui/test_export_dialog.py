"""The dialog of saving: a format, a file, and a question before one is replaced."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel

from mxgui.model.text import text
from mxgui.report.exporters import EXPORTERS
from mxgui.ui.export_dialog import ExportDialog, file_stem
from mxgui.ui.shown import Saved, Shown
from mxgui.ui.wishes import Save
from tests.ui.showing import wishes_of


@pytest.fixture
def dialog(qtbot, tmp_path) -> ExportDialog:
    made = ExportDialog(EXPORTERS, tmp_path / "mail-route-example.org")
    qtbot.addWidget(made)
    made.draw(Shown())
    made.open()
    return made


def save(dialog: ExportDialog) -> None:
    buttons = dialog.findChildren(QDialogButtonBox)[0]
    buttons.button(QDialogButtonBox.StandardButton.Save).click()


def test_every_exporter_is_offered(dialog):
    assert dialog.formats.count() == len(EXPORTERS)
    assert dialog.exporter.name == "html"


def test_the_ending_follows_the_format(dialog, tmp_path):
    dialog.formats.setCurrentIndex([e.name for e in EXPORTERS].index("svg"))
    assert dialog.path == tmp_path / "mail-route-example.org.svg"


def test_a_name_without_an_ending_gets_that_of_the_format(dialog, tmp_path):
    dialog.file.setText(str(tmp_path / "mine"))
    assert dialog.path == tmp_path / "mine.html"


def test_a_new_file_is_wished_for_at_once(dialog, tmp_path):
    wishes = wishes_of(dialog)
    save(dialog)
    assert wishes == [Save("html", str(tmp_path / "mail-route-example.org.html"))]


def test_a_file_that_is_there_is_replaced_only_after_a_yes(dialog, tmp_path):
    (tmp_path / "old.html").write_text("old")
    dialog.file.setText(str(tmp_path / "old.html"))
    wishes = wishes_of(dialog)
    save(dialog)
    assert not wishes
    assert dialog.question is not None
    keep, replace = dialog.question.escapeButton(), dialog.question.buttons()[0]
    keep.click()
    assert not wishes
    save(dialog)
    replace = dialog.question.buttons()[0]
    replace = (
        replace if replace is not dialog.question.escapeButton() else (dialog.question.buttons()[1])
    )
    replace.click()
    assert wishes == [Save("html", str(tmp_path / "old.html"), replace=True)]


def test_it_offers_a_name_that_is_not_taken(qtbot, tmp_path):
    (tmp_path / "report.html").write_text("old")
    dialog = ExportDialog(EXPORTERS, tmp_path / "report")
    qtbot.addWidget(dialog)
    assert dialog.path.name == "report-2.html"


def test_it_closes_when_the_file_is_written(dialog, tmp_path):
    save(dialog)
    dialog.draw(Shown(saved=Saved(1, str(tmp_path / "x.html"))))
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_it_stays_and_says_what_was_in_the_way(dialog):
    save(dialog)
    dialog.draw(Shown(saved=Saved(1, "x.html", text("The disk is full."))))
    assert dialog.isVisible()
    assert dialog.problem.text() == "The disk is full."
    assert isinstance(dialog.problem, QLabel)


def test_an_earlier_saving_does_not_close_it(qtbot, tmp_path):
    dialog = ExportDialog(EXPORTERS, tmp_path / "report")
    qtbot.addWidget(dialog)
    shown = Shown(saved=Saved(1, "x.html"))
    dialog.draw(shown)
    dialog.open()
    dialog.draw(shown)
    assert dialog.isVisible()


def test_a_file_without_a_name_is_asked_for(dialog):
    wishes = wishes_of(dialog)
    dialog.file.setText("  ")
    save(dialog)
    assert not wishes
    assert "name" in dialog.problem.text()


@pytest.mark.parametrize("domain", ["../../etc/passwd", "[IPv6:2001:db8::1]", "a\\b", "", "..."])
def test_no_domain_leads_to_another_folder(domain):
    stem = file_stem(domain)
    assert Path(stem).name == stem
    assert stem.startswith("mail-route-")
    assert not set(stem) & set("/\\:[]")


@pytest.mark.parametrize("typed", ["/", "~nobody-of-that-name/x", "."])
def test_a_place_that_cannot_be_written_is_no_error_of_the_program(dialog, typed):
    dialog.file.setText(typed)
    assert str(dialog.path)
    wishes = wishes_of(dialog)
    save(dialog)
    assert len(wishes) == 1  # whoever writes says what is in the way


def test_json_is_offered_with_the_ending_that_mxgui_opens(dialog, tmp_path):
    names = [each.name for each in EXPORTERS]
    (tmp_path / "mail-route-example.org.mxgui.json").touch()
    dialog.formats.setCurrentIndex(names.index("json"))
    assert dialog.path == tmp_path / "mail-route-example.org-2.mxgui.json"
    dialog.formats.setCurrentIndex(names.index("svg"))
    assert dialog.path == tmp_path / "mail-route-example.org-2.svg"
    dialog.formats.setCurrentIndex(names.index("json"))
    dialog.file.setText(str(tmp_path / "mine"))
    assert dialog.path == tmp_path / "mine.mxgui.json"
    dialog.file.setText(str(tmp_path / "mine.json"))  # typed so: it stays so
    assert dialog.path == tmp_path / "mine.json"
