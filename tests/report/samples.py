"""Inspections that reports are tried on: the usual, the special, the broken and the hostile."""

from dataclasses import replace
from datetime import timedelta

from mxgui.model.event import AskStep, Learned
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.plan import Origin, Plan, ProbeMode
from mxgui.model.records import ExtendedError, Status
from mxgui.model.smtp import (
    Outcome,
    Probe,
    Reason,
    Reply,
    Said,
    Speaker,
    Stage,
    StartTls,
    Target,
    Waiting,
)
from tests.builders import (
    NOON,
    ProbeFact,
    a_certificate,
    a_failed_answer,
    a_probe,
    an_inspection,
    began,
)
from tests.planned import a_planned
from tests.policies import POLICY, REPORTING, a_fetch, a_protected, texts

DEMO = Origin("0.1.0", "127.0.0.1:5300 (demo)", demo=True)
HOSTILE = (
    "<script>alert(1)</script>",
    "]]>",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202egnp.exe",
    "\u2066\u2069 \u2069",
    "\x00 \x08 \x9b31m \x85 \u2028",
    "\ufffe \uffff \ufeff",
    "${facts} $style {{title}} {host}",
    "\" ' onload=x &amp; -->",
    "a" * 2000,
)
_HOSTS = {
    "mx-a.example.org": "2001:db8:10::11 198.51.100.11",
    "mx-b.example.org": "2001:db8:10::12 198.51.100.12",
    "mx-c.example.org": "198.51.100.13",
    "backup.example.net": "203.0.113.5",
    "old-mx.example.org": "192.0.2.77",
}
_MX = "10 mx-a.example.org, 10 mx-b.example.org, 10 mx-c.example.org"
_PROBES: dict[str, ProbeFact] = {
    "2001:db8:10::12": Outcome.TIMED_OUT,
    "198.51.100.13": a_probe(
        "mx-c.example.org", "198.51.100.13", starttls=StartTls.NOT_OFFERED, tls=None
    ),
    "192.0.2.77": Outcome.REFUSED,
}


def three_tiers() -> Inspection:
    """Equals in the first tier, a backup, and an old host that refuses."""
    mx = f"{_MX}, 20 backup.example.net, 50 old-mx.example.org"
    return an_inspection(mx=mx, hosts=_HOSTS, probes=_PROBES, origin=DEMO)


def as_postfix() -> Inspection:
    """The three tiers as a sender sees them that shuffles addresses, and tries five of them."""
    known = three_tiers()
    return replace(known, plan=replace(known.plan, sender="postfix"))


def null_mx() -> Inspection:
    """A domain that takes no mail."""
    return an_inspection("bücher.example", mx="0 .")


def under_way() -> Inspection:
    """Probes that run, that have not begun, and one that has answered."""
    waiting = Probe(
        Target("mx-b.example.org", "198.51.100.12"),
        waiting=Waiting(Stage.GREETING, 0.1, 40.0),
        began=NOON,
    )
    probes = {"198.51.100.12": waiting, "2001:db8:10::12": None, "198.51.100.13": None}
    return an_inspection(mx=_MX, hosts=_HOSTS, probes=probes, ended=None)


def failures() -> Inspection:
    """Every record that no sender can use, and lookups that failed."""
    mx = "5 ., 10 192.0.2.9, 10 localhost, 10 a..b, 20 mx1.example.org, 30 mx1.example.org"
    late = "40 gone.example.org, 40 empty.example.org, 40 broken.example.org"
    hosts: dict[str, str | Status] = {
        "mx1.example.org": "10.0.0.1 192.0.2.1",
        "empty.example.org": "",
        "broken.example.org": Status.SERVFAIL,
    }
    return an_inspection(
        mx=f"{mx}, {late}", hosts=hosts, probes={"10.0.0.1": Reason.PRIVATE_ADDRESS}
    )


def planned() -> Inspection:
    """Records that are planned: a host is added, one moves, three go; one of it is there twice."""
    mx = "10 mx-b.example.org, 10 mx-b.example.org, 20 mx-new.example.net, 50 old-mx.example.org"
    hosts = {**_HOSTS, "mx-new.example.net": "203.0.113.77"}
    published = f"{_MX}, 20 backup.example.net, 50 old-mx.example.org"
    return a_planned(mx, published, hosts=hosts, probes=_PROBES, origin=DEMO)


def unknown() -> Inspection:
    """A lookup that failed with an extended error."""
    errors = (ExtendedError(6, "DNSSEC bogus"), ExtendedError(22))
    answer = a_failed_answer("example.org", "MX", Status.SERVFAIL, ede=errors)
    return an_inspection(mx=Status.SERVFAIL, answers=(answer,))


def hostile() -> Inspection:
    """A mail host that says everything that could break a document or a terminal."""
    bad = "\n".join(HOSTILE)
    lines = tuple(Said(at / 100, Speaker.SERVER, text) for at, text in enumerate(HOSTILE))
    probe = a_probe(
        greeting=Reply(220, HOSTILE),
        ehlo=Reply(250, HOSTILE),
        transcript=lines,
        note=bad,
        helo=HOSTILE[0],
    )
    tls = probe.tls
    assert tls is not None
    leaf = replace(a_certificate(), subject=bad, issuer=bad, names=HOSTILE, malformed=bad)
    probe = replace(probe, tls=replace(tls, chain=(leaf,), cipher=HOSTILE[0], sni=HOSTILE[1]))
    answer = a_failed_answer("mx1.example.org", "AAAA", ede=(ExtendedError(0, bad),), raw=bad)
    known = an_inspection(probes={"192.0.2.1": probe}, answers=(answer,))
    entry = replace(known.entry, input=bad)
    return replace(known, entry=entry, origin=Origin(HOSTILE[0], HOSTILE[1]))


def protected() -> Inspection:
    """A policy that is enforced, and names all exchanges but one; one certificate fails."""
    mx = "10 mx1.example.org, 10 mx2.example.org, 20 backup.example.net"
    return a_protected(
        POLICY, mx=mx, untrusted=["20.0.1.1"], own=["v=spf1 mx -all"], reporting=REPORTING
    )


def hostile_policy() -> Inspection:
    """A policy, a record and a redirect that say everything that could break a document."""
    bad = "\n".join(HOSTILE)
    fetch = a_fetch(f"{POLICY}{bad}", location=bad, media_type=bad, note=bad)
    record = texts("_mta-sts.example.org", f"v=STSv1; id=1; {bad}", f"v=STSv1; {bad}")
    known = a_protected(fetch, reporting=f"v=TLSRPTv1; rua=mailto:{bad}")
    return learn(known, Learned(AskStep(record.question), record))


def documents() -> tuple[tuple[str, Inspection], ...]:
    """Those of which whole documents are kept as they have to be, by the names of their files."""
    return (
        ("three-tiers", three_tiers()),
        ("null-mx", null_mx()),
        ("failures", failures()),
        ("protected", protected()),
        ("planned", planned()),
    )


def everything() -> dict[str, Inspection]:
    """All of them, and the other kinds of route, by name."""
    stopped = replace(begin(began()), ended=NOON + timedelta(seconds=1), cut_short=True)
    hosts = {"example.org": "192.0.2.1 2001:db8::1"}
    return {
        "three tiers": three_tiers(),
        "null MX": null_mx(),
        "under way": under_way(),
        "failures": failures(),
        "unknown": unknown(),
        "hostile": hostile(),
        "nothing yet": begin(began()),
        "stopped": stopped,
        "implicit": an_inspection(mx="", hosts=hosts),
        "literal": an_inspection("[IPv6:2001:db8::1]", mx=""),
        "no domain": an_inspection(mx=Status.NXDOMAIN),
        "no address": an_inspection(mx="", hosts={"example.org": ""}),
        "DNS only": an_inspection(plan=Plan(mode=ProbeMode.NONE)),
        "protected": protected(),
        "planned": planned(),
        "hostile policy": hostile_policy(),
        "unusable policy": a_protected(f"{POLICY}<script>alert(1)</script>\x1b[31m"),
        "unheard": an_inspection(probes={"192.0.2.1": Outcome.TIMED_OUT}),
    }
