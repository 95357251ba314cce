"""What the pictures show of our own line: a port that is blocked, and two vantages."""

from __future__ import annotations

from dataclasses import replace

from mxgui.model.event import LineStep, probe_step
from mxgui.model.inspection import Inspection
from mxgui.model.line import PROXY, Line, ProxyProblem
from mxgui.model.plan import Plan
from mxgui.model.smtp import Outcome, Reason
from tests.builders import a_probe, an_inspection

_SHOWN = "socks5://127.0.0.1:1080"
_HOSTS = {
    "mx1.example.org": "20.0.7.25 2a00:7::25",
    "mx2.example.org": "20.0.9.25",
    "backup.example.net": "20.9.0.99",
}
_MX = "10 mx1.example.org, 10 mx2.example.org, 20 backup.example.net"
_ADDRESSES = tuple(" ".join(_HOSTS.values()).split())
_SEEN = {"20.9.0.99": Outcome.REFUSED, "2a00:7::25": Outcome.PROXY_NO_ANSWER}


def blocked() -> Inspection:
    """Nobody answers, in unrelated networks: this line does not reach the port."""
    return _with(Outcome.TIMED_OUT)


def both_vantages() -> Inspection:
    """What this line does not see, the proxy does."""
    plan = Plan(proxy=_SHOWN, also_direct=True)
    known = _with(Outcome.TIMED_OUT, plan)
    line = Line(PROXY, helo="mail.example.net", proxy=_SHOWN)
    facts = {**known.facts, LineStep(PROXY): line}
    owners = {own: host for host, written in _HOSTS.items() for own in written.split()}
    for address, host in owners.items():
        probe = a_probe(host, address, _SEEN.get(address, Outcome.GREETED))
        probe = replace(probe, target=replace(probe.target, vantage=PROXY))
        facts[probe_step(probe.target)] = probe
    return replace(known, facts=facts)


def dead_proxy() -> Inspection:
    """The proxy is not there."""
    known = _with(Reason.PROXY_DOWN, Plan(proxy=_SHOWN))
    problem = ProxyProblem.NO_CONNECTION
    line = Line(PROXY, "[198.51.100.7]", proxy=_SHOWN, problem=problem, note="Connection refused")
    facts = {step: fact for step, fact in known.facts.items() if step != LineStep()}
    return replace(known, facts={**facts, LineStep(PROXY): line})


def _with(outcome: Outcome | Reason, plan: Plan | None = None) -> Inspection:
    probes = dict.fromkeys(_ADDRESSES, outcome)
    return an_inspection(mx=_MX, hosts=_HOSTS, probes=probes, plan=plan or Plan())
