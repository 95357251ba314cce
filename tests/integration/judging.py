"""What we and unbound say of every case of validation, told as JSON; run inside the laboratory.

`python -m tests.integration.judging ANCHOR`. Unbound's word is told by the AD flag of its answer,
or by a SERVFAIL that is none with checking disabled.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import dns.flags
import dns.message
import dns.query
import dns.rcode

from mxgui.app.clock import SystemClock
from mxgui.model.plan import Plan
from mxgui.model.records import Question, RecordType
from mxgui.net.dnssec_anchors import read_anchors
from mxgui.net.network import PlannedNetwork, Shared, open_network
from tests.integration.signed_lab import PLAIN, VALIDATING
from tests.servers.signed_zones import CASES, Case

AT_ONCE = 6  # cases; behind a resolver that validates, what is bogus costs us some seconds


def unbounds_word(case: Case) -> str:
    """What the validating unbound makes of a case."""
    reply = _asked(case, 0)
    if reply.rcode() == dns.rcode.SERVFAIL:
        return "bogus" if _asked(case, dns.flags.CD).rcode() != dns.rcode.SERVFAIL else "failed"
    return "secure" if reply.flags & dns.flags.AD else "insecure"


def _asked(case: Case, flags: int) -> dns.message.Message:
    query = dns.message.make_query(case.name, case.type, want_dnssec=True)
    query.flags |= dns.flags.AD | flags
    return dns.query.udp_with_fallback(query, VALIDATING, timeout=10)[0]


async def our_word(network: PlannedNetwork, case: Case) -> dict[str, Any]:
    """What we make of it, and the step that decides."""
    question, watch = Question(case.name, RecordType(case.type)), SystemClock().seconds
    answer = await network.ask(question, watch)
    found = await network.validate(question, watch)
    cause = found.cause
    return {
        "status": answer.status.value,
        "state": found.state.value,
        "why": cause.why.value if cause is not None else None,
    }


async def judged(anchor: str) -> list[dict[str, Any]]:
    """Judge every case three times: by unbound, and by us through each of the two resolvers."""
    shared = Shared(anchors=read_anchors(anchor))
    networks = [
        open_network(Plan(resolvers=(address,)), shared, SystemClock())
        for address in (PLAIN, VALIDATING)
    ]
    few = asyncio.Semaphore(AT_ONCE)

    async def judge(case: Case) -> dict[str, Any]:
        async with few:
            ours, theirs = [await our_word(network, case) for network in networks]
        told = {"name": case.name, "type": case.type, "expected": case.state.value}
        return {**told, "mxgui": ours, "behind": theirs}

    found = await asyncio.gather(*map(judge, CASES))
    words = [unbounds_word(case) for case in CASES]
    return [{**own, "unbound": word} for own, word in zip(found, words, strict=True)]


if __name__ == "__main__":
    json.dump(asyncio.run(judged(Path(sys.argv[1]).read_text())), sys.stdout)
