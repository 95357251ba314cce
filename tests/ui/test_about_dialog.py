"""About tells versions and licences, and all of it can be copied."""

import ssl
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from mxgui import __version__
from mxgui.app.licences import Part, parts
from mxgui.model.text import text
from mxgui.ui.about_dialog import AboutDialog, versions


@pytest.fixture
def dialog(qtbot, theme, tmp_path) -> AboutDialog:
    licence = Path(tmp_path, "LICENSE")
    licence.write_text("You may.\n<b>Not bold.</b>")
    terms = Path(tmp_path, "TERMS")
    terms.write_text("Or so.")
    made = AboutDialog(
        theme,
        find_parts=lambda: (
            Part("mxgui", "1.0", "MIT", files=(licence,)),
            Part("dnspython", "2.9", "ISC", "https://example.org", files=(licence, terms)),
            Part("Qt", "6", "LGPL-3.0-only", note=text("Used as it is.")),
        ),
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_program_says_what_it_is_and_that_it_is_quiet(dialog):
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"mxgui {__version__}" in words
    assert "No telemetry" in words
    assert "MIT licence" in words


def test_the_versions_can_be_copied(dialog):
    next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text()).click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == f"mxgui {__version__}"
    assert "dnspython 2.9" in copied
    assert f"TLS {ssl.OPENSSL_VERSION}" in copied


def test_the_licence_of_mxgui_is_shown_first_as_plain_text(dialog):
    assert dialog.page.toPlainText() == "mxgui 1.0\nMIT\nYou may.\n<b>Not bold.</b>"


def test_the_keyboard_goes_from_part_to_part(qtbot, dialog):
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    page = dialog.page.toPlainText()
    assert page.startswith("dnspython 2.9\nISC\nhttps://example.org\nLICENSE\nYou may.")
    assert page.endswith("TERMS\nOr so.")


def test_a_text_that_is_not_installed_is_told_with_the_name_of_the_licence(dialog):
    dialog.list.setCurrentRow(2)
    page = dialog.page.toPlainText()
    assert "Used as it is." in page
    assert "not among the installed files" in page
    assert page.endswith("LGPL-3.0-only.")


def test_other_colours_keep_the_page(dialog, theme):
    dialog.list.setCurrentRow(1)
    before = dialog.page.toPlainText()
    theme.changed.emit()
    assert dialog.page.toPlainText() == before


def test_what_is_installed_here_is_found(qtbot, theme):
    made = AboutDialog(theme)
    qtbot.addWidget(made)
    assert made.list.count() == len(parts())
    assert dict(versions(parts()))["Qt"].startswith("6.")
