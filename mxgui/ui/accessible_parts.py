"""What assistive technology may ask of the graph and of each of its parts, answered when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, getCppPointer

from mxgui.routing.shapes import Lane

if TYPE_CHECKING:
    from mxgui.ui.canvas import Canvas
    from mxgui.ui.graph_outline import Outline, Part


class Voice(Protocol):
    """What the interfaces need to know of their canvas."""

    outline: Outline | None

    @property
    def canvas(self) -> Canvas | None:
        """The canvas, unless it is about to end."""

    def part(self, key: str) -> Part | None:
        """The part with that key."""

    def interface(self, key: str | None) -> QAccessibleInterface | None:
        """The interface of the part with that key."""

    def told(self, key: str) -> tuple[str, str]:
        """The part with that key as it is read out, and what else there is to say of it."""

    def rect_of(self, key: str) -> QRect:
        """Where the part is, in pixels of the viewport."""


class PartInterface(QAccessibleInterface):
    """One part of the graph."""

    def __init__(self, voice: Voice, key: str) -> None:
        """Speak for the part with that key."""
        super().__init__()
        self.key = key
        self._voice = voice
        self._actions = PartActions(voice, key)

    def isValid(self) -> bool:
        """Tell whether there is something to ask; it is deleted together with its part."""
        return self._voice.canvas is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """Give no object: a part is none."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Give the window that it is seen in."""
        canvas = self._voice.canvas
        return canvas.window().windowHandle() if canvas is not None else None

    def role(self) -> QAccessible.Role:
        """Tell what it is: an item of a list, which may have others below it."""
        # An item of a tree would be a cell of a table to the readers of Linux
        return QAccessible.Role.ListItem

    def text(self, t: QAccessible.Text) -> str:
        """Tell its name, or what else there is to say of it."""
        if t not in (QAccessible.Text.Name, QAccessible.Text.Description):
            return ""
        name, description = self._voice.told(self.key)
        return name if t == QAccessible.Text.Name else description

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Change nothing: facts are for reading."""

    def state(self) -> QAccessible.State:
        """Tell whether it is chosen, has the keyboard, and is seen."""
        state = QAccessible.State()
        canvas = self._voice.canvas
        item = canvas.item(self.key) if canvas is not None else None
        if canvas is None or item is None:
            state.invalid = 1
            return state
        state.focusable = state.selectable = 1
        state.selected = int(item.is_chosen)
        state.focused = int(canvas.hasFocus() and canvas.here == self.key)
        part = self._voice.part(self.key)
        if isinstance(part, Lane):
            state.expandable = 1
            state.expanded, state.collapsed = int(part.folded is None), int(part.folded is not None)
        state.invisible = int(not canvas.isVisible())
        seen = canvas.viewport().rect().intersects(self._voice.rect_of(self.key))
        state.offscreen = int(not seen)
        return state

    def rect(self) -> QRect:
        """Tell where it is on the screen."""
        canvas = self._voice.canvas
        if canvas is None:
            return QRect()
        return self._voice.rect_of(self.key).translated(canvas.viewport().mapToGlobal(QPoint()))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Give the actions, if they are asked for."""
        if kind == QAccessible.InterfaceType.ActionInterface:
            return VoidPtr(getCppPointer(self._actions)[0])
        return VoidPtr(0)  # None would be taken for an address

    # ------------------------------------------------------------------ above and below

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give what it lies below."""
        canvas, outline = self._voice.canvas, self._voice.outline
        if canvas is None:
            return None
        above = outline.above.get(self.key) if outline is not None else None
        return self._voice.interface(above) or QAccessible.queryAccessibleInterface(canvas)

    def childCount(self) -> int:
        """Tell how many parts lie below it."""
        return len(self._below())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give one of those below it."""
        below = self._below()
        return self._voice.interface(below[index]) if 0 <= index < len(below) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give the one below it that is at a place of the screen."""
        for at in range(self.childCount()):
            below = self.child(at)
            if below is not None and below.rect().contains(x, y):
                return below
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Tell the place of one of those below it."""
        key = key_of(child)
        return self._below().index(key) if key in self._below() else -1

    def _below(self) -> tuple[str, ...]:
        outline = self._voice.outline
        return outline.below.get(self.key, ()) if outline is not None else ()


class PartActions(QAccessibleActionInterface):
    """What can be done with a part: choose it, bring the keyboard there, fold a tier."""

    def __init__(self, voice: Voice, key: str) -> None:
        """Act for the part with that key."""
        super().__init__()
        self._voice = voice
        self._key = key

    def actionNames(self) -> list[str]:
        """Tell what can be done."""
        names = [self.pressAction(), self.setFocusAction()]
        return [*names, self.toggleAction()] if self._tier() is not None else names

    def doAction(self, actionName: str) -> None:  # noqa: N803
        """Do it."""
        canvas = self._voice.canvas
        if canvas is None or actionName not in self.actionNames():
            return
        tier = self._tier()
        if tier is not None and actionName == self.toggleAction():
            canvas.folding.emit(self._key, tier.folded is None)
            return
        if actionName == self.setFocusAction():
            canvas.setFocus()
        canvas.chosen.emit(self._key)

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803
        """Tell that there are no keys for it: the arrows lead to every part."""
        return []

    def _tier(self) -> Lane | None:
        part = self._voice.part(self._key)
        return part if isinstance(part, Lane) else None


class GraphInterface(QAccessibleWidget):
    """The canvas as a list, whose one item is the domain with all below it."""

    def __init__(self, voice: Voice, canvas: Canvas) -> None:
        """Speak for the canvas."""
        super().__init__(canvas, QAccessible.Role.List)
        self._voice = voice

    def childCount(self) -> int:
        """Tell whether there is a domain."""
        return int(self._voice.outline is not None)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give the domain."""
        outline = self._voice.outline
        return self._voice.interface(outline.root) if outline is not None and index == 0 else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Tell the place of the domain."""
        outline = self._voice.outline
        return 0 if outline is not None and key_of(child) == outline.root else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give the part that is at a place of the screen; one below before the one above."""
        outline, canvas = self._voice.outline, self._voice.canvas
        if outline is None or canvas is None:
            return None
        place = canvas.viewport().mapFromGlobal(QPoint(x, y))
        for key in reversed(tuple(outline.parts)):
            if self._voice.rect_of(key).contains(place):
                return self._voice.interface(key)
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give the part that has the keyboard."""
        canvas = self._voice.canvas
        return (
            self._voice.interface(canvas.here) if canvas is not None and canvas.hasFocus() else None
        )


def key_of(interface: QAccessibleInterface) -> str:
    """The key of the part that an interface speaks for; empty for what is not of the graph."""
    return interface.key if isinstance(interface, PartInterface) else ""
