"""Every domain of the demo network shows what it is there to show.

Findings whose rules do not exist yet are left out, so that a rule brings its demonstration with it.
"""

import asyncio
from dataclasses import replace

import pytest

from mxgui.app.heard import HeardLog
from mxgui.app.services import Services
from mxgui.demo.domains import DOMAINS
from mxgui.demo.group import Group
from mxgui.demo.zone import DemoDomain
from mxgui.model.entry import read_entry
from mxgui.model.plan import Patience, Plan
from mxgui.rules.checks import RULES
from mxgui.rules.engine import judge

# Mute hosts are to be given up soon; the slow one of the demo takes four seconds to greet.
PLAN = Plan(dns_patience=4.0, patience=Patience(connect=1.0, greeting=6.0, command=2.0))
AT_ONCE = 6
SLICE = 4  # no two of the domains whose name servers never answer are in one
KNOWN = {rule.id for rule in RULES}


async def found(services: Services, domain: DemoDomain) -> set[str]:
    """The ids of all findings about a domain, those that another one stands for too."""
    plan = replace(PLAN, authoritative=domain.group is Group.DNS)
    inspection = await services.inspect(read_entry(domain.name), plan, lambda _event: None)
    findings = judge(inspection)
    return {each.id for each in findings} | {one for each in findings for one in each.includes}


def few_at_a_time() -> list[tuple[DemoDomain, ...]]:
    """The domains of each group, in parts of which each is done within a moment."""
    groups = ([each for each in DOMAINS if each.group is group] for group in Group)
    return [tuple(own[at : at + SLICE]) for own in groups for at in range(0, len(own), SLICE)]


@pytest.mark.parametrize("domains", few_at_a_time(), ids=lambda part: part[0].name)
async def test_every_domain_shows_what_it_says(domains):
    services = Services(heard=HeardLog(None))
    results: dict[str, set[str]] = {}
    few = asyncio.Semaphore(AT_ONCE)

    async def look(domain: DemoDomain) -> None:
        async with few:
            results[domain.name] = await found(services, domain)

    async with services.demo_network(), asyncio.TaskGroup() as tasks:
        for domain in domains:
            tasks.create_task(look(domain))
    missing = {
        domain.name: lacking
        for domain in domains
        if (lacking := sorted(set(domain.shows) & KNOWN - results[domain.name]))
    }
    assert not missing
