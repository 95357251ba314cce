"""Simulations that documents are tried on: the usual, those decided beforehand, and the hostile."""

from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.report.simulated import Simulated, Supposed, simulated_of
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.switches import read_switch
from tests.builders import an_inspection
from tests.report.samples import hostile, three_tiers


def a_simulation(
    inspection: Inspection,
    sender: str = "postfix",
    *down: str,
    own: str = "",
    as_probed: bool = False,
    **facts: object,
) -> Simulated:
    """A sender's mail with these parts off, written as on the command line."""
    what_if = WhatIf(tuple(map(read_switch, down)), as_probed, own)
    supposed = Supposed(what_if, down, **facts)  # type: ignore[arg-type]
    return simulated_of(inspection, sender_of(sender), supposed, say=str)


def three_equal() -> Inspection:
    """Three equal hosts with an address each, and a backup."""
    return an_inspection(
        mx="10 mx-a.example.org, 10 mx-b.example.org, 10 mx-c.example.org, 20 backup.example.net",
        hosts={
            "mx-a.example.org": "192.0.2.1",
            "mx-b.example.org": "192.0.2.2",
            "mx-c.example.org": "192.0.2.3",
            "backup.example.net": "198.51.100.4",
        },
    )


def all_kinds() -> dict[str, Simulated]:
    """One of each kind, by name."""
    return {
        "as the records say": a_simulation(three_equal()),
        "one is silent": a_simulation(three_equal(), "exim", "mx-a.example.org:silent"),
        "all are off": a_simulation(three_equal(), "sendmail", "ipv4:554", "ipv6"),
        "as probed": a_simulation(three_tiers(), "postfix", as_probed=True),
        "as an exchange": a_simulation(three_equal(), own="backup.example.net"),
        "as the best exchange": a_simulation(three_equal(), own="192.0.2.1"),
        "with a backup": a_simulation(
            three_equal(), "postfix", "preference=10", backup=sender_of("exim")
        ),
        "null MX": a_simulation(an_inspection(mx="0 .")),
        "no domain": a_simulation(an_inspection(mx=Status.NXDOMAIN)),
        "no answer": a_simulation(an_inspection(mx=Status.SERVFAIL), "exim"),
        "no addresses": a_simulation(an_inspection(hosts={}), "mox"),
        "many": a_simulation(
            an_inspection(mx=", ".join(f"10 mx{at}.example.org" for at in range(12)))
        ),
        "hostile": a_simulation(hostile(), "qmail", as_probed=True),
    }
