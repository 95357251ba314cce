"""The graph for assistive technology: a tree of domain, tiers, hosts and addresses.

Qt has nothing to say of what is painted on a canvas, so the canvas gets a voice. It makes the
interface of a part when it is first asked for, frees it when the part is gone, and tells where the
keyboard is. While nobody listens it does next to nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from shiboken6 import isValid

from mxgui.ui.accessible_parts import GraphInterface, PartInterface
from mxgui.ui.canvas import Canvas
from mxgui.ui.graph_outline import Outline, Part, outline_of
from mxgui.ui.spoken import line_of
from mxgui.ui.words import shown

# Qt keeps interfaces by address and would be left with a dead one if Python let go of it
_kept: set[QAccessibleInterface] = set()
_factories: list[object] = []


def give_voice(canvas: Canvas) -> GraphVoice:
    """Let assistive technology go through the graph of this canvas from now on."""
    if not _factories:
        _factories.append(_interface_of)
        QAccessible.installFactory(_interface_of)
    return GraphVoice(canvas)


def _interface_of(kind: str, asked: QObject) -> QAccessibleInterface | None:
    """The interface of a canvas that has a voice; of all else Qt knows by itself."""
    if kind != Canvas.__name__ or not isinstance(asked, Canvas):
        return None
    voice = asked.findChild(GraphVoice)
    return voice.face() if isinstance(voice, GraphVoice) else None


class GraphVoice(QObject):
    """What assistive technology hears of one canvas. It belongs to the canvas, and ends with it."""

    def __init__(self, canvas: Canvas) -> None:
        """Follow the canvas."""
        super().__init__(canvas)
        self._parts: dict[str, QAccessibleInterface] = {}
        self._face: QAccessibleInterface | None = None
        self._diagram = canvas.diagram
        self._outline = outline_of(canvas.diagram) if canvas.diagram else None
        self._said: tuple[str, str] = ("", "")  # key and name of what has the keyboard
        canvas.parts_changed.connect(self._follow)
        canvas.walked.connect(self._walk)
        canvas.destroyed.connect(self.clear)

    @property
    def canvas(self) -> Canvas:
        """The canvas that it speaks for."""
        canvas = self.parent()
        assert isinstance(canvas, Canvas)
        return canvas

    @property
    def outline(self) -> Outline | None:
        """The outline of what is shown now; computed when it is asked for."""
        if self.canvas.diagram is not self._diagram:
            self._diagram = self.canvas.diagram
            self._outline = outline_of(self._diagram) if self._diagram else None
        return self._outline

    # ------------------------------------------------------------------ what there is

    def face(self) -> QAccessibleInterface:
        """The interface of the canvas as a whole, which Qt knows by its canvas."""
        self._face = GraphInterface(self)
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

    def name(self, key: str) -> str:
        """The part with that key, as it is read out."""
        part, diagram = self.part(key), self.canvas.diagram
        return shown(line_of(part, diagram)) if part is not None and diagram is not None else ""

    # ------------------------------------------------------------------ what is told

    def _walk(self, key: str) -> None:
        # Qt tells of the canvas itself after the keyboard came to it, and the part comes after that
        if QAccessible.isActive() and self.canvas.hasFocus():
            QTimer.singleShot(0, self, self._tell_place)

    def _tell_place(self) -> None:
        here = self.canvas.here
        if here is None or not self.canvas.hasFocus():
            return
        self._said = (here, self.name(here))
        self._tell(here, QAccessible.Event.Focus)
        self._tell(here, QAccessible.Event.Selection)

    def _follow(self) -> None:
        """Forget the parts that are gone; say what is new of the one with the keyboard."""
        before, now = self._outline, self.outline
        listening = QAccessible.isActive()
        for key in set(self._parts) - set(now.parts if now is not None else ()):
            if listening:
                self._tell(key, QAccessible.Event.ObjectDestroyed)
            _free(self._parts.pop(key))
        if not listening or self._face is None or now is None:
            return
        known = before.parts if before is not None else {}
        for key in now.parts:
            if key not in known and now.above.get(key) in (None, *known):
                self._tell(key, QAccessible.Event.ObjectCreated)
        self._tell_news()

    def _tell_news(self) -> None:
        """Say the name of the part with the keyboard anew if it is another now."""
        key, name = self._said
        if key in self._parts and self.canvas.hasFocus() and self.name(key) != name:
            self._said = (key, self.name(key))
            self._tell(key, QAccessible.Event.NameChanged)

    def _tell(self, key: str, what: QAccessible.Event) -> None:
        interface = self._parts.get(key) or self.interface(key)
        if interface is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(interface, what))

    def clear(self) -> None:
        """Free all interfaces."""
        for interface in self._parts.values():
            _free(interface)
        if self._face is not None:
            _free(self._face)
        self._parts.clear()
        self._face = None


def _free(interface: QAccessibleInterface) -> None:
    """Let Qt delete an interface first, and Python forget it then."""
    if isValid(interface):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interface))
    _kept.discard(interface)
