"""The JSON of `simulate --sender all`: every sender's simulation, and how and why they differ.

Each of `senders` has the keys of one simulation, and behind them those of the comparison with the
first of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mxgui.report.contract import saved_head
from mxgui.report.contract_simulation import simulation_part
from mxgui.report.side_by_side import Side, Sides
from mxgui.report.simulated import Simulated
from mxgui.report.values import Value
from mxgui.routing.sending.matrix import Facet, Why

_COMMON = ("down", "as", "as_probed", "backup", "planned", "route")


def sides_value(sides: Sides, simulations: Sequence[Simulated]) -> dict[str, Any]:
    """All senders; `simulations` are theirs, in the same order."""
    parts = [simulation_part(simulated) for simulated in simulations]
    return {
        **saved_head(sides.inspection),
        "simulated": True,
        "sender": "all",
        "seed": parts[0]["seed"],
        **{key: parts[0][key] for key in _COMMON},
        "compared_with": parts[0]["sender"],
        "senders": [
            {**part, **_comparison(side, simulated)}
            for part, side, simulated in zip(parts, sides.all, simulations, strict=True)
        ],
    }


def _comparison(side: Side, simulated: Simulated) -> dict[str, Value]:
    seen = side.row.seen
    return {
        "tries": {"least": seen.tries[0], "most": seen.tries[1]},
        "if_all_refuse": {"least": seen.reach[0], "most": seen.reach[1], "of": seen.all},
        "never_tried": list(seen.never),
        "differs": [facet.value for facet in Facet if facet in side.row.differs],
        "reasons": [_reason(why, simulated) for why in side.row.reasons],
    }


def _reason(why: Why, simulated: Simulated) -> dict[str, Value]:
    return {
        "text": simulated.say(why.words),
        "for": [facet.value for facet in Facet if facet in why.facets],
        "sources": list(simulated.sender.sources),
    }
