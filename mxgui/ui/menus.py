"""Menus of choices: how to probe, whom to ask, light or dark. Each draws what is chosen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from mxgui.model.plan import USUAL_SENDER, ProbeMode
from mxgui.model.text import Text, text
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import AskResolvers, ProbeAs, SendAs, UseScheme
from mxgui.ui.words import shown as words_shown

SYSTEM = ("system",)
_MOST_REMEMBERED = 8
_MODES = {
    ProbeMode.EVERY_HOST: (text("Every host"), text("Probe: every host")),
    ProbeMode.AS_SENDER: (
        text("As a sender, up to the first that takes mail"),
        text("Probe: as a sender"),
    ),
    ProbeMode.NONE: (text("DNS only"), text("Probe: DNS only")),
}


class ChoiceMenu(QMenu):
    """A menu of which one entry is chosen; it stands in the menu bar and behind a button."""

    wished = Signal(object)

    def __init__(self, title: Text, parent: QWidget | None = None) -> None:
        """Begin without entries."""
        super().__init__(words_shown(title), parent)
        self.group = QActionGroup(self)

    def add(self, words: str, wish: object) -> QAction:
        """Add an entry that utters a wish."""
        # An ampersand would underline the letter behind it
        action = QAction(words.replace("&", "&&"), self)
        action.setCheckable(True)
        action.triggered.connect(partial(self._utter, wish))
        self.group.addAction(action)
        self.addAction(action)
        return action

    def _utter(self, wish: object, _checked: bool = False) -> None:
        self.wished.emit(wish)


class ModeMenu(ChoiceMenu):
    """Which addresses are probed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer every mode."""
        super().__init__(text("&Probe"), parent)
        self._actions = {
            mode: self.add(words_shown(words), ProbeAs(mode)) for mode, (words, _) in _MODES.items()
        }

    def draw(self, shown: Shown) -> None:
        """Check the mode in use."""
        self._actions[shown.plan.mode].setChecked(True)

    @staticmethod
    def words(shown: Shown) -> Text:
        """What the button says."""
        return _MODES[shown.plan.mode][1]


class SenderMenu(ChoiceMenu):
    """As whom to look at the domain: the kinds of sender that there are.

    They are listed when the menu is first wanted, since the window is to be seen before that.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(text("S&ender"), parent)
        self._actions: dict[str, QAction] = {}
        self._shown = Shown()
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List every kind of sender, if that was not done before."""
        if self._actions:
            return
        from mxgui.routing.senders import SENDERS

        for sender in SENDERS:
            words = text("{title} {version}", title=sender.title, version=sender.version)
            name = words_shown(words if sender.version else sender.title)
            # What follows a tab stands in a column of its own
            action = self.add(f"{name}\t{words_shown(sender.about)}", SendAs(sender.id))
            self._actions[sender.id] = action
        self.draw(self._shown)

    def draw(self, shown: Shown) -> None:
        """Check the sender in use."""
        self._shown = shown
        if shown.plan.sender in self._actions:
            self._actions[shown.plan.sender].setChecked(True)

    @staticmethod
    def words(shown: Shown) -> Text:
        """What the button says."""
        return text("Sender: {title}", title=_title_of(shown.plan.sender))

    @staticmethod
    def about(shown: Shown) -> Text:
        """What the button is for, or why what is shown is not as it says."""
        inspected = shown.result.inspection.plan.sender if shown.result else shown.plan.sender
        if inspected != shown.plan.sender:
            return text(
                "The probes of this domain went as those of {before}; F5 probes as {now} does",
                before=_title_of(inspected),
                now=_title_of(shown.plan.sender),
            )
        return text("As which kind of mail server to look at the domain")


def _title_of(sender: str) -> str:
    if sender == USUAL_SENDER:
        return "RFC 5321"  # without the shelf, for which the first picture does not wait
    from mxgui.routing.senders import sender_of

    return sender_of(sender).title


class ResolverMenu(ChoiceMenu):
    """Whom to ask: the system's resolver, those asked before, or another."""

    other = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer the system's resolver."""
        super().__init__(text("&Resolver"), parent)
        self._actions: dict[tuple[str, ...], QAction] = {}
        self._offer(SYSTEM)
        self._separator = self.addSeparator()
        another = QAction(words_shown(text("Another…")), self)
        another.triggered.connect(self.other)
        self.addAction(another)

    def draw(self, shown: Shown) -> None:
        """Check the resolvers in use; the demo network has its own."""
        self.setEnabled(not shown.is_demo)
        resolvers = shown.plan.resolvers
        if resolvers not in self._actions:
            self._offer(resolvers)
        self._actions[resolvers].setChecked(True)

    @staticmethod
    def words(shown: Shown) -> Text:
        """What the button says."""
        if shown.is_demo:
            return text("Resolver: demo network")
        if shown.plan.resolvers == SYSTEM:
            return text("Resolver: system")
        first, *others = shown.plan.resolvers
        if others:
            return text("Resolver: {first} and {n} more", first=_cut(first), n=len(others))
        return text("Resolver: {first}", first=_cut(first))

    def _offer(self, resolvers: tuple[str, ...]) -> None:
        words = text("System") if resolvers == SYSTEM else text("{list}", list=resolvers)
        action = self.add(words_shown(words), AskResolvers(resolvers))
        if resolvers != SYSTEM:
            self.insertAction(self._separator, action)
        self._actions[resolvers] = action
        if len(self._actions) > _MOST_REMEMBERED:
            oldest = list(self._actions)[1]
            self.removeAction(self._actions.pop(oldest))


class SchemeMenu(ChoiceMenu):
    """Light or dark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer every scheme."""
        super().__init__(text("&Colours"), parent)
        self._actions = {
            scheme: self.add(words_shown(scheme.words), UseScheme(scheme)) for scheme in Scheme
        }

    def draw(self, shown: Shown) -> None:
        """Check the scheme in use."""
        self._actions[shown.scheme].setChecked(True)


def _cut(words: str) -> str:
    return words if len(words) <= 24 else f"{words[:23]}…"
