"""One set, or the absence of one: aliases, wildcards, TTL, and what only looks signed."""

import dns.name
import dns.rdatatype
import dns.rrset

from mxgui.model.records import Question, RecordType, Status
from mxgui.model.security import Check, Dnssec, OwnerState, Security, Why
from tests.net.validating import network_at, validated, world_of
from tests.servers.signed_server import SignedServer


async def changed(name, kind, change) -> Security:
    """What an answer is worth that was changed on its way."""
    wanted = dns.name.from_text(name)

    def only_this(message):
        question = message.question[0]
        if (question.name, question.rdtype.name) == (wanted, kind):
            change(message)

    async with SignedServer(world_of(), change=only_this) as server:
        return await validated(network_at(server), name, kind)


def reason(security: Security):
    assert security.cause is not None
    return security.cause.check, security.cause.why


async def test_each_step_of_an_alias_has_a_state_of_its_own():
    async with SignedServer(world_of()) as server:
        found = await validated(network_at(server), "outside.nsec.example", "A")
        assert found.owners == (
            OwnerState("outside.nsec.example", "CNAME", Dnssec.SECURE),
            OwnerState("mx.unsigned.example", "A", Dnssec.INSECURE),
        )


async def test_the_original_ttl_is_the_least_that_was_signed():
    async with SignedServer(world_of()) as server:
        network = network_at(server)
        assert (await validated(network, "nsec.example")).ttl_original == 3600
        assert (await validated(network, "mx.nsec.example")).ttl_original == 300  # SOA's minimum
        assert (await validated(network, "unsigned.example")).ttl_original is None
        assert (await validated(network, "outside.nsec.example", "A")).ttl_original is None


async def test_a_dname_vouches_for_the_alias_that_follows_from_it_alone():
    def elsewhere(message):
        (alias,) = [one for one in message.answer if one.rdtype == dns.rdatatype.CNAME]
        kept = [one for one in message.answer if one.name != alias.name]
        forged = dns.rrset.from_text(alias.name, 300, "IN", "CNAME", "mx.unsigned.example.")
        message.answer = [*kept, forged]

    good = await changed("mx.tree.nsec.example", "A", lambda _message: None)
    assert [step.why for step in good.steps if step.check is Check.ALIAS] == [Why.FOLLOWS]
    bad = await changed("mx.tree.nsec.example", "A", elsewhere)
    assert bad.state is Dnssec.BOGUS


async def test_a_wildcard_without_its_proof_is_bogus():
    def forget(message):
        message.authority = []

    found = await changed("x.wild.nsec.example", "MX", forget)
    assert reason(found) == (Check.WILDCARD, Why.NO_PROOF)


async def test_a_secure_name_cannot_be_denied_without_proof():
    def deny(message):
        message.answer, message.authority = [], []

    assert (await changed("nsec.example", "MX", deny)).state is Dnssec.BOGUS
    assert (await changed("unsigned.example", "MX", deny)).state is Dnssec.INSECURE


async def test_a_proof_of_one_thing_does_not_prove_another():
    def claim(message):
        message.set_rcode(3)

    assert (await changed("mx.nsec.example", "MX", claim)).state is Dnssec.BOGUS
    assert (await changed("mx.nsec3.example", "MX", claim)).state is Dnssec.BOGUS


async def test_a_signature_by_a_zone_without_a_say_counts_for_nothing():
    def foreign(message):
        for rrset in message.answer:
            if rrset.rdtype == dns.rdatatype.RRSIG:
                (signature,) = list(rrset)
                rrset.clear()
                rrset.add(signature.replace(signer=dns.name.from_text("nsec3.example.")), 300)

    assert reason(await changed("nsec.example", "MX", foreign))[1] is Why.WRONG_SIGNER
    assert (await changed("unsigned.example", "MX", foreign)).state is Dnssec.INSECURE


async def test_an_unsigned_zone_may_say_what_it_likes():
    def forge(message):
        message.answer = [dns.rrset.from_text("unsigned.example.", 1, "IN", "MX", "1 evil.")]

    assert (await changed("unsigned.example", "MX", forge)).state is Dnssec.INSECURE


async def test_a_zone_signed_in_vain_is_told():
    async with SignedServer(world_of()) as server:
        for name in ("nods.strict", "gone.nods.strict"):
            found = await validated(network_at(server), name)
            told = [step.zone for step in found.steps if step.why is Why.UNANCHORED]
            assert (found.state, told) == (Dnssec.INSECURE, ["nods.strict"])


async def test_a_circle_of_aliases_ends():
    async with SignedServer(world_of()) as server:
        network = network_at(server)
        question = Question("loop.nsec.example", RecordType.A)
        assert (await network.ask(question, lambda: 0.0)).status is Status.LOOP
        found = await network.validate(question, lambda: 0.0)
        assert found.state is Dnssec.SECURE
        assert {owner.type for owner in found.owners} == {"CNAME"}


async def test_an_answer_cut_by_ourselves_is_not_called_bogus():
    def flood(message):
        many = [f"{number} mx{number}.example." for number in range(600)]
        message.answer = [dns.rrset.from_text("nsec.example.", 300, "IN", "MX", *many)]

    found = await changed("nsec.example", "MX", flood)
    assert (found.state, reason(found)[1]) == (Dnssec.INDETERMINATE, Why.TOO_MUCH)
