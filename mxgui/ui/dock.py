"""One panel of the window: a view that can be moved, taken out, put away, and come back to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QWidget

from mxgui.model.text import Text, text
from mxgui.ui.label import plain_label
from mxgui.ui.shown import Shown
from mxgui.ui.small_button import small_button
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.words import shown as words_shown


class Dock(QDockWidget):
    """Holds a view, and has it drawn while it is seen; what is hidden costs nothing.

    The view is made when it is seen for the first time, or asked for. `is_seen` is false behind
    another tab as well, where Qt calls a panel visible.
    """

    wished = Signal(object)  # what the view wishes
    filled = Signal()  # the view has been made

    def __init__(self, kind: type[View], theme: Theme, name: str) -> None:
        """Have a place for such a view; the name is for what is remembered of the layout."""
        super().__init__(words_shown(kind.title))
        self.setObjectName(name)
        self.kind = kind
        self.is_seen = False
        self._theme = theme
        self._view: View | None = None
        self._shown: Shown | None = None
        self._is_stale = False
        self._title = DockTitle(self, kind.title)
        self._no_title = QWidget()
        self.setTitleBarWidget(self._title)
        self.visibilityChanged.connect(self._catch_up)
        self.topLevelChanged.connect(self._come_out)

    @property
    def view(self) -> View:
        """The view, made by now."""
        if self._view is None:
            view = self._view = self.kind(self._theme)
            self.setWidget(view)  # after its title, since Tab goes that way
            view.setEnabled(self.is_seen)  # else Tab would lead behind the panel in front
            view.show()
            view.wished.connect(self.wished)
            self.filled.emit()
        return self._view

    @property
    def told_of(self) -> View | type[View]:
        """What tells title, help and keys: the view, or its kind until there is one."""
        return self._view or self.kind

    def draw(self, shown: Shown) -> None:
        """Show this, or keep it until the panel is seen."""
        self.keep(shown)
        self.draw_kept()

    def keep(self, shown: Shown) -> None:
        """Show this once the panel's turn comes."""
        self._shown, self._is_stale = shown, True

    def draw_kept(self) -> bool:
        """Show what was kept, if the panel is seen and there is anything; tells whether it did."""
        if not (self.is_seen and self._is_stale) or self._shown is None:
            return False
        self._is_stale = False
        self.view.draw(self._shown)
        return True

    def call(self, title: Text) -> None:
        """Be called that from now on, also on its tab."""
        words = words_shown(title)
        if words != self.windowTitle():
            self.setWindowTitle(words)
            self._title.words.setText(words)

    def show_title(self, *, wanted: bool) -> None:
        """Have a bar with the title; where there are tabs they say it already."""
        bar = self._title if wanted else self._no_title
        if self.titleBarWidget() is not bar:
            self.setTitleBarWidget(bar)
            bar.show()

    def go_to(self) -> None:
        """Be seen, and have the keyboard."""
        self.show()
        self.raise_()
        self.view.setEnabled(True)
        self.window().activateWindow()  # its own while it floats
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_floating(self) -> None:
        """Leave the window, or come back into it."""
        self.setFloating(not self.isFloating())

    def _come_out(self, is_out: bool) -> None:
        # Qt says of a panel that comes out from behind a tab that it is not visible
        if is_out and self.isVisible():
            self._catch_up(True)

    def _catch_up(self, is_seen: bool) -> None:
        self.is_seen = is_seen
        if self._view is not None:
            self._view.setEnabled(is_seen or not self.isVisible())
        self.draw_kept()


class DockTitle(QWidget):
    """The bar over a panel that stands alone: its name, and two small buttons."""

    def __init__(self, dock: Dock, title: Text) -> None:
        """Name the panel."""
        super().__init__(dock)
        self.setObjectName("docktitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = plain_label("muted")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.words.setText(words_shown(title))
        float_button = small_button("⇱", text("Take {panel} out of the window", panel=title))
        hide_button = small_button("×", text("Put {panel} away", panel=title))  # noqa: RUF001
        float_button.clicked.connect(dock.toggle_floating)
        hide_button.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 2)
        row.setSpacing(0)
        row.addWidget(self.words, 1)
        row.addWidget(float_button)
        row.addWidget(hide_button)
