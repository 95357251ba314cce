"""The style sheet of the window: calm lines, one accent, a visible focus, in a scheme's colours.

What has the keyboard has a border as wide as the scheme says. Border and padding together are as
wide with it as without, so that nothing moves when the keyboard does. Heights are least heights:
larger letters make larger controls. Qt makes a button with a menu five pixels higher by itself.
"""

import re
from dataclasses import asdict
from string import Template

from mxgui import resources
from mxgui.ui.theme import LIGHT, Tokens

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
QWidget#saved { background: $idle_tint; border-bottom: 1px solid $border; }
QWidget#plan { background: $warn_tint; border-bottom: 1px solid $border; }
QWidget#simulation { background: $accent_tint; border-bottom: 1px dashed $accent; }
QWidget#page { background: $bg; }
QLabel#strong { font-weight: 600; }
QLabel#muted { color: $muted; }
QLabel#problem { color: $fail; }
QLabel#letters {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 8px;
    padding: 4px 10px;
}
QMenuBar { background: $surface; color: $muted; border-bottom: 1px solid $border; }
QMenuBar::item {
    background: transparent; padding: 3px 9px; border: 1px solid transparent; border-radius: 6px;
}
QMenuBar::item:selected { background: $accent_tint; color: $text; border-color: $chosen; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item {
    padding: 4px 27px 4px 23px; border: 1px solid transparent; border-radius: 6px;
}
QMenu::item:selected { background: $accent_tint; color: $text; border-color: $chosen; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QLineEdit {
    background: $bg; color: $text; border: 1px solid $border; border-radius: 8px;
    padding: 6px 11px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $faint;
}
QLineEdit:focus { border: ${ring}px solid $accent; padding: $field; }
QComboBox {
    background: $bg; color: $text; border: 1px solid $border; border-radius: 8px;
    padding: 6px 11px;
}
QComboBox:focus { border: ${ring}px solid $accent; padding: $field; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    background: transparent; border: none; padding: 0px;
}
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow {
    width: 0px; height: 0px; border-left: 4px solid $bg; border-right: 4px solid $bg;
    border-top: 5px solid $muted;
}
QCheckBox { spacing: 7px; }
QCheckBox::indicator {
    width: 14px; height: 14px; background: $bg; border: 1px solid $faint; border-radius: 4px;
}
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick");
}
QCheckBox::indicator:disabled { background: $surface; border-color: $border; }
QCheckBox::indicator:checked:disabled { background: $faint; border-color: $faint; }
QCheckBox:disabled { color: $faint; }
QPushButton, QToolButton#choice {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 8px;
    padding: 6px 14px; font-weight: 500;
}
QPushButton:hover, QToolButton#choice:hover { background: $bg; border-color: $faint; }
QPushButton:pressed, QToolButton#choice:pressed { background: $lane; }
QPushButton:focus, QToolButton#choice:focus {
    border: ${ring}px solid $accent; padding: $button;
}
QPushButton:disabled, QToolButton#choice:disabled { color: $faint; background: $bg; }
QToolButton#choice { padding: 4px 24px 5px 14px; }
QToolButton#choice:focus { padding: $choice; }
QPushButton, QToolButton#choice { min-height: 18px; }
QPushButton#link { min-height: 0px; }
QToolButton#small {
    background: transparent; color: $muted; border: ${ring}px solid transparent;
    border-radius: 6px; padding: 2px 7px;
}
QToolButton#small:hover { background: $accent_tint; color: $text; }
QToolButton#small:focus { border-color: $accent; }
QToolButton#small[popupMode="2"] { padding: 2px 18px; }
QToolButton#small::menu-indicator { subcontrol-position: right center; right: 6px; }
QWidget#strip { background: $surface; }
QLineEdit#sieve { padding: 3px 9px; }
QLineEdit#sieve:focus { padding: $sieve; }
QToolButton#toggle {
    background: transparent; color: $muted; border: 1px dashed $border; border-radius: 6px;
    padding: 3px 7px;
}
QToolButton#toggle:checked { background: $bg; color: $text; border: 1px solid $faint; }
QToolButton#toggle:hover { background: $accent_tint; }
QToolButton#toggle:focus { border: ${ring}px solid $accent; padding: $toggle; }
QToolButton#toggle:disabled { color: $faint; }
QToolButton#choice::menu-indicator { subcontrol-position: right center; right: 9px; }
QPushButton#primary { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton#primary:hover { border-color: $text; }
QPushButton#primary:focus { border: ${ring}px solid $text; }
QPushButton#link {
    background: transparent; color: $accent; border: 1px solid transparent; padding: 1px 5px;
    border-radius: 4px; text-align: left; font-weight: 500;
}
QPushButton#link:hover { background: $accent_tint; }
QPushButton#link:focus { border: ${ring}px solid $accent; padding: $link; }
QTabWidget::pane { border: none; border-top: 1px solid $border; background: $surface; }
QTabWidget { background: $bg; }
QTabBar { background: $bg; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 8px 14px; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; border: ${ring}px solid $accent; padding: $tab; }
QAbstractItemView {
    background: $surface; color: $text; border: none; outline: none;
    selection-background-color: $accent_tint; selection-color: $text;
}
QAbstractItemView::item {
    min-height: 26px; padding: 0px 6px; border: none; border-top: 1px solid transparent;
    border-bottom: 1px solid transparent;
}
QAbstractItemView::item:hover { background: $bg; }
QAbstractItemView::item:selected {
    background: $accent_tint; color: $text; border-color: $chosen;
}
QAbstractItemView QLineEdit, QAbstractItemView QLineEdit:focus {
    padding: 0px 4px; border-radius: 4px;
}
QTreeView, QTableView, QListView, QGraphicsView, QTextEdit { border: ${ring}px solid transparent; }
QTreeView:focus, QTableView:focus, QListView:focus, QGraphicsView:focus, QTextEdit:focus {
    border: ${ring}px solid $accent;
}
QTextEdit { background: $surface; color: $text; }
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
QPlainTextEdit:focus { border: ${ring}px solid $accent; padding: $page; }
QPlainTextEdit#sheet {
    background: $surface; border: ${ring}px solid transparent; border-radius: 0px;
}
QPlainTextEdit#sheet:focus { border: ${ring}px solid $accent; padding: 4px; }
QScrollArea { background: $surface; border: ${ring}px solid transparent; }
QScrollArea:focus { border: ${ring}px solid $accent; }
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

_FOUR_PADDINGS = re.compile(r"padding: ([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+);")


def sheet_of(tokens: Tokens, *, mirrored: bool = False) -> str:
    """The style sheet in the colours of the tokens.

    `mirrored` is for languages that are written from right to left: Qt turns places, not paddings.
    """
    # Where contrast is wished for, a tint alone is too little to tell what is chosen
    chosen = tokens.accent if tokens.ring > LIGHT.ring else tokens.accent_tint
    made = {**_paddings(tokens.ring), "tick": _tick(tokens)}
    sheet = _SHEET.substitute(asdict(tokens), chosen=chosen, **made)
    return _FOUR_PADDINGS.sub(r"padding: \1 \4 \3 \2;", sheet) if mirrored else sheet


def _tick(tokens: Tokens) -> str:
    """The file of the tick in a box: Qt's sheets take pictures from files alone."""
    is_light = tokens.on_accent == LIGHT.on_accent
    return resources.path(f"icons/tick-{'light' if is_light else 'dark'}.svg").as_posix()


def _paddings(ring: int) -> dict[str, str]:
    """What is left between the border of what has the keyboard and its words."""
    return {
        "field": f"{7 - ring}px {12 - ring}px",
        "sieve": f"{4 - ring}px {10 - ring}px",
        "toggle": f"{4 - ring}px {8 - ring}px",
        "button": f"{7 - ring}px {15 - ring}px",
        "choice": f"{5 - ring}px {25 - ring}px {6 - ring}px {15 - ring}px",
        "link": f"{max(2 - ring, 0)}px {6 - ring}px",
        "page": f"{5 - ring}px",
        "tab": f"{8 - ring}px {14 - ring}px {10 - ring}px {14 - ring}px",
    }
