"""Debian's own mail servers as senders: what each does is what its profile says that it may do."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.integration.senders.comparing import Cell
from tests.integration.senders.servers import (
    EXIM,
    EXIM_LIST,
    OPENSMTPD,
    POSTFIX,
    SENDMAIL,
    Server,
)
from tests.integration.senders.shelf import SETS
from tests.integration.senders.table import lines_of
from tests.integration.senders_lab import compared

pytestmark = pytest.mark.integration

# Of each kind of record set a quick one; the whole of them is the command of senders_lab.py.
QUICK = (
    "equal",
    "multihomed",
    "dual3",
    "v4-2-v6-2",
    "many-up",
    "same-name",
    "null-mixed",
    "literal-best",
    "servfail-up",
    "nxdomain",
    "three-ways",
    "rcpt4",
    "own-middle",
)
RUNS = 100  # deliveries or lists; the whole table has twice as many
WHOLE = (EXIM, POSTFIX, SENDMAIL, OPENSMTPD)


@pytest.fixture(scope="module")
def cells() -> tuple[Cell, ...]:
    """What all of them did, side by side: much of it is waiting."""
    quick = [each for each in SETS if each.name in QUICK]
    with ThreadPoolExecutor() as pool:
        parts = pool.map(compared, (WHOLE, [EXIM_LIST]), (quick, SETS), (RUNS, RUNS))
        return tuple(cell for part in parts for cell in part)


@pytest.mark.parametrize("server", WHOLE, ids=lambda server: server.name)
def test_a_real_server_does_what_its_profile_says(cells, server: Server):
    own = [cell for cell in cells if cell.server == server.name]
    assert len(own) == len(QUICK)
    assert_agreement(own)


def test_exim_lists_hosts_in_the_orders_of_its_profile(cells):
    own = [cell for cell in cells if cell.server == EXIM_LIST.name]
    assert len(own) == len(SETS)
    assert_agreement(own)


def assert_agreement(cells: Sequence[Cell]) -> None:
    """Every cell agrees; else the lines of those that do not are told."""
    wrong = [cell for cell in cells if not cell.agrees]
    assert not wrong, "\n".join(lines_of(wrong))
