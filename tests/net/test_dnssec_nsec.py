"""Absence by gaps between names: what one record proves, and what it does not."""

import dns.name
import dns.rdatatype
import pytest

from mxgui.model.security import Why
from mxgui.net.dnssec_nsec import Gaps
from tests.net.signed_sets import links

ZONE = dns.name.from_text("example.")
MX, DS = int(dns.rdatatype.MX), int(dns.rdatatype.DS)


def gaps(*lines):
    return Gaps(ZONE, links(*lines))


def name(written):
    return dns.name.from_text(written, ZONE)


def test_the_name_itself_lacks_the_type():
    found = gaps("a.example. NSEC b.example. A RRSIG NSEC")
    assert found.nodata(name("a"), MX).why is Why.NODATA
    assert found.nodata(name("a"), int(dns.rdatatype.A)).why is Why.NO_PROOF


def test_a_name_with_names_below_it_has_nothing_itself():
    found = gaps("a.example. NSEC x.node.example. A RRSIG NSEC")
    assert found.nodata(name("node"), MX).why is Why.NODATA
    assert found.nxdomain(name("node")).why is Why.NO_PROOF
    assert found.nodata(name("other"), MX).why is Why.NO_PROOF


def test_no_such_name_needs_the_wildcard_to_be_missing_too():
    alone = gaps("c.example. NSEC e.example. A RRSIG NSEC")
    assert alone.nxdomain(name("d")).why is Why.NO_PROOF
    both = gaps(
        "c.example. NSEC e.example. A RRSIG NSEC", "example. NSEC a.example. SOA NS RRSIG NSEC"
    )
    assert both.nxdomain(name("d")).why is Why.NXDOMAIN


def test_the_last_gap_leads_to_the_apex():
    found = gaps("x.example. NSEC example. A RRSIG NSEC", "example. NSEC a.example. SOA NS NSEC")
    assert found.nxdomain(name("z")).why is Why.NXDOMAIN
    assert found.nxdomain(name("b")).why is Why.NO_PROOF


def test_the_gap_of_a_zone_with_one_name_covers_all_others():
    found = gaps("example. NSEC example. SOA NS RRSIG NSEC")
    assert found.nxdomain(name("anything")).why is Why.NXDOMAIN
    assert found.nodata(ZONE, MX).why is Why.NODATA


def test_a_wildcard_that_lacks_the_type_is_proved_with_the_name():
    found = gaps(
        "*.example. NSEC a.example. A RRSIG NSEC", "c.example. NSEC e.example. A RRSIG NSEC"
    )
    assert found.nodata(name("d"), MX).why is Why.NODATA
    assert found.nodata(name("d"), int(dns.rdatatype.A)).why is Why.NO_PROOF


def test_a_cut_proves_that_there_is_no_ds_and_nothing_else():
    found = gaps("cut.example. NSEC d.example. NS RRSIG NSEC")
    proof = found.nodata(name("cut"), DS)
    assert (proof.why, proof.is_cut) == (Why.NODATA, True)
    assert found.nodata(name("cut"), MX).why is Why.NO_PROOF


@pytest.mark.parametrize("types", ["NS RRSIG NSEC", "DNAME RRSIG NSEC"])
def test_below_a_cut_or_a_redirection_a_gap_covers_nothing(types):
    found = gaps(
        f"cut.example. NSEC d.example. {types}", "example. NSEC a.example. SOA NS RRSIG NSEC"
    )
    assert found.nxdomain(name("x.cut")).why is Why.NO_PROOF
    assert found.nxdomain(name("cv")).why is Why.NXDOMAIN


@pytest.mark.parametrize(("labels", "why"), [(1, Why.WILDCARD), (2, Why.NO_PROOF)])
def test_a_wildcard_speaks_for_a_name_if_it_is_the_nearest(labels, why):
    found = gaps("c.example. NSEC e.example. A RRSIG NSEC")
    assert found.expansion(name("d"), labels).why is why


def test_an_existing_name_is_not_expanded():
    found = gaps("d.example. NSEC e.example. A RRSIG NSEC")
    assert found.expansion(name("d"), 1).why is Why.NO_PROOF


def test_a_gap_that_leads_out_of_the_zone_counts_for_nothing():
    assert gaps("a.example. NSEC b.org. A NSEC").nodata(name("a"), MX).why is Why.NO_PROOF
