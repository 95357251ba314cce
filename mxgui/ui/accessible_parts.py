"""What assistive technology may ask of the graph and of each of its parts, answered when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from mxgui.routing.shapes import Lane
from mxgui.ui.spoken import more_of
from mxgui.ui.words import shown

if TYPE_CHECKING:
    from mxgui.ui.accessible import GraphVoice


class PartInterface(QAccessibleInterface):
    """One part of the graph, as an item of a tree."""

    def __init__(self, voice: GraphVoice, key: str) -> None:
        """Speak for the part with that key."""
        super().__init__()
        self._voice = voice
        self._key = key
        self._actions = PartActions(voice, key)

    def isValid(self) -> bool:
        """Tell that it is there; it is deleted together with its part."""
        return True

    def object(self) -> QObject | None:  # type: ignore[override]
        """Give no object: a part is none."""
        return None

    def window(self) -> QWindow:
        """Give the window that it is seen in."""
        return self._voice.canvas.window().windowHandle()

    def role(self) -> QAccessible.Role:
        """Tell what it is."""
        return QAccessible.Role.TreeItem

    def text(self, t: QAccessible.Text) -> str:
        """Tell its name, or what else there is to say of it."""
        match t:
            case QAccessible.Text.Name:
                return self._voice.name(self._key)
            case QAccessible.Text.Description:
                part = self._voice.part(self._key)
                return "\n".join(map(shown, more_of(part))) if part is not None else ""
            case _:
                return ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Change nothing: facts are for reading."""

    def state(self) -> QAccessible.State:
        """Tell whether it is chosen, has the keyboard, and is seen."""
        canvas = self._voice.canvas
        item = canvas.item(self._key)
        state = QAccessible.State()
        if item is None:
            state.invalid = 1
            return state
        state.readOnly = 1
        if not isinstance(self._voice.part(self._key), Lane):
            state.focusable = state.selectable = 1
        state.selected = int(item.is_chosen)
        state.focused = int(canvas.hasFocus() and canvas.here == self._key)
        state.invisible = int(not canvas.isVisible())
        place = canvas.rect_of(self._key)
        state.offscreen = int(place is None or not canvas.viewport().rect().intersects(place))
        return state

    def rect(self) -> QRect:
        """Tell where it is on the screen."""
        canvas = self._voice.canvas
        place = canvas.rect_of(self._key)
        return place.translated(canvas.viewport().mapToGlobal(QPoint())) if place else QRect()

    # ------------------------------------------------------------------ above and below

    def parent(self) -> QAccessibleInterface:
        """Give what it lies below."""
        outline = self._voice.outline
        above = outline.above.get(self._key) if outline is not None else None
        canvas = QAccessible.queryAccessibleInterface(self._voice.canvas)
        return self._voice.interface(above) or canvas

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

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Give the actions, if they are asked for."""
        chosen = not isinstance(self._voice.part(self._key), Lane)
        is_wanted = kind == QAccessible.InterfaceType.ActionInterface
        return self._actions if is_wanted and chosen else None

    @property
    def key(self) -> str:
        """The key of its part."""
        return self._key

    def _below(self) -> tuple[str, ...]:
        outline = self._voice.outline
        return outline.below.get(self._key, ()) if outline is not None else ()


class PartActions(QAccessibleActionInterface):
    """What can be done with a part: choose it, or bring the keyboard there."""

    def __init__(self, voice: GraphVoice, key: str) -> None:
        """Act for the part with that key."""
        super().__init__()
        self._voice = voice
        self._key = key

    def actionNames(self) -> list[str]:
        """Tell what can be done."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, actionName: str) -> None:  # noqa: N803
        """Do it."""
        canvas = self._voice.canvas
        if actionName == self.setFocusAction():
            canvas.setFocus()
        if actionName in self.actionNames():
            canvas.chosen.emit(self._key)

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803
        """Tell that there are no keys for it: the arrows lead to every part."""
        return []


class GraphInterface(QAccessibleWidget):
    """The canvas as a tree, with the domain as its root."""

    def __init__(self, voice: GraphVoice) -> None:
        """Speak for the canvas."""
        super().__init__(voice.canvas, QAccessible.Role.Tree)
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
        outline = self._voice.outline
        place = self._voice.canvas.viewport().mapFromGlobal(QPoint(x, y))
        for key in reversed(tuple(outline.parts) if outline is not None else ()):
            box = self._voice.canvas.rect_of(key)
            if box is not None and box.contains(place):
                return self._voice.interface(key)
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give the part that has the keyboard."""
        canvas = self._voice.canvas
        return self._voice.interface(canvas.here) if canvas.hasFocus() else None


def key_of(interface: QAccessibleInterface) -> str:
    """The key of the part that an interface speaks for; empty for what is not of the graph."""
    return interface.key if isinstance(interface, PartInterface) else ""
