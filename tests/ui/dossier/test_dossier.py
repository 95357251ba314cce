"""The dossier is about what was chosen, or about the domain."""

from dataclasses import replace

from mxgui.model.event import LineStep
from mxgui.model.records import Status
from mxgui.report.report import report_of
from mxgui.ui.dossier.dossier import dossier_of
from mxgui.ui.dossier.section import Dossier
from tests.builders import a_line
from tests.planned import a_planned
from tests.report.samples import protected
from tests.ui.showing import a_result, key_of, two_tiers

RESULT = a_result()


def titles(dossier: Dossier) -> list[str]:
    return [str(section.title) for section in dossier.sections]


def lines(dossier: Dossier, title: str) -> list[str]:
    section = next(section for section in dossier.sections if str(section.title) == title)
    return [f"{line.label} {line.value}".strip() for line in section.lines]


def test_without_a_choice_it_is_about_the_domain():
    dossier = dossier_of(RESULT, None, 0.0)
    assert dossier.title == "example.org"
    records = lines(dossier, "MX records in DNS")
    assert records[:2] == ["10 a.example.org", "20 b.example.org"]
    assert records[2].startswith("MX 2 records in")
    assert "resolver 192.0.2.53:53 (system)" in lines(dossier, "How it was looked at")
    assert "this line IPv4 and IPv6" in lines(dossier, "How it was looked at")


def test_a_key_that_is_gone_leads_to_the_domain():
    assert dossier_of(RESULT, "host 99", 0.0) == dossier_of(RESULT, None, 0.0)


def test_a_host_is_told_with_its_place_and_its_addresses():
    dossier = dossier_of(RESULT, key_of(RESULT, "a.example.org"), 0.0)
    assert dossier.title == "a.example.org"
    assert str(dossier.subtitle) == "preference 10 · always tried first"
    assert "2001:db8::1" in titles(dossier)
    assert "192.0.2.1" in titles(dossier)
    assert lines(dossier, "Addresses in DNS")[0].startswith("AAAA 1 record")


def test_equal_hosts_tell_their_share():
    result = a_result(mx="10 a.example.org, 10 b.example.org")
    dossier = dossier_of(result, key_of(result, "a.example.org"), 0.0)
    assert str(dossier.subtitle) == "preference 10 · 50\u2009% of first attempts"


def test_a_backup_tells_that_it_is_one():
    dossier = dossier_of(RESULT, key_of(RESULT, "b.example.org"), 0.0)
    assert str(dossier.subtitle) == "preference 20 · only after failure"


def test_a_host_that_is_not_well_says_why():
    result = a_result(hosts={"a.example.org": Status.NXDOMAIN, "b.example.org": "192.0.2.2"})
    dossier = dossier_of(result, key_of(result, "a.example.org"), 0.0)
    assert lines(dossier, "Why it is marked") == ["The name does not exist in DNS."]


def test_an_address_is_told_under_its_host():
    dossier = dossier_of(RESULT, key_of(RESULT, "192.0.2.2"), 0.0)
    assert dossier.title == "b.example.org"
    assert titles(dossier)[0] == "192.0.2.2"


def test_a_domain_without_mx_has_no_preference_to_tell():
    result = report_of(two_tiers(mx="", hosts={"example.org": "192.0.2.1"}))
    dossier = dossier_of(result, key_of(result, "example.org"), 0.0)
    assert "preference" not in str(dossier.subtitle)


def test_a_pasted_bounce_is_repeated():
    bounce = "<ann@example.org>: host a.example.org[192.0.2.1] said: 550 5.1.1 no such user"
    dossier = dossier_of(report_of(two_tiers(domain=bounce)), None, 0.0)
    told = lines(dossier, "The pasted bounce")
    assert told[:2] == ["host a.example.org", "address 192.0.2.1"]
    assert told[2].startswith("reply 550")


def test_both_forms_of_an_international_name_are_told():
    dossier = dossier_of(report_of(two_tiers(domain="bücher.example")), None, 0.0)
    assert (dossier.title, dossier.subtitle) == ("bücher.example", "xn--bcher-kva.example")


def test_the_families_of_the_line_are_told_as_they_are():
    inspection = two_tiers()
    for ipv4, ipv6, words in (
        (True, False, "IPv4 only"),
        (False, True, "IPv6 only"),
        (False, False, "neither IPv4 nor IPv6"),
    ):
        facts = {**inspection.facts, LineStep(): a_line(ipv4=ipv4, ipv6=ipv6)}
        dossier = dossier_of(report_of(replace(inspection, facts=facts)), None, 0.0)
        assert f"this line {words}" in lines(dossier, "How it was looked at")


def test_commands_to_try_by_hand_stand_at_the_end():
    for key, command in (
        (key_of(RESULT, "192.0.2.1"), "telnet 192.0.2.1 25"),
        (key_of(RESULT, "a.example.org"), "dig a.example.org AAAA"),
        (None, "dig example.org MX"),
    ):
        dossier = dossier_of(RESULT, key, 0.0)
        assert titles(dossier)[-1] == "To try by hand"
        assert command in dossier.commands
        assert command in lines(dossier, "To try by hand")


def test_a_name_that_is_not_plain_gets_no_command():
    result = a_result(
        mx="10 under_score.example.org", hosts={"under_score.example.org": "192.0.2.1"}
    )
    for name in ("under_score.example.org", "192.0.2.1"):
        dossier = dossier_of(result, key_of(result, name), 0.0)
        assert dossier.commands == ()
        assert "To try by hand" not in titles(dossier)


def test_an_address_is_told_with_the_lookup_that_found_it():
    dossier = dossier_of(RESULT, key_of(RESULT, "2001:db8::1"), 0.0)
    assert lines(dossier, "Address in DNS")[0].startswith("AAAA 1 record")


def test_an_address_is_told_from_its_outcome_to_every_word_of_it():
    report = report_of(protected(), str)
    told = titles(dossier_of(report, key_of(report, "20.0.1.1"), 0.0))
    order = ["20.0.1.1", "TLS session", "Certificate", "MTA-STS", "Transcript", "Extensions"]
    assert [title for title in told if title in order] == order
    assert told[-1] == "To try by hand"


def test_a_host_can_be_asked_for_its_tlsa_records_by_hand():
    dossier = dossier_of(RESULT, key_of(RESULT, "a.example.org"), 0.0)
    assert "dig _25._tcp.a.example.org TLSA" in dossier.commands


def test_planned_records_come_before_those_in_dns():
    dossier = dossier_of(report_of(a_planned("10 new.example.net")), None, 0.0)
    assert lines(dossier, "Planned MX records, not in DNS") == ["10 new.example.net"]
    assert lines(dossier, "MX records in DNS")[0] == "10 mx1.example.org"
