"""Absence by gaps between hashes: the rest of the rules is seen in the cases of signed zones."""

import dns.name
import dns.rdatatype
import pytest

from mxgui.model.security import Why
from mxgui.net.dnssec_nsec3 import HashedGaps, TooMuch
from mxgui.net.dnssec_signatures import Budget
from tests.net.signed_sets import links

ZONE = dns.name.from_text("example.")
MX = int(dns.rdatatype.MX)
# The zone of RFC 5155, appendix A: salt aabbccdd, 12 iterations.
APEX = (
    "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.example. NSEC3 1 {f} 12 aabbccdd {n} MX DNSKEY NS SOA RRSIG"
)
AFTER = "2t7b4g4vsa5smi47k61mv5bv1a22bojr"
COVERS_C_X_W = "b4um86eghhds6nea196smvmlo4ors995.example. NSEC3 1 {f} 12 aabbccdd {n} MX RRSIG"
GJEQ = "gjeqe526plbf1g8mklp59enfd789njgi"
X_W = "b4um86eghhds6nea196smvmlo4ors995"


def name(written):
    return dns.name.from_text(written, ZONE)


def gaps(*lines, budget=None):
    return HashedGaps(ZONE, links(*lines), budget or Budget())


def test_names_are_hashed_as_the_appendix_of_the_rfc_has_it():
    found = gaps(APEX.format(f=0, n=AFTER))
    assert found.nodata(ZONE, int(dns.rdatatype.A)).why is Why.NODATA
    assert found.nodata(ZONE, MX).why is Why.NO_PROOF


def test_no_such_name_needs_encloser_next_closer_and_wildcard():
    # RFC 5155, appendix B.1: a.c.x.w.example does not exist.
    three = (
        APEX.format(f=1, n=AFTER),
        COVERS_C_X_W.format(f=1, n=GJEQ),
        "35mthgpgcu1qg68fab165klnsnk3dpvl.example. NSEC3 1 1 12 aabbccdd " + X_W + " NS DS RRSIG",
    )
    assert gaps(*three).nxdomain(name("a.c.x.w")).why is Why.OPT_OUT
    assert gaps(*three[:1]).nxdomain(name("a.c.x.w")).why is Why.NO_PROOF


@pytest.mark.parametrize("iterations", [151, 65_535])
def test_of_too_many_iterations_not_one_is_computed(iterations):
    budget = Budget(hashes=0)
    line = APEX.format(f=0, n=AFTER).replace(" 12 ", f" {iterations} ")
    assert gaps(line, budget=budget).is_endless
    assert budget.hashes == 0


def test_hashes_are_counted_and_come_to_an_end():
    found = gaps(APEX.format(f=0, n=AFTER), budget=Budget(hashes=3))
    with pytest.raises(TooMuch):
        found.nxdomain(name("a.b.c.d.e.f"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("NSEC3 1 0", "NSEC3 2 0"),  # an unknown hash (RFC 5155, section 8.1)
        ("NSEC3 1 0", "NSEC3 1 2"),  # an unknown flag (section 8.2)
        ("0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.example.", "nohash.example."),
        (".example.", ".b.example."),
    ],
)
def test_records_of_unknown_kinds_count_for_nothing(old, new):
    line = APEX.format(f=0, n=AFTER).replace(old, new)
    assert gaps(line).nodata(ZONE, int(dns.rdatatype.A)).why is Why.NO_PROOF


def test_without_any_records_nothing_is_proved():
    assert gaps().nodata(name("a"), MX).why is Why.NO_PROOF
    assert gaps().nxdomain(name("a")).why is Why.NO_PROOF
    assert gaps().expansion(name("a.b"), 2).why is Why.NO_PROOF
