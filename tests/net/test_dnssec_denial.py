"""Absence with its signatures: what is not signed rightly proves nothing."""

import dns.name
import dns.rdatatype
import pytest

from mxgui.model.security import Why
from mxgui.net.dnssec_denial import Signers, absence, expansion, no_records
from mxgui.net.dnssec_sets import Sets
from mxgui.net.dnssec_signatures import Budget
from tests.net.signed_sets import rrsets, sets_of
from tests.servers.signing import EXPIRED, NOW, Zone, key_of, signature_of

ZONE = Zone("example")
NAME = dns.name.from_text("example.")
MX = int(dns.rdatatype.MX)
WHOLE = ("example. NSEC a.example. SOA NS RRSIG NSEC", "c.example. NSEC e.example. A RRSIG NSEC")


def name(written):
    return dns.name.from_text(written, NAME)


def signers(**budget) -> Signers:
    return Signers(NAME, (key_of(ZONE),), int(NOW.timestamp()), Budget(**budget))


def proving(*lines: str, zone=ZONE) -> Sets:
    """A reply with these sets in its authority section, signed."""
    made = rrsets(*lines)
    return sets_of([], [*made, *(signature_of(zone, NAME, one) for one in made)])


def test_a_signed_gap_proves():
    assert absence(proving(*WHOLE), name("c"), MX, signers()).why is Why.NODATA


def test_a_gap_that_is_not_signed_proves_nothing_and_says_why():
    unsigned = sets_of([], rrsets(*WHOLE))
    late = proving(*WHOLE, zone=Zone("example", times=EXPIRED))
    assert absence(unsigned, name("c"), MX, signers()).why is Why.NO_SIGNATURE
    assert absence(late, name("c"), MX, signers()).why is Why.EXPIRED
    assert absence(sets_of([]), name("c"), MX, signers()).why is Why.NO_PROOF


def test_a_gap_out_of_a_wildcard_proves_nothing():
    (wild,) = rrsets("*.example. NSEC z.example. A RRSIG NSEC")
    copies = wild.copy(), signature_of(ZONE, NAME, wild)
    for copy in copies:
        copy.name = name("c")
    assert absence(sets_of([], copies), name("c"), MX, signers()).why is Why.NO_PROOF


@pytest.mark.parametrize(("written", "why"), [("c", Why.NODATA), ("d", Why.NXDOMAIN)])
def test_no_records_are_proved_whether_the_name_exists_or_not(written, why):
    assert no_records(proving(*WHOLE), name(written), MX, signers()).why is why


def test_a_wildcard_speaks_for_a_name_only_with_proof():
    assert expansion(proving(*WHOLE), name("d"), 1, signers()).why is Why.WILDCARD
    assert expansion(sets_of([]), name("d"), 1, signers()).why is Why.NO_PROOF


@pytest.mark.parametrize(("iterations", "why"), [(151, Why.ITERATIONS), (5, Why.TOO_MUCH)])
def test_hashing_is_bounded(iterations, why):
    owner = "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.example."
    line = f"{owner} NSEC3 1 0 {iterations} ab12 2t7b4g4vsa5smi47k61mv5bv1a22bojr NS SOA"
    assert absence(proving(line), name("d"), MX, signers(hashes=0)).why is why
