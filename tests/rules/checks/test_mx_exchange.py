"""Exchanges that are no proper host names: localhost, an address, an alias."""

import pytest

from mxgui.model.records import Alias, Status
from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import a_failed_answer, an_answer, an_inspection
from tests.rules.judging import findings, severities, so_far, telling, the

GOOD = "good.example.org"
HOSTS = {GOOD: "20.0.0.1"}
REFUSED = {"20.0.0.1": Outcome.REFUSED}


@pytest.mark.parametrize(
    ("mx", "severity"),
    [
        ("10 localhost", Severity.CRITICAL),
        (f"10 localhost, 20 {GOOD}", Severity.ERROR),
        (f"10 localhost, 10 {GOOD}", Severity.ERROR),
        (f"10 {GOOD}, 20 localhost", Severity.ERROR),
    ],
)
def test_localhost_is_an_error_and_critical_alone(mx, severity):
    [found] = telling(an_inspection(mx=mx, hosts=HOSTS), "MX-LOCALHOST")
    assert found.severity is severity


@pytest.mark.parametrize(
    ("mx", "severity"),
    [
        ("10 192.0.2.7", Severity.ERROR),
        (f"10 192.0.2.7, 20 {GOOD}", Severity.ERROR),
        (f"10 192.0.2.7, 10 {GOOD}", Severity.WARNING),
        (f"10 {GOOD}, 20 192.0.2.7", Severity.WARNING),
    ],
)
def test_an_address_as_exchange_is_an_error_where_the_best_tier_hangs_on_it(mx, severity):
    found = severities(an_inspection(mx=mx, hosts=HOSTS), "MX-IP-LITERAL")
    assert found == {"192.0.2.7": severity}


@pytest.mark.parametrize(
    ("mx", "severity"),
    [
        ("10 a..b", Severity.CRITICAL),
        (f"10 a..b, 20 {GOOD}", Severity.ERROR),
        (f"10 a..b, 10 {GOOD}", Severity.WARNING),
        (f"10 {GOOD}, 20 a..b", Severity.WARNING),
    ],
)
def test_a_name_that_nobody_can_look_up_weighs_what_is_left(mx, severity):
    found = severities(an_inspection(mx=mx, hosts=HOSTS), "MX-BAD-HOSTNAME")
    assert found == {"a..b": severity}


@pytest.mark.parametrize("name", ["a" * 64 + ".example.org", ".".join(["a" * 60] * 5)])
def test_a_name_beyond_the_limits_of_dns_is_one_of_those(name):
    assert findings(an_inspection(mx=f"10 {name}", hosts={}), "MX-BAD-HOSTNAME")


def test_odd_letters_alone_are_none():
    inspection = an_inspection(mx="10 mail_1.example.org", hosts={"mail_1.example.org": "20.0.0.1"})
    assert not findings(inspection, "MX-BAD-HOSTNAME")


def test_a_bad_name_may_get_worse_while_the_others_are_under_way():
    early = so_far(an_answer(records=f"10 a..b, 10 {GOOD}"))
    finding = the(early, "MX-BAD-HOSTNAME")
    assert (finding.severity, finding.provisional) == (Severity.WARNING, True)


def test_a_name_under_localhost_is_localhost():
    inspection = an_inspection(mx=f"10 mail.localhost, 20 {GOOD}", hosts=HOSTS)
    assert findings(inspection, "MX-LOCALHOST")


def test_ordinary_names_are_neither():
    inspection = an_inspection(mx=f"10 {GOOD}", hosts=HOSTS)
    assert not findings(inspection, "MX-LOCALHOST")
    assert not findings(inspection, "MX-IP-LITERAL")
    assert not findings(inspection, "MX-BAD-HOSTNAME")


def test_while_the_others_are_under_way_localhost_is_an_error_that_may_get_worse():
    early = so_far(an_answer(records=f"10 localhost, 20 {GOOD}"))
    finding = the(early, "MX-LOCALHOST")
    assert (finding.severity, finding.provisional) == (Severity.ERROR, True)
    late = an_inspection(mx=f"10 localhost, 20 {GOOD}", hosts=HOSTS, probes=REFUSED)
    assert the(late, "MX-LOCALHOST").severity is Severity.CRITICAL


def alias_of(name: str, kind: str = "A", addresses: str = "20.0.0.1", **facts):
    steps = (Alias(name, "other.example.net", 300), Alias("other.example.net", GOOD, 300))
    return an_answer(name, kind, addresses, aliases=steps, **facts)


def test_an_alias_is_a_warning_and_shows_its_chain():
    answer = alias_of("mail.example.org")
    inspection = an_inspection(mx="10 mail.example.org", hosts={}, answers=(answer,))
    finding = the(inspection, "MX-CNAME")
    assert (finding.severity, finding.subject) == (Severity.WARNING, "mail.example.org")
    assert str(finding.text).endswith(f"is an alias of other.example.net and {GOOD}")


def test_an_alias_is_told_once_for_a_host_that_is_listed_twice():
    inspection = an_inspection(
        mx="10 mail.example.org, 20 mail.example.org",
        hosts={},
        answers=(alias_of("mail.example.org"),),
    )
    assert len(findings(inspection, "MX-CNAME")) == 1


def test_an_alias_is_told_as_soon_as_one_lookup_shows_it():
    mx = an_answer(records="10 mail.example.org")
    assert findings(so_far(mx, alias_of("mail.example.org", "AAAA", "")), "MX-CNAME")
    assert not findings(so_far(mx), "MX-CNAME")


def test_a_domain_that_is_its_own_host_may_be_an_alias():
    inspection = an_inspection(mx="", answers=(alias_of("example.org"),))
    assert not findings(inspection, "MX-CNAME")


def test_aliases_that_lead_in_a_circle_are_told_by_another_rule():
    steps = (Alias("mail.example.org", "mail.example.org", 300),)
    loop = a_failed_answer("mail.example.org", "A", Status.LOOP, aliases=steps)
    inspection = an_inspection(mx="10 mail.example.org", answers=(loop,))
    assert not findings(inspection, "MX-CNAME")
