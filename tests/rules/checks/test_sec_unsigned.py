"""Zones that are not signed, or signed for nobody, and resolvers that hide it."""

from mxgui.model.records import Status
from mxgui.model.security import Check, Dnssec, Why
from mxgui.rules.checks.sec_unsigned import zone_without_ds
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.judging import findings, severities, the
from tests.securities import a_security, a_step, in_vain, insecure, secured

HOST = "mx1.example.net"
ROUTE = an_inspection(mx=f"10 {HOST}", hosts={HOST: "20.0.0.1"})


def words(*securities):
    return str(the(secured(ROUTE, *securities), "SEC-INSECURE").text)


def test_an_unsigned_domain_is_told_as_good_to_know():
    finding = the(secured(ROUTE, insecure()), "SEC-INSECURE")
    assert (finding.severity, finding.subject) == (Severity.INFO, "example.org")
    assert str(finding.text) == "example.org is not signed with DNSSEC"


def test_what_matters_to_dane_are_the_exchanges():
    assert words(insecure(HOST, "A", "example.net")) == (
        f"The addresses of {HOST} are not signed with DNSSEC: no DANE there"
    )
    assert words(insecure(), insecure(HOST, "A", "example.net")) == (
        f"Neither example.org nor the addresses of {HOST} are signed with DNSSEC: no DANE there"
    )


def test_many_exchanges_are_counted():
    hosts = [f"mx{number}.example.net" for number in range(9)]
    mx = ", ".join(f"10 {host}" for host in hosts)
    known = secured(an_inspection(mx=mx), *(insecure(host, "A", "example.net") for host in hosts))
    assert "and 6 more" in str(the(known, "SEC-INSECURE").text)


def test_secure_and_unknown_are_not_insecure():
    for state in (Dnssec.SECURE, Dnssec.UNKNOWN, Dnssec.INDETERMINATE, Dnssec.BOGUS):
        assert not findings(secured(ROUTE, a_security(state=state)), "SEC-INSECURE")


def test_a_zone_that_signs_without_a_ds_is_told_once_and_is_no_plain_unsigned_one():
    known = secured(ROUTE, in_vain(), in_vain(HOST, "A", "example.net"),
                    in_vain(HOST, "AAAA", "example.net"))  # fmt: skip
    assert severities(known, "SEC-NO-DS") == {
        "example.org": Severity.NOTICE,
        "example.net": Severity.NOTICE,
    }
    assert not findings(known, "SEC-INSECURE")


def test_an_island_below_an_unsigned_zone_is_not_its_own_fault():
    island = in_vain(zone="example.org")
    above = a_step(Check.DELEGATION, Why.NO_DS, Dnssec.INSECURE, ".", name="org", type="DS")
    assert zone_without_ds(island) == "example.org"
    moved = a_security("example.org", "MX", Dnssec.INSECURE, above, *island.steps[1:])
    assert zone_without_ds(moved) is None
    assert zone_without_ds(insecure()) is None
    assert zone_without_ds(insecure(why=Why.UNSUPPORTED)) is None


def test_a_resolver_that_strips_is_told_once_and_nothing_is_held_against_the_domain():
    stripped = [
        a_security(name, kind, Dnssec.UNKNOWN, stripped=True)
        for name, kind in (("example.org", "MX"), (HOST, "A"))
    ]
    finding = the(secured(ROUTE, *stripped), "SEC-STRIPPED")
    assert (finding.severity, finding.subject) == (Severity.INCONCLUSIVE, "example.org")
    assert not findings(ROUTE, "SEC-STRIPPED")


def test_what_could_not_be_judged_is_told_once_for_each_cause():
    lost = a_step(Check.KEYS, Why.NOT_ANSWERED, Dnssec.INDETERMINATE)
    cannot = [
        a_security("example.org", "MX", Dnssec.INDETERMINATE, lost),
        a_security(HOST, "A", Dnssec.INDETERMINATE, lost),
    ]
    finding = the(secured(ROUTE, *cannot), "SEC-INDETERMINATE")
    assert (finding.severity, finding.subject) == (Severity.INCONCLUSIVE, "example.org")
    assert "example.org" in str(finding.text)
    assert HOST in str(finding.text)
    assert not findings(ROUTE, "SEC-INDETERMINATE")


def test_a_lookup_that_failed_as_a_whole_is_told_as_that():
    lost = a_step(Check.KEYS, Why.NOT_ANSWERED, Dnssec.INDETERMINATE)
    failed = an_inspection(mx=Status.SERVFAIL)
    told = secured(failed, a_security("example.org", "MX", Dnssec.INDETERMINATE, lost))
    assert not findings(told, "SEC-INDETERMINATE")
