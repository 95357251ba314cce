"""The JSON of all senders side by side: each has the keys of one simulation, and more."""

from mxgui.report.contract_sides import sides_value
from mxgui.report.side_by_side import senders_of, sides_with_reasons
from mxgui.report.simulated import Supposed, simulated_of
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.outage import AS_RECORDS_SAY
from tests.report.misfit import misfit
from tests.report.simulation_shape import PART
from tests.report.simulations import three_equal

SIDE = {
    **PART,
    "tries": {"least": int, "most": int},
    "if_all_refuse": {"least": int, "most": int, "of": int},
    "never_tried": [int],
    "differs": [{"first", "tries", "reach", "fate", "delay"}],
    "reasons": [{"text": str, "for": [str], "sources": [str]}],
}


def value_of(inspection):
    supposed = Supposed(lengths=(300.0,))
    sides = sides_with_reasons(inspection, AS_RECORDS_SAY, supposed.lengths)
    simulations = [
        simulated_of(inspection, sender, supposed, say=str) for sender in senders_of(inspection)
    ]
    return sides_value(sides, simulations)


def test_every_sender_has_every_key():
    value = value_of(three_equal())
    assert [one["sender"] for one in value["senders"]] == [sender.id for sender in SENDERS]
    assert misfit(value["senders"], [SIDE]) is None
    assert (value["sender"], value["compared_with"]) == ("all", "rfc5321")


def test_a_difference_has_a_reason_and_its_source():
    stalwart = next(
        one for one in value_of(three_equal())["senders"] if one["sender"] == "stalwart"
    )
    assert "reach" in stalwart["differs"]
    assert any("reach" in reason["for"] and reason["sources"] for reason in stalwart["reasons"])
