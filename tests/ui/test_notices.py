"""Whatever is copied in the program is told, and what another program copies is not."""

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from mxgui.ui.notices import CopyNotice, copied_words


@pytest.fixture
def heard(qapp) -> list[str]:
    return []


@pytest.fixture
def notice(heard, qtbot) -> CopyNotice:
    made = CopyNotice(is_ours=lambda: True)
    made.said.connect(lambda words: heard.append(str(words)))
    return made


def test_what_is_copied_is_told(notice, heard):
    QGuiApplication.clipboard().setText("one line")
    assert heard == ["Copied"]


def test_several_lines_are_counted(notice, heard):
    QGuiApplication.clipboard().setText("one\ntwo\nthree")
    assert heard == ["Copied 3 lines"]


def test_a_picture_is_told_as_one(notice, heard):
    QGuiApplication.clipboard().setImage(QImage(2, 2, QImage.Format.Format_ARGB32))
    assert heard == ["The picture is copied"]


def test_a_while_later_nothing_is_said(notice, heard, qtbot):
    notice._over.setInterval(0)  # noqa: SLF001 - a test does not wait
    QGuiApplication.clipboard().setText("one line")
    qtbot.waitUntil(lambda: heard == ["Copied", ""])


def test_what_another_program_copies_is_not_told(heard, qapp):
    other = CopyNotice(is_ours=lambda: False)
    other.said.connect(lambda words: heard.append(str(words)))
    QGuiApplication.clipboard().setText("theirs")
    assert heard == []


def test_an_emptied_clipboard_is_not_told(notice, heard):
    QGuiApplication.clipboard().setText("once")
    QGuiApplication.clipboard().clear()
    assert heard == ["Copied"]


def test_the_words_are_for_one_and_for_many():
    assert str(copied_words("a")) == "Copied"
    assert str(copied_words("a\nb")) == "Copied 2 lines"
