"""The field takes what is typed, and a whole bounce when one is pasted."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from mxgui.ui.domain_field import SHOWN, DomainField

BOUNCE = "Reporting-MTA: dns; mail.example.net\n\nFinal-Recipient: rfc822; ann@example.org\n"


@pytest.fixture
def field(qtbot) -> DomainField:
    made = DomainField()
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_gives_what_was_typed(field, qtbot):
    qtbot.keyClicks(field, "example.org")
    with qtbot.waitSignal(field.entered) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == ["example.org"]


def test_a_pasted_bounce_is_kept_with_its_line_breaks(field, qtbot):
    QGuiApplication.clipboard().setText(BOUNCE)
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert field.typed() == BOUNCE
    assert "3 lines pasted" in field.text()
    with qtbot.waitSignal(field.entered) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == [BOUNCE]


def test_a_pasted_domain_is_a_domain_at_the_cursor(field, qtbot):
    qtbot.keyClicks(field, "mail.")
    QGuiApplication.clipboard().setText("example.org")
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert field.typed() == "mail.example.org"


def test_typing_after_a_paste_means_what_is_seen(field, qtbot):
    field.put(BOUNCE)
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "example.net")
    assert field.typed() == "example.net"


def test_a_megabyte_of_paste_is_kept_out_of_the_line(field):
    huge = "x" * 1_000_000
    mime = QMimeData()
    mime.setText(huge)
    assert field.take(mime)
    assert len(field.text()) < 2 * SHOWN
    assert len(field.typed()) == len(huge)  # whoever reads it says that it is too long


def test_what_is_dropped_takes_the_place_of_what_was_there(field):
    field.put("example.net")
    mime = QMimeData()
    mime.setText("example.org")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    field.dropEvent(
        QDropEvent(QPointF(QPoint(2, 2)), Qt.DropAction.CopyAction, mime, buttons, keys)
    )
    assert field.typed() == "example.org"


def test_the_field_says_what_it_is_for(field):
    assert field.accessibleName()
    assert "Ctrl+L" in field.toolTip()


def test_earlier_domains_complete_what_is_typed_wherever_the_letters_stand(field, qtbot):
    field.offer(("mail.example.org", "example.net", "museum.example"))
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    entered: list[str] = []
    field.entered.connect(entered.append)
    qtbot.keyClicks(field, "EUM")
    completer = field.completer()
    assert completer.completionCount() == 1
    popup = completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert entered == ["museum.example"]
    assert field.text() == "museum.example"


def test_a_click_on_an_earlier_domain_enters_it(field, qtbot):
    field.offer(("museum.example",))
    field.show()
    entered: list[str] = []
    field.entered.connect(entered.append)
    qtbot.keyClicks(field, "mu")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    place = popup.visualRect(popup.model().index(0, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert entered == ["museum.example"]


def test_other_domains_take_the_place_of_those_that_were_offered(field):
    field.offer(("one.example",))
    completer = field.completer()
    field.offer(("two.example", "three.example"))
    assert field.completer() is completer
    assert completer.model().rowCount() == 2


def test_files_are_left_to_the_window(field):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("list.txt")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(2, 2), Qt.DropAction.CopyAction, mime, buttons, keys)
    field.dragEnterEvent(event)
    assert not event.isAccepted()
