"""What DNS decides of DANE: Postfix as a sender does by it what we say, and so does its tool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.integration.dane_dns_cases import CASES
from tests.integration.dane_dns_lab import dane_dns_laboratory, finger
from tests.integration.signed_lab import PLAIN, VALIDATING

pytestmark = pytest.mark.integration


@dataclass(frozen=True, slots=True)
class Opinions:
    """What everybody says of the exchanges of every domain, asked once."""

    ours: dict[str, dict[str, dict[str, str]]]
    postfix: dict[str, dict[str, str]]
    tool: dict[str, str]


@pytest.fixture(scope="module")
def opinions() -> Iterator[Opinions]:
    """Everybody asked."""
    with dane_dns_laboratory() as lab:
        ours = {resolver: lab.ours(resolver) for resolver in (PLAIN, VALIDATING)}
        yield Opinions(ours, lab.postfix(), lab.fingers())


@pytest.mark.parametrize("resolver", [PLAIN, VALIDATING])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.domain)
def test_we_say_of_each_exchange_what_the_rfc_does(opinions, case, resolver):
    assert opinions.ours[resolver][case.domain] == case.hosts


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.domain)
def test_postfix_does_by_it_at_each_exchange(opinions, case):
    assert opinions.postfix[case.domain] == {label: case.deed(label) for label in case.hosts}


@pytest.mark.parametrize(
    "case", [case for case in CASES if len(case.hosts) == 1], ids=lambda case: case.domain
)
def test_its_tool_says_the_same(opinions, case):
    [label] = case.hosts
    is_plain = case.hosts[label] == "no_tls" or case.deed(label) == "plain"
    wanted = "silent" if is_plain else case.deed(label)
    assert finger(opinions.tool[case.domain]) == wanted, opinions.tool[case.domain]
