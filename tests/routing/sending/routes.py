"""Small routes of all kinds, and what may happen at their addresses, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from mxgui.model.records import Status
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import Off, What, WhatIf
from tests.routing.sending.cases import records

NAMES = ("a", "b", "c")
FAMILIES: tuple[str | Status, ...] = ("4", "6", "64", "44", "", "=1", Status.SERVFAIL)
ADDRESSES = tuple(
    address for at in (8, 9, 16, 17, 24, 25) for address in (f"192.0.2.{at}", f"2001:db8::{at:x}")
)
senders = st.sampled_from(SENDERS)
preferences = st.sampled_from((10, 10, 20))


@st.composite
def routes(draw: st.DrawFn):
    """Up to three hosts on two preferences; some have no address, or that of another."""
    names = NAMES[: draw(st.integers(1, 3))]
    hosts: dict[str, str | Status] = {name: draw(st.sampled_from(FAMILIES)) for name in names}
    hosts["a"] = draw(st.sampled_from(FAMILIES[:4]))
    parts = [f"{draw(preferences)} {name}" for name in names]
    extra = draw(st.sampled_from(("", "", "", "0 .", "20 .", "20 a", "20 nothere")))
    return records(", ".join([*parts, *([extra] if extra else [])]), **hosts)


offs = st.builds(
    Off, st.just(What.ADDRESS), st.sampled_from(ADDRESSES), st.sampled_from(tuple(Behaviour))
)
what_ifs = st.builds(
    WhatIf,
    st.lists(offs, max_size=8).map(tuple),
    own=st.sampled_from(("", "", "", "b.example", "192.0.2.8")),
)
