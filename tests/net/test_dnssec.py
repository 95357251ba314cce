"""Validation from end to end, over signed zones: each case has its state and its reason."""

import dns.rcode
import pytest

from mxgui.model.records import Question, RecordType, Status
from mxgui.model.security import Dnssec, Why
from tests.net.asking import QUICK
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


async def test_a_failure_of_a_resolver_that_validates_is_asked_again_and_gets_its_reason():
    async with SignedServer(world_of(), bogus=["expired.example"]) as server:
        found = await validated(network_at(server, pace=QUICK), "expired.example")
        assert (found.state, found.unchecked) == (Dnssec.BOGUS, Status.NOERROR)
        assert found.cause is not None
        assert found.cause.why is Why.EXPIRED


async def test_a_failure_that_dnssec_is_not_the_reason_of_is_worth_nothing():
    async with SignedServer(world_of(), bogus=["nsec.example"]) as server:
        found = await validated(network_at(server, pace=QUICK), "nsec.example")
        assert (found.state, found.unchecked) == (Dnssec.UNKNOWN, Status.NOERROR)
        assert found.steps
        assert not found.owners


async def test_a_failure_without_checking_too_tells_whether_the_resolver_works():
    def fail(message):
        if message.question[0].rdtype.name == "MX":
            message.set_rcode(dns.rcode.SERVFAIL)
            message.answer, message.authority = [], []

    async with SignedServer(world_of(), change=fail) as server:
        found = await validated(network_at(server, pace=QUICK), "nsec.example")
        assert (found.state, found.unchecked) == (Dnssec.UNKNOWN, Status.SERVFAIL)
        assert {step.state for step in found.steps} == {Dnssec.SECURE}


async def test_an_alias_whose_end_cannot_be_looked_up_is_not_bogus_for_that():
    def fail(message):
        asked = message.question[0].name.to_text()
        if asked == "alias.nsec.example.":
            message.answer = [one for one in message.answer if one.name.to_text() == asked]
            message.authority = []
        elif asked == "mx.nsec.example." and message.question[0].rdtype.name == "A":
            message.set_rcode(dns.rcode.SERVFAIL)
            message.answer, message.authority = [], []

    async with SignedServer(world_of(), change=fail) as server:
        found = await validated(network_at(server, pace=QUICK), "alias.nsec.example", "A")
        assert (found.state, found.unchecked) == (Dnssec.UNKNOWN, Status.SERVFAIL)
        assert found.steps
        assert {step.state for step in found.steps} == {Dnssec.SECURE}


async def test_names_in_capitals_are_the_same_names():
    async with SignedServer(world_of()) as server:
        assert (await validated(network_at(server), "NSEC.Example")).state is Dnssec.SECURE


async def test_a_name_that_no_message_can_carry_is_not_validated():
    async with SignedServer(world_of()) as server:
        name = ".".join(["a" * 63] * 5)
        assert (await validated(network_at(server), name)).state is Dnssec.UNKNOWN


async def test_a_question_that_was_never_asked_is_not_validated():
    async with SignedServer(world_of()) as server:
        question = Question("nsec.example", RecordType.MX)
        found = await network_at(server).validate(question, lambda: 0.0)
        assert found.state is Dnssec.UNKNOWN
        assert not server.seen
