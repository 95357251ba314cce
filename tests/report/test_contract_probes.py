"""Probes in the JSON of format 1 tell what was said, how long it took, and no more."""

from dataclasses import replace

from mxgui.model.smtp import Extension, Outcome, Probe, Reason
from mxgui.report.contract_probes import probe_value
from mxgui.routing.route import route_of
from tests.builders import a_probe, a_reply, an_inspection


def told(probe: Probe) -> dict:
    return probe_value(an_inspection(), probe, route_of(an_inspection()))


def test_a_friendly_session_is_told_in_full():
    value = told(a_probe())
    assert (value["outcome"], value["stage"], value["reason"]) == ("greeted", "quit", None)
    assert value["greeting"] == {"code": 220, "text": "mx1.example.org ESMTP"}
    assert value["greeting_name"] == "mx1.example.org"
    assert value["ehlo"]["command"] == "EHLO"
    assert value["extensions"] == {"SIZE": "52428800", "8BITMIME": "", "STARTTLS": ""}
    assert value["extensions_tls"] == {"SIZE": "52428800", "8BITMIME": ""}
    assert value["tls"]["version"] == "TLSv1.3"
    assert value["tls"]["chain_length"] == 2
    assert value["tls"]["certificate"]["not_after"] == "2027-01-22T12:00:00.000Z"


def test_durations_are_milliseconds_and_null_where_a_step_was_not_reached():
    assert set(told(a_probe())["phases"].values()) == {10.0}
    refused = told(a_probe(outcome=Outcome.REFUSED))
    assert refused["phases"]["connect_ms"] == 10.0
    assert refused["phases"]["greeting_ms"] is None


def test_what_was_never_said_is_null():
    value = told(a_probe(outcome=Outcome.REFUSED))
    unsaid = ("greeting", "greeting_name", "ehlo", "extensions", "extensions_tls", "tls")
    assert [value[key] for key in unsaid] == [None] * 6


def test_a_host_without_extensions_has_none_and_that_is_known():
    value = told(a_probe(command="HELO", ehlo=a_reply(250, "hello"), extensions=()))
    assert value["ehlo"] == {"code": 250, "command": "HELO", "text": "hello"}
    assert value["extensions"] == {}


def test_a_refused_ehlo_has_no_command():
    value = told(a_probe(command="", ehlo=a_reply(502, "no")))
    assert value["ehlo"] == {"code": 502, "command": None, "text": "no"}


def test_an_extension_offered_twice_keeps_the_parameters_of_both():
    twice = (Extension("AUTH", "LOGIN PLAIN"), Extension("AUTH", "PLAIN CRAM-MD5"))
    assert told(a_probe(extensions=twice))["extensions"] == {"AUTH": "LOGIN PLAIN CRAM-MD5"}


def test_an_address_that_was_not_tried_says_why():
    value = told(a_probe(outcome=Outcome.NOT_TRIED, reason=Reason.NO_IPV6_HERE))
    assert (value["outcome"], value["reason"], value["began"]) == (
        "not_tried",
        "no_ipv6_here",
        None,
    )


def test_the_other_exchanges_at_an_address_are_named():
    hosts = {"a.example": "192.0.2.1", "b.example": "192.0.2.1"}
    inspection = an_inspection(mx="10 a.example, 20 b.example", hosts=hosts)
    value = probe_value(inspection, inspection.probes[0], route_of(inspection))
    assert (value["host"], value["preference"], value["shared_with"]) == (
        "a.example",
        10,
        ["b.example"],
    )


def test_a_probe_of_a_host_that_is_on_no_route_has_no_preference():
    assert told(a_probe(host="elsewhere.example"))["preference"] is None


def test_a_chain_without_certificates_is_told_as_such():
    probe = a_probe()
    assert probe.tls is not None
    value = told(replace(probe, tls=replace(probe.tls, chain=())))
    assert (value["tls"]["certificate"], value["tls"]["chain_length"]) == (None, 0)


def test_the_transcript_is_told_line_by_line():
    first = told(a_probe())["transcript"][0]
    assert first == {"at_ms": 10.0, "from": "server", "text": "220 mx1.example.org ESMTP"}
