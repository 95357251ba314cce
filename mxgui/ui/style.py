"""The style sheet of the window: calm lines, one accent, a visible focus, in a scheme's colours."""

from dataclasses import asdict
from string import Template

from mxgui.ui.theme import Tokens

_SHEET = Template("""
QMainWindow, QDialog { background: $surface; }
QWidget#top, QWidget#headline { background: $surface; border-bottom: 1px solid $border; }
QToolBar { background: $surface; border: none; spacing: 0px; padding: 0px; margin: 0px; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { border: none; }
QWidget#docktitle { background: $surface; }
QWidget#side { background: $surface; }
QWidget#banner { background: $accent_tint; border-bottom: 1px solid $border; }
QWidget#page { background: $bg; }
QLabel#strong { font-weight: 600; }
QLabel#muted { color: $muted; }
QLabel#problem { color: $fail; }
QLabel#letters {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 8px;
    padding: 4px 10px;
}
QMenuBar { background: $surface; color: $muted; border-bottom: 1px solid $border; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: $accent_tint; color: $text; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 6px; }
QMenu::item:selected { background: $accent_tint; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QLineEdit {
    background: $bg; color: $text; border: 1px solid $border; border-radius: 8px;
    padding: 6px 11px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus { border: 2px solid $accent; padding: 5px 10px; }
QComboBox { padding: 4px 8px; }
QPushButton, QToolButton#choice {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 8px;
    padding: 6px 14px; font-weight: 500;
}
QPushButton:hover, QToolButton#choice:hover { background: $bg; border-color: $faint; }
QPushButton:pressed, QToolButton#choice:pressed { background: $lane; }
QPushButton:focus, QToolButton#choice:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled, QToolButton#choice:disabled { color: $faint; background: $bg; }
QToolButton#choice { padding-right: 24px; }
QToolButton#choice:focus { padding-right: 23px; }
QPushButton, QToolButton#choice { min-height: 18px; max-height: 18px; }
QPushButton#link { min-height: 0px; max-height: 40px; }
QToolButton#small {
    background: transparent; color: $muted; border: 2px solid transparent; border-radius: 6px;
    padding: 2px 7px;
}
QToolButton#small:hover { background: $accent_tint; color: $text; }
QToolButton#small:focus { border-color: $accent; }
QToolButton#small[popupMode="2"] { padding: 2px 18px; }
QToolButton#small::menu-indicator { subcontrol-position: right center; right: 6px; }
QWidget#strip { background: $surface; }
QLineEdit#sieve { padding: 3px 9px; }
QLineEdit#sieve:focus { padding: 2px 8px; }
QToolButton#toggle {
    background: transparent; color: $muted; border: 1px dashed $border; border-radius: 6px;
    padding: 3px 7px;
}
QToolButton#toggle:checked { background: $bg; color: $text; border: 1px solid $faint; }
QToolButton#toggle:hover { background: $accent_tint; }
QToolButton#toggle:focus { border: 2px solid $accent; padding: 2px 6px; }
QToolButton#toggle:disabled { color: $faint; }
QToolButton#choice::menu-indicator { subcontrol-position: right center; right: 9px; }
QPushButton#primary { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton#primary:hover { border-color: $text; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#link {
    background: transparent; color: $accent; border: 1px solid transparent; padding: 1px 5px;
    border-radius: 4px; text-align: left; font-weight: 500;
}
QPushButton#link:hover { background: $accent_tint; }
QPushButton#link:focus { border: 2px solid $accent; padding: 0px 4px; }
QTabWidget::pane { border: none; border-top: 1px solid $border; background: $surface; }
QTabWidget { background: $bg; }
QTabBar { background: $bg; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 8px 14px; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; text-decoration: underline; }
QAbstractItemView {
    background: $surface; color: $text; border: none; outline: none;
    selection-background-color: $accent_tint; selection-color: $text;
}
QAbstractItemView::item { height: 28px; padding: 0px 6px; border: none; }
QAbstractItemView::item:hover { background: $bg; }
QAbstractItemView::item:selected { background: $accent_tint; color: $text; }
QTreeView:focus, QTableView:focus, QListView:focus, QGraphicsView:focus {
    border: 2px solid $accent;
}
QTreeView, QTableView, QListView, QGraphicsView { border: 2px solid transparent; }
QGraphicsView { background: $bg; }
QHeaderView { background: $surface; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 5px 8px; font-weight: 400;
}
QPlainTextEdit {
    background: $bg; color: $text; border: 1px solid $border; border-radius: 8px; padding: 4px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px; }
QPlainTextEdit#sheet { background: $surface; border: 2px solid transparent; border-radius: 0px; }
QPlainTextEdit#sheet:focus { border: 2px solid $accent; padding: 4px; }
QScrollArea { background: $surface; border: 2px solid transparent; }
QScrollArea:focus { border: 2px solid $accent; }
QScrollArea > QWidget > QWidget { background: $surface; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: $surface; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QProgressBar { background: $lane; border: none; border-radius: 2px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 1px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def sheet_of(tokens: Tokens) -> str:
    """The style sheet in the colours of the tokens."""
    return _SHEET.substitute(asdict(tokens))
