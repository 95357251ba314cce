"""What is read in greetings."""

import pytest

from mxgui.model.smtp import Extension, Reply
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_inspection
from tests.rules.judging import findings, ids, severities, the

HOST, ADDRESS = "mx1.example.org", "20.0.0.1"
OTHER = "20.0.1.1"


def greeting(words: str, **facts):
    probe = a_probe(HOST, ADDRESS, greeting=Reply(220, (words,)), **facts)
    return an_inspection(hosts={HOST: ADDRESS}, probes={ADDRESS: probe})


@pytest.mark.parametrize("words", ["ESMTP ready", "", "localhost ESMTP", "-- hello", "20.0.0.1 x"])
def test_a_greeting_without_a_full_name_is_a_notice(words):
    assert severities(greeting(words), "SMTP-BANNER-NO-NAME") == {HOST: Severity.NOTICE}


@pytest.mark.parametrize(
    "words", ["mx1.example.org ESMTP", "MX_1.example.org. x", "[20.0.0.1] x", "[IPv6:2a00::1] x"]
)
def test_a_name_or_an_address_in_brackets_is_one(words):
    assert not findings(greeting(words), "SMTP-BANNER-NO-NAME")


@pytest.mark.parametrize(
    ("words", "software"),
    [
        ("mx.example.org ESMTP Exim 4.96 Sat, 28 Nov 2026", "Exim 4.96"),
        ("mx.example.org ESMTP Postfix (Debian/GNU) 3.7.11", "Postfix 3.7.11"),
        ("mx.example.org ESMTP Sendmail 8.17.1/8.17.1; x", "Sendmail 8.17.1"),
    ],
)
def test_software_with_its_version_is_good_to_know(words, software):
    finding = the(greeting(words), "SMTP-BANNER-SOFTWARE")
    assert finding.severity is Severity.INFO
    assert str(finding.text) == f"Greetings name software and version: {software}"


def test_software_without_a_version_is_nothing():
    assert not findings(greeting("mx.example.org ESMTP Postfix"), "SMTP-BANNER-SOFTWARE")


@pytest.mark.parametrize("words", ["mx.example.org \\x1b[31m", "mx.example.org Grüße"])
def test_control_characters_and_other_letters_are_a_notice(words):
    assert severities(greeting(words), "SMTP-BANNER-CONTROL") == {HOST: Severity.NOTICE}


def test_a_mask_beside_a_host_without_one_is_a_warning_and_the_cause_of_what_is_missing():
    masked = a_probe(HOST, ADDRESS, greeting=Reply(220, ("****************2****",)))
    inspection = an_inspection(
        mx=f"10 {HOST}, 10 mx2.example.org",
        hosts={HOST: ADDRESS, "mx2.example.org": OTHER},
        probes={ADDRESS: masked},
    )
    assert severities(inspection, "SMTP-MASKED") == {HOST: Severity.WARNING}
    assert "SMTP-BANNER-NO-NAME" not in ids(inspection)


def test_where_all_is_masked_it_may_be_our_own_line():
    inspection = greeting("mx.example.org", extensions=(Extension("XXXXXXXA"),))
    assert severities(inspection, "SMTP-MASKED") == {HOST: Severity.INCONCLUSIVE}
