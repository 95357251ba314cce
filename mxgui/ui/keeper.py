"""What holds for every window and is remembered: colours, motion, choices, earlier domains."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, assert_never

from PySide6.QtCore import QObject, Signal

from mxgui.app.remembered import Memory, Remembered
from mxgui.model.plan import USUAL_SENDER, Plan, ProbeMode
from mxgui.ui.scheme import Scheme
from mxgui.ui.wishes import ForgetDomains, KeepStill, Taste, UseScheme


class Keeper(QObject):
    """Holds the one value, says when it changes, and puts it away."""

    changed = Signal()

    def __init__(self, memory: Memory, *, system_is_still: bool = False) -> None:
        """Begin with what was remembered; of motion the system decides where nothing was."""
        super().__init__()
        self._memory = memory
        self._system_is_still = system_is_still
        self.kept = memory.load()
        self._asks_helo = memory.is_kept and not self.kept.helo_asked

    @property
    def scheme(self) -> Scheme:
        """The colours that were chosen, else those of the system."""
        names = {scheme.value: scheme for scheme in Scheme}
        return names.get(self.kept.scheme, Scheme.SYSTEM)

    @property
    def still(self) -> bool:
        """Whether nothing is to move by itself, as was chosen, else as the system wishes."""
        return self._system_is_still if self.kept.still is None else self.kept.still

    @property
    def asks_helo(self) -> bool:
        """Whether the name to greet by is asked for: at the first start, where it is remembered."""
        return self._asks_helo

    def helo_answered(self) -> None:
        """Ask for the name no more."""
        self._asks_helo = False
        self.keep(helo_asked=True)
        self.changed.emit()

    def settle(self, plan: Plan) -> None:
        """Remember how inspections are to be made."""
        self._asks_helo = self._asks_helo and not plan.helo
        self.keep(
            mode=plan.mode.value,
            sender=plan.sender,
            resolvers=plan.resolvers,
            helo=plan.helo or "",
            helo_asked=self.kept.helo_asked or bool(plan.helo),
            proxy=plan.proxy,
            also_direct=plan.also_direct,
            canary=plan.canary,
        )

    def plan(self) -> Plan:
        """How a new window inspects: as the latest one did, as far as that can be understood."""
        modes = {mode.value: mode for mode in ProbeMode}
        plan = Plan(
            mode=modes.get(self.kept.mode, ProbeMode.EVERY_HOST),
            sender=_known_sender(self.kept.sender),
            helo=self.kept.helo or None,
            proxy=self.kept.proxy if _is_proxy(self.kept.proxy) else "",
            also_direct=self.kept.also_direct,
            canary=self.kept.canary,
        )
        resolvers = self.kept.resolvers
        is_usual = resolvers in ((), plan.resolvers)
        return (
            plan
            if is_usual or not _are_understood(resolvers)
            else replace(plan, resolvers=resolvers)
        )

    def fulfil(self, wish: Taste) -> None:
        """Do what is wished for, for every window."""
        match wish:
            case UseScheme(scheme):
                self.keep(scheme=scheme.value)
            case KeepStill(still):
                self.keep(still=still)
            case ForgetDomains():
                self.keep(domains=())
            case _:
                assert_never(wish)

    def keep(self, **parts: Any) -> None:
        """Remember some values, and say so if they are new."""
        self._become(replace(self.kept, **parts))

    def inspected(self, name: str) -> None:
        """Remember a domain, and that the name to greet by was asked for, answered or not."""
        self._become(replace(self.kept.with_domain(name), helo_asked=True))

    def _become(self, kept: Remembered) -> None:
        if kept != self.kept:
            self.kept = self._memory.save(kept)
            self.changed.emit()


def _known_sender(name: str) -> str:
    if name in ("", USUAL_SENDER):
        return USUAL_SENDER
    # Imported here, since the window is to be seen before what it may need
    from mxgui.routing.senders import sender_of

    return sender_of(name).id


def _are_understood(resolvers: tuple[str, ...]) -> bool:
    # Imported here, since the window is to be seen before what it may need
    from mxgui.model.resolver import BadResolver, ResolverSpec

    try:
        return bool([ResolverSpec.parse(each) for each in resolvers])
    except BadResolver:
        return False


def _is_proxy(written: str) -> bool:
    if not written:
        return False
    from mxgui.model.proxy import BadProxy, ProxySpec

    try:
        return ProxySpec.parse(written).shown == written
    except BadProxy:
        return False
