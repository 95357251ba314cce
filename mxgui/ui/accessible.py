"""The graph for assistive technology: a domain, tiers, hosts and addresses, to be gone through.

Qt has nothing to say of what is painted on a canvas, so the canvas gets a voice. It makes the
interface of a part when it is first asked for, frees it when the part is gone, tells where the
keyboard is, and what has changed of that which was asked for. While nobody listens it does next to
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from shiboken6 import isValid

from mxgui.ui.accessible_parts import GraphInterface, PartInterface
from mxgui.ui.canvas import Canvas
from mxgui.ui.graph_outline import Outline, Part, outline_of
from mxgui.ui.spoken import line_of, more_of
from mxgui.ui.words import shown

Send: TypeAlias = Callable[[QAccessibleEvent], None]

# Qt keeps interfaces by address and would be left with a dead one if Python let go of it
_kept: set[QAccessibleInterface] = set()
_factories: list[object] = []


def give_voice(canvas: Canvas, send: Send = QAccessible.updateAccessibility) -> GraphVoice:
    """Let assistive technology go through the graph of this canvas from now on."""
    if not _factories:
        _factories.append(_interface_of)
        QAccessible.installFactory(_interface_of)
    return GraphVoice(canvas, send)


def kept() -> frozenset[QAccessibleInterface]:
    """The interfaces that live now, of all canvases."""
    return frozenset(_kept)


def _interface_of(kind: str, asked: QObject) -> QAccessibleInterface | None:
    """The interface of a canvas that has a voice; of all else Qt knows by itself."""
    if kind != Canvas.__name__ or not isinstance(asked, Canvas):
        return None
    voice = asked.findChild(GraphVoice)
    return voice.face() if isinstance(voice, GraphVoice) else None


class GraphVoice(QObject):
    """What assistive technology hears of one canvas. It belongs to the canvas, and ends with it."""

    def __init__(self, canvas: Canvas, send: Send) -> None:
        """Follow the canvas; `send` takes what is told."""
        super().__init__(canvas)
        self._send = send
        self.outline: Outline | None = None
        self._parts: dict[str, QAccessibleInterface] = {}
        self._told: dict[str, tuple[str, str]] = {}  # name and description of those asked for
        self._face: QAccessibleInterface | None = None
        self._place: str | None = None  # where the keyboard was told to be
        self._follow()
        canvas.parts_changed.connect(self._follow)
        canvas.walked.connect(self._walk)
        canvas.destroyed.connect(self.clear)

    @property
    def canvas(self) -> Canvas | None:
        """The canvas that it speaks for; None once that one is about to end."""
        canvas = self.parent()
        return canvas if isinstance(canvas, Canvas) else None

    # ------------------------------------------------------------------ what there is

    def face(self) -> QAccessibleInterface | None:
        """The interface of the canvas as a whole, which Qt knows by its canvas."""
        if self.canvas is not None:
            self._face = GraphInterface(self, self.canvas)
            _kept.add(self._face)
        return self._face

    def part(self, key: str) -> Part | None:
        """The part with that key."""
        return self.outline.parts.get(key) if self.outline is not None else None

    def interface(self, key: str | None) -> QAccessibleInterface | None:
        """The interface of the part with that key, made when it is first asked for."""
        if key is None or self.part(key) is None:
            return None
        if key not in self._parts:
            self._parts[key] = PartInterface(self, key)
            _kept.add(self._parts[key])
        return self._parts[key]

    def told(self, key: str) -> tuple[str, str]:
        """The part with that key as it is read out, and what else there is to say of it."""
        if key not in self._told:
            self._told[key] = self._words(key)
        return self._told[key]

    def _words(self, key: str) -> tuple[str, str]:
        part, canvas = self.part(key), self.canvas
        if part is None or canvas is None or canvas.diagram is None:
            return "", ""
        return shown(line_of(part, canvas.diagram)), "\n".join(map(shown, more_of(part)))

    def rect_of(self, key: str) -> QRect:
        """Where the part is, in pixels of the viewport; an empty place if it is nowhere."""
        return (self.canvas.rect_of(key) if self.canvas is not None else None) or QRect()

    # ------------------------------------------------------------------ what is told

    def _walk(self) -> None:
        # Qt tells of the canvas itself after the keyboard came to it, and the part comes after that
        if QAccessible.isActive():
            QTimer.singleShot(0, self, self._tell_place)

    def _tell_place(self) -> None:
        canvas = self.canvas
        here = canvas.here if canvas is not None else None
        if canvas is None or here is None:
            return
        if here != self._place:
            before, self._place = self._place, here
            for key in (before, here):
                self._tell_chosen(key)
        if canvas.hasFocus():
            self._tell(here, QAccessible.Event.Focus)

    def _follow(self) -> None:
        """Take the parts as they are now; forget those that are gone, and tell what changed."""
        diagram = self.canvas.diagram if self.canvas is not None else None
        before, now = self.outline, outline_of(diagram) if diagram is not None else None
        is_heard = self._face is not None and QAccessible.isActive()
        for key in set(self._parts) - set(now.parts if now is not None else ()):
            self._told.pop(key, None)
            _free(self._parts.pop(key))  # Qt tells that it goes, and asks what it lay below
        self.outline = now
        if is_heard and now is not None:
            self._tell_changes(before)
            for key in _tops(now, before):
                self._tell(key, QAccessible.Event.ObjectCreated)
        elif not is_heard:
            self._told.clear()
        if self._place is None and now is not None:
            self._walk()

    def _tell_changes(self, before: Outline | None) -> None:
        """Tell the words that differ from those that were given; readers remember what they got."""
        for key, told in list(self._told.items()):
            if before is None or before.parts.get(key) == self.part(key):
                continue
            self._told[key] = self._words(key)
            for at, event in enumerate((_NAME, _DESCRIPTION)):
                if self._told[key][at] != told[at]:
                    self._tell(key, event)

    def _tell_chosen(self, key: str | None) -> None:
        """Tell that a part is chosen now, or is so no more."""
        interface = self.interface(key)
        if interface is not None:
            changed = QAccessible.State()
            changed.selected = 1
            self._send(QAccessibleStateChangeEvent(interface, changed))

    def _tell(self, key: str, what: QAccessible.Event) -> None:
        interface = self.interface(key)
        if interface is not None:
            self._send(QAccessibleEvent(interface, what))

    def clear(self) -> None:
        """Free all interfaces."""
        self.outline = None
        for interface in self._parts.values():
            _free(interface)
        if self._face is not None:
            _free(self._face)
        self._parts.clear()
        self._face = None


_NAME, _DESCRIPTION = QAccessible.Event.NameChanged, QAccessible.Event.DescriptionChanged


def _tops(outline: Outline, other: Outline | None) -> list[str]:
    """The parts that another outline lacks, without those that lie below such a part."""
    known = other.parts if other is not None else {}
    return [
        key
        for key in outline.parts
        if key not in known and outline.above.get(key) in (None, *known)
    ]


def _free(interface: QAccessibleInterface) -> None:
    """Let Qt delete an interface first, and Python forget it then."""
    if isValid(interface):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interface))
    _kept.discard(interface)
