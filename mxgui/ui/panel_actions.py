"""What the actions of the table do with graph and panels, once these are there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mxgui.model.text import text
from mxgui.ui.action import Do, Place
from mxgui.ui.dock import Dock
from mxgui.ui.panels import Panels
from mxgui.ui.qt_actions import connect, offer
from mxgui.ui.views import DetailsView, DomainsView, GraphView, WhatIfView
from mxgui.ui.words import shown as words_shown

GRAPH_KEY = "Ctrl+1"
# Ctrl+9 and Ctrl+0 are the scale of the graph
PANEL_KEYS = (*(f"Ctrl+{n}" for n in range(2, 9)), *(f"Alt+{n}" for n in range(1, 10)))


def connect_panels(made: Mapping[Do, QAction], graph: GraphView, panels: Panels) -> None:
    """Say what the actions do, and offer some of them in context menus."""
    canvas = graph.canvas
    walker = Walker(graph, panels)
    connect(
        made,
        {
            Do.ZOOM_IN: canvas.zoom_in,
            Do.ZOOM_OUT: canvas.zoom_out,
            Do.ZOOM_WHOLE: canvas.zoom_whole,
            Do.FIT: canvas.fit,
            Do.COPY_PICTURE: graph.copy_picture,
            Do.GRAPH: walker.go_to_graph,
            Do.NEXT_PANEL: partial(walker.step, 1),
            Do.PREVIOUS_PANEL: partial(walker.step, -1),
            Do.WHAT_IF: panels.docks[WhatIfView].go_to,
            Do.FLOAT: walker.toggle_floating,
            Do.HIDE: walker.hide,
            Do.RESET: panels.reset,
        },
    )
    canvas.opened.connect(panels.docks[DetailsView].go_to)
    canvas.chosen.connect(walker.uncover_details)
    domains = panels.docks[DomainsView].view.focusProxy()
    canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    offer(made, Place.GRAPH, canvas)
    if domains is not None:
        offer(made, Place.DOMAINS, domains)  # which shows them for its row alone


def menu_of_panels(panels: Panels, parent: QWidget) -> QMenu:
    """Every panel with its key, which shows it and goes to it."""
    menu = QMenu(words_shown(text("&Panels")), parent)
    for key, dock in zip(PANEL_KEYS, panels.docks.values(), strict=False):
        title = dock.kind.title
        action = QAction(words_shown(title), menu)
        action.setShortcut(QKeySequence(key))
        action.setToolTip(words_shown(text("Go to {panel}", panel=title)))
        action.triggered.connect(dock.go_to)
        menu.addAction(action)

    def offer_all() -> None:
        for action, kind in zip(menu.actions(), panels.docks, strict=False):
            action.setEnabled(panels.offers(kind))

    panels.offered.connect(offer_all)
    offer_all()
    return menu


class Walker:
    """Goes from panel to panel, and does something to the one where the keyboard is."""

    def __init__(self, graph: GraphView, panels: Panels) -> None:
        """Walk these panels, of which the graph is the first."""
        self._graph = graph
        self._panels = panels

    def go_to_graph(self) -> None:
        """Go to the graph."""
        self._graph.window().activateWindow()
        self._graph.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Go to the next or the previous panel; the graph is one of them, and it goes round."""
        docks: list[Dock | None] = [None, *self._panels.seen()]
        here = self._panels.with_keyboard()
        is_inside = here is not None or self._graph.canvas.hasFocus()
        there = docks[(docks.index(here) + by) % len(docks)] if is_inside else None
        if there is None:
            self.go_to_graph()
        else:
            there.go_to()

    def toggle_floating(self) -> None:
        """Take the panel with the keyboard out of the window, or put it back."""
        dock = self._panels.with_keyboard()
        if dock is not None:
            dock.toggle_floating()
            dock.go_to()

    def hide(self) -> None:
        """Put the panel with the keyboard away."""
        dock = self._panels.with_keyboard()
        if dock is not None:
            dock.close()
            self.go_to_graph()

    def uncover_details(self) -> None:
        """Let the details of what was chosen be seen; the keyboard stays where it is."""
        dock = self._panels.docks[DetailsView]
        if not dock.isHidden():
            dock.raise_()
