"""Debian's own mail servers as senders: what each does is what its profile says that it may do."""

from __future__ import annotations

import pytest

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
RUNS = 100  # deliveries; the whole table has twice as many
LISTS = 200


@pytest.mark.parametrize(
    "server", [EXIM, POSTFIX, SENDMAIL, OPENSMTPD], ids=lambda server: server.name
)
def test_a_real_server_does_what_its_profile_says(server: Server):
    cells = compared([server], [each for each in SETS if each.name in QUICK], RUNS)
    wrong = [cell for cell in cells if not cell.agrees]
    assert len(cells) == len(QUICK)
    assert not wrong, "\n".join(lines_of(wrong))


def test_exim_lists_hosts_in_the_orders_of_its_profile():
    cells = compared([EXIM_LIST], SETS, LISTS)
    wrong = [cell for cell in cells if not cell.agrees]
    assert not wrong, "\n".join(lines_of(wrong))
