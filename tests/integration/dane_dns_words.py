"""What mxgui says of DANE at the exchanges of each case, told as JSON; run inside the laboratory.

`python -m tests.integration.dane_dns_words ANCHOR RESOLVER`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from mxgui.app.heard import HeardLog
from mxgui.app.services import Services
from mxgui.model.entry import read_entry
from mxgui.model.plan import Patience, Plan
from mxgui.net.dnssec_anchors import read_anchors
from mxgui.report.contract import report_value
from mxgui.report.report import report_of
from tests.integration.dane_dns_cases import CASES

AT_ONCE = 6  # domains; what DNS does not tell is waited for
PATIENCE = Patience(connect=3.0, greeting=5.0, command=5.0)


async def told(anchor: str, resolver: str) -> dict[str, dict[str, str]]:
    """Inspect every domain; the word of each exchange by its first label."""
    plan = Plan(resolvers=(resolver,), patience=PATIENCE, helo="probe.example")
    services = Services(heard=HeardLog(None), anchors=read_anchors(anchor))
    few = asyncio.Semaphore(AT_ONCE)

    async def look(domain: str) -> dict[str, str]:
        async with few:
            known = await services.inspect(read_entry(domain), plan, lambda _event: None)
        return words_of(report_value(report_of(known)))

    domains = [case.domain for case in CASES]
    return dict(zip(domains, await asyncio.gather(*map(look, domains)), strict=True))


def words_of(value: dict[str, Any]) -> dict[str, str]:
    """The verdict at the probe of each exchange; what DNS says where there is none."""
    hosts = [host for tier in value["route"]["tiers"] for host in tier["hosts"]]
    words = {host["name"]: host["dane"] for host in hosts}
    words |= {probe["host"]: probe["dane"]["verdict"] for probe in value["probes"]}
    return {name.partition(".")[0]: word for name, word in words.items()}


if __name__ == "__main__":
    json.dump(asyncio.run(told(Path(sys.argv[1]).read_text(), sys.argv[2])), sys.stdout)
