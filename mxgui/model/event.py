"""All that work can say: it began, asked, learned something, ended, and was taken up again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from mxgui.model.authority import ServerAnswer
from mxgui.model.chain import Chain
from mxgui.model.entry import Entry
from mxgui.model.line import DIRECT, Line
from mxgui.model.plan import Origin, Plan
from mxgui.model.policy import PolicyFetch
from mxgui.model.records import Answer, Question, Transport
from mxgui.model.security import Security
from mxgui.model.smtp import Probe, Target


@dataclass(frozen=True, slots=True)
class LineStep:
    """To find out what the line that we look from can do."""

    vantage: str = DIRECT


@dataclass(frozen=True, slots=True)
class AskStep:
    """To ask DNS one question."""

    question: Question
    vantage: str = DIRECT


@dataclass(frozen=True, slots=True)
class ProbeStep:
    """To probe one address; a later probe of the same address replaces the earlier."""

    address: str
    port: int
    vantage: str = DIRECT
    host: str = ""  # whose own handshake it is; empty where the names of an address share one


@dataclass(frozen=True, slots=True)
class SecureStep:
    """To validate the answer to one question by DNSSEC."""

    question: Question
    vantage: str = DIRECT


@dataclass(frozen=True, slots=True)
class ChainStep:
    """To check the chain of certificates that a probe was shown."""

    address: str
    port: int
    vantage: str = DIRECT
    host: str = ""


@dataclass(frozen=True, slots=True)
class PolicyStep:
    """To fetch the MTA-STS policy of a domain."""

    domain: str


@dataclass(frozen=True, slots=True)
class ServerStep:
    """To ask one address of a name server of a zone; over a transport first, if not the last."""

    zone: str
    server: str
    address: str
    question: Question
    transport: Transport = Transport.UDP


Step: TypeAlias = LineStep | AskStep | ProbeStep | SecureStep | ChainStep | PolicyStep | ServerStep
Fact: TypeAlias = Answer | Probe | Line | Security | Chain | PolicyFetch | ServerAnswer


@dataclass(frozen=True, slots=True)
class Began:
    """An inspection began at that moment (UTC)."""

    entry: Entry
    plan: Plan
    origin: Origin
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """A step is under way, since `at` seconds after the inspection began."""

    step: Step
    at: float


@dataclass(frozen=True, slots=True)
class Learned:
    """A step has told something; a later fact of the same step replaces an earlier one."""

    step: Step
    fact: Fact


@dataclass(frozen=True, slots=True)
class Resumed:
    """An inspection that had ended goes on, to do more of what the plan now wants (UTC)."""

    plan: Plan
    at: datetime


@dataclass(frozen=True, slots=True)
class Ended:
    """Nothing more comes; `cut_short` when it was stopped before its end."""

    at: datetime
    cut_short: bool = False


Event: TypeAlias = Began | Asked | Learned | Resumed | Ended
Emit: TypeAlias = Callable[[Event], None]


def probe_step(target: Target) -> ProbeStep:
    """The step under which the probe of a target is kept."""
    host = target.host if target.own else ""
    return ProbeStep(target.address, target.port, target.vantage, host)


def chain_step(step: ProbeStep) -> ChainStep:
    """The step under which the check of a probe's chain is kept."""
    return ChainStep(step.address, step.port, step.vantage, step.host)
