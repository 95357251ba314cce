"""Which pictures there are: every state once, what matters most in all colours and sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from mxgui.ui.action import Do, Menu
from mxgui.ui.scheme import Scheme
from mxgui.ui.view import View
from mxgui.ui.views import (
    PANELS,
    AnswersView,
    DetailsView,
    DomainsView,
    SendersView,
    ServersView,
    TimelineView,
    TryOrderView,
    WaitingView,
    WhatIfView,
)
from tests.pictures import studio
from tests.pictures.states import AS
from tests.pictures.studio import USUAL, Alone, Called, InFront, Light, Opened, Size, Take
from tests.pictures.what_ifs import SUPPOSITIONS

SMALLEST, SMALL, LARGE = (760, 480), (1024, 640), (1640, 1040)
SIZES = (SMALL, USUAL, LARGE)
SCHEMES = tuple(scheme for scheme in Scheme if scheme is not Scheme.SYSTEM)
TWICE = 2  # the scale of a screen with fine pixels

WHAT_IFS = tuple(each.name for each in SUPPOSITIONS)
STATES = (
    "empty",
    "first start",
    "welcome",
    "settings set aside",
    "empty in the demo",
    "typed a mistake",
    "asked back",
    "opened from a file",
    "a file looked at again",
    "a file that is broken",
    "nothing known yet",
    "first answers",
    "growing",
    "nearly done",
    "waiting for a greeting",
    "stopped",
    "good",
    "degraded",
    "down",
    "null MX",
    "no such domain",
    "question refused",
    "no MX record",
    "no address",
    "all mail rejected",
    "certificate out of date",
    "all is well",
    "DNSSEC fails",
    "policy fails",
    "DANE matches",
    "DANE fails",
    "DANE at some addresses",
    "encryption verified",
    "encryption by a private root",
    "encryption incomplete",
    "encryption stalled",
    "DNS only",
    "bounce pasted",
    "IDN",
    "senders disagree",
    "mail in the clear",
    "best host lost",
    "aliases in a circle",
    "planned route",
    "no network",
    "nobody answers",
    "port blocked",
    "two vantages",
    "two vantages, address chosen",
    "dead proxy",
    "40 exchanges with 4 addresses",
    "hostile words",
    "several domains",
    "dead address chosen",
    "host chosen",
    "name servers asked",
    "policy enforced",
    "host under a policy",
    "policy not fetched",
    *(name for name, *_ in AS),
    "saved",
    *WHAT_IFS,
)
TELLING = ("empty", "growing", "host chosen", "several domains")
ROOMY = (1100, 760)  # a panel that stands alone
DARK = Light(Scheme.DARK)
OPENING = (
    Do.SAVE,
    Do.SAVE_PICTURE,
    Do.PALETTE,
    Do.HELP,
    Do.KEYS,
    Do.LINE,
    Do.SETTINGS,
    Do.WELCOME,
    Do.REPORT,
    Do.ABOUT,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is taken of the window in which state and light, and at which scale."""

    group: str
    what: str
    state: str
    take: Take
    light: Light = field(default_factory=Light)
    scale: int = 1

    @property
    def name(self) -> str:
        """What it is called, in words."""
        wide, high = self.light.size
        words = f"{self.what}, {self.light.scheme.value}, {wide} x {high}"
        return words if self.scale == 1 else f"{words}, {self.scale * 100} %"

    @property
    def file(self) -> str:
        """The name of its file."""
        words = re.sub(r"[^a-z0-9]+", "-", f"{self.group} {self.name}".lower())
        return f"{words.strip('-')}.png"


def pictures() -> tuple[Picture, ...]:
    """All of them; no two have the same file."""
    made = (*_states(), *_as_senders(), *_panels(), *_what_ifs(), *_parts(), *_dialogs())
    return tuple({picture.file: picture for picture in made}.values())


def _states() -> Iterator[Picture]:
    for state in STATES:
        yield Picture("Window", state, state, studio.whole)
    for state, scheme, size in product(TELLING, SCHEMES, SIZES):
        yield Picture("Window", state, state, studio.whole, Light(scheme, size))
    yield Picture("Window", "encryption verified", "encryption verified", studio.whole, DARK)
    for state, size in product(TELLING, (SMALL, USUAL)):
        yield Picture("Window", state, state, studio.whole, Light(size=size), TWICE)
    for state in ("empty", "several domains"):
        yield Picture("Window", state, state, studio.whole, Light(size=SMALLEST))
    for state in (
        "first start",
        "welcome",
        "settings set aside",
        "opened from a file",
        "a file looked at again",
        "port blocked",
        "two vantages",
    ):
        yield Picture("Window", state, state, studio.whole, Light(Scheme.DARK))
        yield Picture("Window", state, state, studio.whole, Light(size=SMALL))
    for state in (
        "policy enforced",
        "host under a policy",
        "policy not fetched",
        "all is well",
        "DNSSEC fails",
        "policy fails",
        "empty in the demo",
        "planned route",
    ):
        yield Picture("Window", state, state, studio.whole, Light(Scheme.DARK))
    yield Picture("Window", "planned route", "planned route", studio.whole, Light(size=SMALL))
    for state in ("40 exchanges with 4 addresses", "hostile words", "bounce pasted"):
        yield Picture("Window", state, state, studio.whole, Light(size=SMALL))


def _as_senders() -> Iterator[Picture]:
    """The graph and the try-order as a few kinds of sender have them."""
    for state, *_ in AS:
        yield Picture("Window", state, state, studio.whole, DARK)
        yield Picture("Window", state, state, studio.whole, Light(size=SMALL))
        yield _alone(TryOrderView, state, ROOMY)
    what = f"{TryOrderView.title} in front, as Postfix"
    yield Picture("Panels", what, "as Postfix", InFront(TryOrderView), Light(size=SMALL))


def _panels() -> Iterator[Picture]:
    panels: tuple[type[View], ...] = PANELS
    for kind in panels:
        what = f"{kind.title} in front"
        for light in (*map(Light, SCHEMES), Light(size=SMALL)):
            yield Picture("Panels", what, "host chosen", InFront(kind), light)
        yield Picture("Panels", what, "host chosen", InFront(kind), scale=TWICE)
        yield _alone(kind, "host chosen", ROOMY)
    kinds: tuple[type[View], ...] = (TimelineView, AnswersView)
    for kind, state in product(kinds, ("growing", "hostile words")):
        yield _alone(kind, state, ROOMY)
    yield _alone(ServersView, "name servers asked", ROOMY)
    for light in (*map(Light, SCHEMES), Light(size=SMALL)):
        what = "Servers in front, asked"
        yield Picture("Panels", what, "name servers asked", InFront(ServersView), light)
    yield from _details()
    yield from _senders()
    yield _alone(DomainsView, "several domains", (420, 900))


def _senders() -> Iterator[Picture]:
    """Senders side by side, and what an outage makes of their mail."""
    for light in (*map(Light, SCHEMES), Light(size=SMALL)):
        what = "Senders in front, disagreeing"
        yield Picture("Panels", what, "senders disagree", InFront(SendersView), light)
    for what, do in (("with a backup", _with_backup), ("as a table", _as_table)):
        for light in (Light(), DARK):
            take = Alone(WaitingView, ROOMY, do)
            yield Picture("Panels", f"Waiting alone, {what}", "host chosen", take, light)


def _with_backup(view: View) -> None:
    """Let Sendmail be the backup."""
    assert isinstance(view, WaitingView)
    at = view.bar.backup.findData("sendmail")
    view.bar.backup.setCurrentIndex(at)
    view.bar.backup.activated.emit(at)


def _as_table(view: View) -> None:
    assert isinstance(view, WaitingView)
    view.bar.table.click()


def _what_ifs() -> Iterator[Picture]:
    for state, light in product(WHAT_IFS, (Light(), DARK, Light(size=SMALL))):
        yield Picture("Panels", f"What if in front, {state}", state, InFront(WhatIfView), light)
    for scheme in SCHEMES:
        yield Picture("Parts", "graph, what if", WHAT_IFS[0], studio.whole, Light(scheme))
    for size in (ROOMY, (360, 800)):
        yield replace(_alone(WhatIfView, WHAT_IFS[0], size), what=f"What if alone, {size[0]} wide")


def _details() -> Iterator[Picture]:
    for state in ("encryption verified", "encryption by a private root"):
        yield _alone(DetailsView, state, (420, 1400))
        yield replace(_alone(DetailsView, state, (420, 1400)), light=DARK)
    for state in ("waiting for a greeting", "certificate out of date", "hostile words"):
        yield _alone(DetailsView, state, (420, 1200))
    for state, scheme in product(("all is well", "DANE matches", "DANE fails"), SCHEMES):
        take = Alone(DetailsView, (420, 2000))
        yield Picture("Panels", f"Details alone, {state}", state, take, Light(scheme))
    for state in ("policy enforced", "policy not fetched"):
        yield _alone(DetailsView, state, (420, 1200))


def _alone(kind: type[View], state: str, size: Size) -> Picture:
    take = Alone(kind, size)
    return Picture("Panels", f"{kind.title} alone, {state}", state, take)


def _parts() -> Iterator[Picture]:
    for scheme in SCHEMES:
        light = Light(scheme)
        yield Picture("Parts", "headline", "degraded", studio.headline, light)
        yield Picture("Parts", "domain bar", "bounce pasted", studio.bar, light)
        yield Picture("Parts", "graph", "host chosen", studio.graph_with_keyboard, light)
        for menu in Menu:
            yield Picture("Parts", f"menu {menu.value}", "several domains", Opened(menu), light)


def _dialogs() -> Iterator[Picture]:
    for do in (Do.SETTINGS, Do.WELCOME, Do.REPORT):
        yield Picture("Dialogs", do.value, "degraded", Called(do), Light(size=SMALL))
    for scheme in SCHEMES:
        light = Light(scheme)
        for do in OPENING:
            yield Picture("Dialogs", do.value, "degraded", Called(do), light)
        for do in (Do.EDIT_ROUTE, Do.COMPARE):
            yield Picture("Dialogs", do.value, "planned route", Called(do), light)
        for what, take in (("bad setting", studio.bad_setting), ("one setting", studio.found)):
            yield Picture("Dialogs", what, "degraded", take, light)
        yield Picture("Dialogs", "resolvers", "degraded", studio.resolvers, light)
        yield Picture("Dialogs", "error", "degraded", studio.an_error, light)
