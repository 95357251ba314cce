"""Validation from end to end, over signed zones: each case has its state and its reason."""

import pytest

from mxgui.model.records import RecordType
from tests.net.validating import network_at, validated, world_of
from tests.servers.signed_server import SignedServer
from tests.servers.signed_zones import CASES

KNOWN = [case for case in CASES if case.type in {kind.value for kind in RecordType}]


@pytest.mark.parametrize("case", KNOWN, ids=str)
async def test_an_answer_is_worth_what_its_zones_say(case):
    async with SignedServer(world_of()) as server:
        found = await validated(network_at(server), case.name, case.type)
        assert found.state is case.state, found.steps
        cause = found.cause
        assert case.why in (None, cause and cause.why)
