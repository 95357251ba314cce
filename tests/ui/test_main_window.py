"""The window: keys, menus, dialogs, and an end in order."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from mxgui.model.plan import ProbeMode
from mxgui.ui.about_dialog import AboutDialog
from mxgui.ui.action import Do
from mxgui.ui.export_dialog import ExportDialog
from mxgui.ui.help_dialog import HelpDialog
from mxgui.ui.keys_dialog import KeysDialog
from mxgui.ui.main_window import MainWindow
from mxgui.ui.palette import Palette
from mxgui.ui.resolver_dialog import ResolverDialog
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Opened, Saved, Shown, Stage
from mxgui.ui.theme import DARK
from mxgui.ui.views import PANELS, DetailsView, FindingsView, SendersView
from mxgui.ui.wishes import (
    Close,
    CloseAll,
    Inspect,
    KeepStill,
    OpenAll,
    OpenFiles,
    ProbeAgain,
    ProbeAs,
    Remove,
    Stop,
    Switch,
    UseScheme,
)
from tests.ui.showing import a_running, a_shown, wishes_of
from tests.ui.windows import end


@pytest.fixture
def window(theme, qtbot) -> Iterator[MainWindow]:
    made = MainWindow(theme)
    made.draw(Shown())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()
    end(made)  # closing would only be a wish


def press(widget: QWidget, keys: str) -> None:
    QTest.keySequence(widget, QKeySequence(keys))


def test_the_keyboard_alone_inspects_stops_and_probes_again(window, qtbot):
    wishes = wishes_of(window)
    press(window, "Ctrl+L")
    qtbot.waitUntil(window.bar.field.hasFocus)
    qtbot.keyClicks(window.bar.field, "example.org")
    qtbot.keyClick(window.bar.field, Qt.Key.Key_Return)
    window.draw(a_shown(a_running(), busy=True))
    press(window, "Esc")
    window.draw(a_shown())
    press(window, "F5")
    press(window, "Ctrl+Q")
    assert wishes == [Inspect("example.org"), Stop(), ProbeAgain(), CloseAll()]


def test_what_makes_no_sense_now_is_switched_off(window):
    actions = window.actions_by_name
    assert not any(actions[do].isEnabled() for do in (Do.SAVE, Do.STOP, Do.AGAIN))
    window.draw(a_shown(a_running(), busy=True))
    assert [actions[do].isEnabled() for do in (Do.SAVE, Do.STOP, Do.AGAIN)] == [True, True, False]
    window.draw(a_shown())
    assert [actions[do].isEnabled() for do in (Do.SAVE, Do.STOP, Do.AGAIN)] == [True, False, True]


def test_the_title_tells_the_domain_and_its_verdict(window):
    assert window.windowTitle() == "mxgui"
    window.draw(a_shown())
    assert window.windowTitle().startswith("example.org: Flawed ")
    window.draw(a_shown(a_running(), busy=True))
    assert window.windowTitle().startswith("example.org: Running ")


def test_closing_is_a_wish_and_the_window_stays_until_it_is_fulfilled(window):
    wishes = wishes_of(window)
    assert window.close() is False
    assert wishes == [Close()]
    assert window.isVisible()


def test_the_keys_of_dialogs_open_them(window):
    window.draw(a_shown())
    press(window, "Ctrl+S")
    assert window.findChildren(ExportDialog)[0].isVisible()
    window.draw(a_shown(saved=Saved(1, "report.html")))
    assert not window.findChildren(ExportDialog)[0].isVisible()
    window.resolvers.other.emit()
    assert window.findChildren(ResolverDialog)[0].isVisible()
    for do, kind in ((Do.ABOUT, AboutDialog), (Do.KEYS, KeysDialog), (Do.HELP, HelpDialog)):
        window.actions_by_name[do].trigger()
        assert window.findChildren(kind)[0].isVisible()


def test_the_palette_finds_actions_panels_choices_and_domains(window, qtbot):
    window.draw(a_shown(opened=(Opened(1, "one.example", Stage.ENDED),), current=1))
    press(window, "Ctrl+K")
    palette = window.findChildren(Palette)[0]
    assert palette.isVisible()
    wishes = wishes_of(window)
    for typed, expected in (("one.example", Switch(1)), ("DNS only", ProbeAs(ProbeMode.NONE))):
        palette.field.setText(typed)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda wanted=expected: wanted in wishes)
        press(window, "Ctrl+K")
    palette.field.setText("Findings")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    dock = window.panels.docks[FindingsView]
    qtbot.waitUntil(lambda: window.panels.with_keyboard() is dock)


def test_help_opens_at_the_panel_with_the_keyboard(window, qtbot):
    window.draw(a_shown())
    window.panels.docks[FindingsView].go_to()
    qtbot.waitUntil(lambda: window.panels.with_keyboard() is window.panels.docks[FindingsView])
    press(window.focusWidget(), "F1")
    chosen = window.findChildren(HelpDialog)[0].chosen
    assert chosen is not None
    assert str(chosen.title) == "Findings"


def test_the_keys_of_the_graph_work_once_there_is_one(window, qtbot):
    assert not window.actions_by_name[Do.FIT].isEnabled()
    window.draw(a_shown())
    canvas = window.frame.graph.canvas
    press(window, "Ctrl+1")
    qtbot.waitUntil(canvas.hasFocus)
    press(canvas, "Ctrl+-")
    assert canvas.transform().m11() < 1.0
    press(canvas, "Ctrl+0")
    assert canvas.transform().m11() == 1.0


def test_light_and_dark_are_wished_for_and_drawn(window):
    wishes = wishes_of(window)
    window.schemes.actions()[2].trigger()
    assert wishes == [UseScheme(Scheme.DARK)]
    window.draw(Shown(scheme=Scheme.DARK))
    assert DARK.surface in window.styleSheet()


def test_every_button_has_a_twin_in_the_menus(window):
    wishes = wishes_of(window)
    menus = [action.menu() for action in window.menuBar().actions()]
    entries = [entry for menu in menus for entry in menu.actions()]
    assert all(window.actions_by_name[do] in entries for do in Do)
    assert window.modes.menuAction() in entries
    assert window.resolvers.menuAction() in entries
    window.modes.actions()[1].trigger()
    assert [type(wish) for wish in wishes] == [ProbeAs]


def test_the_first_paint_is_told_once(theme, qtbot):
    window = MainWindow(theme)
    told: list[bool] = []
    window.painted.connect(lambda: told.append(True))
    window.draw(Shown())
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    window.repaint()
    assert told == [True]
    window.hide()
    end(window)


def test_every_control_has_a_name_for_a_screen_reader(window):
    window.draw(a_shown())
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not nameless


def test_tab_goes_through_everything_in_the_order_of_reading(window, qtbot):
    window.draw(a_shown())
    qtbot.waitUntil(lambda: window.panels.docks[FindingsView].widget() is not None)
    QTest.qWait(0)  # then the order is put right
    bar = window.bar
    bar.field.setFocus()
    visited = []
    for _ in range(30):
        visited.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    buttons = (bar.go, bar.modes, bar.senders, bar.what_if, bar.resolvers, bar.save)
    seen = [button for button in buttons if button.isVisible()]  # Save gives way in a narrow bar
    order = [bar.field, *seen, window.frame.graph.canvas]
    places = [visited.index(widget) for widget in order]
    assert places == sorted(places)
    panels = window.panels.docks
    assert panels[FindingsView].view.tree in visited
    assert panels[DetailsView].view.page not in visited  # it is behind a tab in so small a window


def test_keys_and_help_tell_of_panels_that_have_not_been_made(window):
    window.draw(a_shown())
    press(window, "F1")
    (dialog,) = window.findChildren(HelpDialog)
    titles = {dialog.list.item(row).text() for row in range(dialog.list.count())}
    assert {str(kind.title) for kind in PANELS if str(kind.help)} <= titles
    assert window.panels.docks[SendersView].widget() is None


@pytest.mark.parametrize("size", [(1024, 640), (1640, 1040)])
def test_the_window_can_be_as_small_and_as_large_as_that(window, size):
    window.draw(a_shown())
    window.resize(*size)
    assert (window.width(), window.height()) == size


def test_all_actions_are_qt_actions_of_the_window(window):
    assert all(isinstance(action, QAction) for action in window.actions_by_name.values())


def drop(window: MainWindow, mime: QMimeData) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPoint(300, 300)
    entering = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, buttons, keys)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPointF(place), Qt.DropAction.CopyAction, mime, buttons, keys))


def test_text_and_files_can_be_dropped_on_the_window(window, tmp_path):
    wishes = wishes_of(window)
    words, files = QMimeData(), QMimeData()
    words.setText("one.example\ntwo.example")
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "list.txt"))])
    drop(window, words)
    drop(window, files)
    assert wishes == [
        OpenAll("one.example\ntwo.example"),
        OpenFiles((str(tmp_path / "list.txt"),)),
    ]


def test_keys_go_through_the_domains_and_round(window):
    stages = [Opened(n, f"{n}.example", Stage.ENDED) for n in (4, 7, 9)]
    window.draw(a_shown(opened=tuple(stages), current=9))
    wishes = wishes_of(window)
    press(window, "Ctrl+PgDown")
    press(window, "Ctrl+PgUp")
    press(window, "Ctrl+W")
    assert wishes == [Switch(4), Switch(7), Remove(9)]


def test_less_motion_is_wished_for_and_drawn(window):
    wishes = wishes_of(window)
    window.actions_by_name[Do.STILL].trigger()
    assert wishes == [KeepStill(still=True)]
    window.draw(Shown(still=True))
    assert window.actions_by_name[Do.STILL].isChecked()


def test_a_picture_is_saved_through_the_same_dialog(window):
    window.draw(a_shown())
    press(window, "Ctrl+Shift+S")
    assert window.findChildren(ExportDialog)[0].exporter.name == "png"


def test_where_the_window_stands_can_be_told_and_taken_again(window, theme, qtbot):
    window.resize(795, 500)
    geometry, layout = window.arrangement()
    assert layout == ""
    other = MainWindow(theme)
    other.place(geometry)
    assert (other.width(), other.height()) == (795, 500)
    other.place("nonsense")
    other.place("é")
    assert (other.width(), other.height()) == (795, 500)
    other.hide()
    end(other)
