"""A bug is shown whole, once, and the program goes on, wherever the bug was."""

import asyncio
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from mxgui.ui.bug import QUIET, Bug, bug_of
from mxgui.ui.error_dialog import MOST, BugCatcher, ErrorDialog
from tests.ui.windows import end

SOME = 5  # times that something is repeated


class Clock:
    """A clock that runs when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Painter(QWidget):
    """Cannot be painted, and counts the tries."""

    tries = 0

    def paintEvent(self, event) -> None:
        self.tries += 1
        raise ValueError("cannot paint")


def an_error(words: str = "broken") -> Exception:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def bugs(number: int) -> list[Bug]:
    """So many errors from as many places."""
    return [Bug((f"place {n}",), f"number {n}.") for n in range(number)]


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def catcher(window, clock) -> Iterator[BugCatcher]:
    """A catcher that hears what slots and painting raise."""
    before = sys.excepthook
    made = BugCatcher(lambda: window, clock)
    made.install()
    yield made
    made.remove()
    assert sys.excepthook is before


def is_open(catcher: BugCatcher) -> bool:
    return catcher.dialog is not None and catcher.dialog.isVisible()


def close(catcher: BugCatcher) -> None:
    assert catcher.dialog is not None
    catcher.dialog.reject()


def told(catcher: BugCatcher) -> str:
    assert catcher.dialog is not None
    return catcher.dialog.details.toPlainText()


def test_it_can_be_copied_with_the_number_of_further_errors(qtbot):
    dialog = ErrorDialog()
    qtbot.addWidget(dialog)
    dialog.tell([bug_of(an_error())], more=12)
    next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text()).click()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError: broken" in copied
    assert copied.endswith("And 12 more errors since.")


def test_it_says_that_nothing_is_sent(qtbot):
    dialog = ErrorDialog()
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(type(dialog.more))]
    assert any(line.startswith("Nothing is sent anywhere.") for line in words)


def test_more_errors_come_into_the_same_dialog_and_never_without_end(qtbot):
    dialog = ErrorDialog()
    qtbot.addWidget(dialog)
    for bug in bugs(MOST + 3):
        dialog.tell([bug])
    assert "number 0." in dialog.details.toPlainText()
    assert f"number {MOST}." not in dialog.details.toPlainText()
    assert dialog.more.text() == "And 3 more errors since."
    dialog.reject()
    assert not dialog.details.toPlainText()
    dialog.tell(bugs(1))
    assert dialog.more.isHidden()


def test_the_same_error_is_written_once_and_then_counted(qtbot):
    dialog = ErrorDialog()
    qtbot.addWidget(dialog)
    dialog.tell(bugs(1))
    dialog.tell(bugs(1))
    assert dialog.details.toPlainText() == "number 0."
    assert dialog.more.text() == "And 1 more error since."


def test_an_error_in_a_slot_reaches_the_dialog(qtbot, catcher):
    QTimer.singleShot(0, lambda: 1 // 0)
    qtbot.waitUntil(lambda: is_open(catcher))
    assert "ZeroDivisionError" in told(catcher)


def test_a_timer_that_fails_again_and_again_opens_one_dialog_that_counts(qtbot, catcher):
    timer = QTimer()
    timer.timeout.connect(lambda: 1 // 0)
    timer.start(1)
    qtbot.waitUntil(lambda: is_open(catcher) and "more error" in catcher.dialog.more.text())
    assert told(catcher).count("Traceback") == 1
    assert QApplication.activeModalWidget() is catcher.dialog
    timer.stop()


def test_a_widget_that_cannot_be_painted_is_told_once_and_not_again_after_closing(
    qtbot, window, catcher, clock
):
    painter = Painter(window)
    painter.show()
    qtbot.waitUntil(lambda: is_open(catcher))
    assert "cannot paint" in told(catcher)
    close(catcher)
    clock.now += 10 * QUIET
    for _ in range(SOME):
        before = painter.tries
        painter.update()
        qtbot.waitUntil(lambda before=before: painter.tries > before)
    qtbot.waitUntil(lambda: catcher.dialog.more.text().startswith("And"))
    assert not is_open(catcher)
    painter.hide()


def test_a_dialog_that_cannot_be_painted_whole_holds_nothing_up(qtbot, catcher):
    catcher.tell(an_error())
    qtbot.waitUntil(lambda: is_open(catcher))
    painter = Painter(catcher.dialog)
    painter.resize(catcher.dialog.size())
    painter.show()
    qtbot.waitUntil(lambda: "cannot paint" in told(catcher))
    ticks: list[int] = []
    QTimer.singleShot(0, lambda: ticks.append(1))
    qtbot.waitUntil(lambda: bool(ticks))
    assert told(catcher).count("Traceback") == 2
    painter.hide()


def test_an_error_of_the_dialog_itself_is_printed_only(qtbot, catcher, capsys):
    dialog = ErrorDialog()
    qtbot.addWidget(dialog)
    try:
        dialog.tell([None])  # type: ignore[list-item]
    except AttributeError as error:
        catcher.tell(error)
    assert "AttributeError" in capsys.readouterr().err
    catcher.tell(an_error("another"))
    qtbot.waitUntil(lambda: is_open(catcher))
    assert "AttributeError" not in told(catcher)


def test_a_slot_that_fails_again_later_is_told_again(qtbot, catcher, clock):
    catcher.tell(an_error())
    qtbot.waitUntil(lambda: is_open(catcher))
    close(catcher)
    clock.now += 10 * QUIET
    catcher.tell(an_error())
    qtbot.waitUntil(lambda: is_open(catcher))
    assert told(catcher).count("Traceback") == 1


def test_it_opens_above_another_dialog(qtbot, window, catcher):
    other = QDialog(window)
    other.open()
    catcher.tell(an_error())
    qtbot.waitUntil(lambda: is_open(catcher))
    assert QApplication.activeModalWidget() is catcher.dialog
    close(catcher)
    assert QApplication.activeModalWidget() is other
    other.reject()


def test_before_the_window_is_seen_an_error_is_printed(qtbot, capsys):
    window = QWidget()
    qtbot.addWidget(window)
    catcher = BugCatcher(lambda: window if window.isVisible() else None)
    catcher.tell(an_error("too early"))
    assert "ValueError: too early" in capsys.readouterr().err
    assert catcher.dialog is None
    window.show()
    catcher.tell(an_error())  # the same place, but nobody has seen it yet
    qtbot.waitUntil(lambda: is_open(catcher))


def test_a_program_without_a_console_tells_all_the_same(qtbot, catcher):
    console, sys.stderr = sys.stderr, None
    try:
        catcher.tell(an_error())
    finally:
        sys.stderr = console
    qtbot.waitUntil(lambda: is_open(catcher))


def test_ctrl_c_is_no_error_of_the_program(window):
    usual, heard = sys.excepthook, []
    sys.excepthook = lambda *error: heard.append(error[0])
    try:
        catcher = BugCatcher(lambda: window)
        catcher.install()
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        sys.excepthook = usual
    assert heard == [KeyboardInterrupt]
    assert catcher.dialog is None


async def test_an_error_in_a_task_or_a_callback_of_the_loop_is_told(qapp, qloop):
    window = QWidget()
    window.show()
    catcher = BugCatcher(lambda: window)
    loop = asyncio.get_running_loop()
    usual = loop.get_exception_handler()
    loop.set_exception_handler(lambda _loop, context: catcher.tell(context["exception"]))
    loop.call_soon(lambda: 1 // 0)
    seen = asyncio.Event()

    def watch() -> None:
        if is_open(catcher):
            seen.set()

    look = QTimer()
    look.timeout.connect(watch)
    look.start(1)
    await seen.wait()
    assert "ZeroDivisionError" in told(catcher)
    loop.set_exception_handler(usual)
    close(catcher)
    window.close()
    window.deleteLater()


def test_with_its_window_a_dialog_is_forgotten_and_the_next_is_told_upon_another(qtbot):
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
        window.show()
    seen = [first]
    catcher = BugCatcher(lambda: seen[0])
    catcher.tell(an_error())
    qtbot.waitUntil(lambda: is_open(catcher))
    seen[0] = second
    end(first)
    assert catcher.dialog is None
    catcher.tell(ValueError("another"))
    qtbot.waitUntil(lambda: is_open(catcher))
    assert catcher.dialog is not None
    assert catcher.dialog.parent() is second
