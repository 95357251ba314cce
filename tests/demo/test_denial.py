"""What the demo's signed zones prove when something does not exist."""

import dns.dnssec
import dns.name

from mxgui.demo.denial import Denials, Proof
from tests.demo.world import LOOKUP

TABLES = LOOKUP.tables
DENIALS = Denials(TABLES)


def zone(name: str):
    return TABLES.zones[name]


def hashed(name: str) -> str:
    return dns.dnssec.nsec3_hash(f"{name}.", None, 0, "SHA1")


def spans(proof: Proof, name: str) -> bool:
    """Whether a name lies between the owner of an NSEC record and the next."""
    wanted, owner, after = (
        dns.name.from_text(one) for one in (name, proof.owner, proof.data.split()[0])
    )
    return owner < wanted < after or (after <= owner < wanted)


def spans_hash(proof: Proof, name: str) -> bool:
    owner, after = proof.owner.partition(".")[0].upper(), proof.data.split()[4]
    wanted = hashed(name)
    return owner < wanted < after or (after <= owner and not after <= wanted <= owner)


def test_a_name_without_such_records_is_proved_by_its_own_kinds():
    [proof] = DENIALS.of_kind(zone("one-host.example"), "mail.one-host.example")
    assert proof.owner == "mail.one-host.example"
    assert proof.data.split()[1:] == ["A", "NSEC", "RRSIG"]


def test_a_name_that_exists_for_others_is_proved_by_the_span_that_it_lies_in():
    [proof] = DENIALS.of_kind(zone("dane.example"), "_tcp.mx.dane.example")
    assert spans(proof, "_tcp.mx.dane.example")


def test_an_unsigned_delegation_is_proved_by_having_no_ds():
    [proof] = DENIALS.of_kind(zone("example"), "unsigned.example")
    assert proof.data.split()[1:] == ["NS", "NSEC", "RRSIG"]


def test_neither_the_name_nor_a_wildcard_exists():
    proofs = DENIALS.of_name(zone("example"), "missing.example")
    assert any(spans(proof, "missing.example") for proof in proofs)
    assert any(spans(proof, "*.example") for proof in proofs)


def test_behind_an_answer_out_of_a_wildcard_the_name_itself_is_denied():
    [proof] = DENIALS.of_expansion(zone("wildcard.example"), "any-name.mail.wildcard.example")
    assert spans(proof, "any-name.mail.wildcard.example")


def test_the_last_span_leads_back_to_the_top_of_the_zone():
    [proof] = DENIALS.of_expansion(zone("example"), "zzz.example")
    assert proof.data.split()[0] == "example."


def test_nsec3_proves_the_closest_name_above_and_that_nothing_lies_between():
    name = "a.b.signed.example"
    proofs = DENIALS.of_name(zone("signed.example"), name)
    owners = {proof.owner.partition(".")[0].upper() for proof in proofs}
    assert hashed("signed.example") in owners
    assert any(spans_hash(proof, "b.signed.example") for proof in proofs)
    assert any(spans_hash(proof, "*.signed.example") for proof in proofs)


def test_opt_out_leaves_unsigned_delegations_out_and_says_so():
    proofs = DENIALS.of_kind(zone("opt-out.example"), "unsigned.opt-out.example")
    assert all(proof.data.split()[1] == "1" for proof in proofs)
    assert any(spans_hash(proof, "unsigned.opt-out.example") for proof in proofs)
