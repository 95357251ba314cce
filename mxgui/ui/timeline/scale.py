"""The part of the time axis that is seen: all of it until somebody zooms."""

from PySide6.QtCore import QObject, Signal

from mxgui.ui.timeline.axis import Axis, fitted, moved, zoomed

STEP = 1.5  # of one key press or one notch of the wheel
_PAN = 0.2  # of what is seen, by one key press


class Scale(QObject):
    """Holds the axis, and says when another part of it is to be seen."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """See all of nothing."""
        super().__init__(parent)
        self.whole = fitted(0.0, growing=False)
        self._seen: Axis | None = None

    @property
    def axis(self) -> Axis:
        """What is seen."""
        return self._seen or self.whole

    @property
    def is_zoomed(self) -> bool:
        """Whether only a part is seen."""
        return self._seen is not None

    def take(self, last: float, *, growing: bool) -> None:
        """Let the axis reach up to the last moment; what was zoomed to stays where it is."""
        whole = fitted(last, growing=growing)
        if whole == self.whole:
            return
        self.whole = whole
        if self._seen is not None:
            self._seen = self._part(moved(self._seen, whole, 0.0))
        self.changed.emit()

    def zoom(self, factor: float, about: float | None = None) -> None:
        """Enlarge or shrink about a moment, the middle if none is given."""
        about = self.axis.moment(0.5) if about is None else about
        self._see(zoomed(self.axis, self.whole, factor, about))

    def move(self, by: float) -> None:
        """See what is so many seconds later."""
        self._see(moved(self.axis, self.whole, by))

    def move_to(self, begin: float) -> None:
        """See what begins at that moment."""
        self.move(begin - self.axis.begin)

    def earlier(self) -> None:
        """Move to the left by a part of what is seen."""
        self.move(-_PAN * self.axis.length)

    def later(self) -> None:
        """Move to the right by a part of what is seen."""
        self.move(_PAN * self.axis.length)

    def zoom_in(self) -> None:
        """Enlarge one step."""
        self.zoom(STEP)

    def zoom_out(self) -> None:
        """Shrink one step."""
        self.zoom(1 / STEP)

    def fit(self) -> None:
        """See all of it."""
        self._see(self.whole)

    def _see(self, axis: Axis) -> None:
        seen = self._part(axis)
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()

    def _part(self, axis: Axis) -> Axis | None:
        return None if axis == self.whole else axis
