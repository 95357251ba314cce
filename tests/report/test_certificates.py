"""Certificates in a report, in words."""

from dataclasses import replace
from datetime import timedelta

from mxgui.model.chain import PathProblem
from mxgui.model.smtp import StartTls
from mxgui.report.certificates import path_words, shown_certificates, view_of, worth_words
from mxgui.report.report import report_of
from tests.builders import NOON, a_certificate, an_inspection
from tests.routing.test_certificates import HOST, inspected

LEAF = a_certificate(HOST, issuer="CN=Middle")
MIDDLE = a_certificate("Middle", issuer="CN=Root")


def report(*chain, **facts):
    return report_of(inspected(*chain, **facts), str)


def test_addresses_of_a_host_with_the_same_certificate_stand_together():
    hosts = {HOST: "192.0.2.1 2001:db8::1", "mx2.example.org": "192.0.2.2"}
    made = report_of(an_inspection(mx=f"10 {HOST}, 20 mx2.example.org", hosts=hosts), str)
    shown = shown_certificates(made)
    assert [(one.host, set(one.addresses)) for one in shown] == [
        (HOST, {"192.0.2.1", "2001:db8::1"}),
        ("mx2.example.org", {"192.0.2.2"}),
    ]
    assert shown[0].starttls is StartTls.VERIFIED


def test_a_certificate_is_told_with_worth_key_and_days():
    ends = NOON + timedelta(days=12)
    facts = {"trusted": False, "problems": (PathProblem.SELF_SIGNED,)}
    [shown] = shown_certificates(report(a_certificate(HOST, not_after=ends), **facts))
    assert list(map(str, shown.words)) == [
        "encrypted, not verified: self-signed",
        "EC 256",
        "expires in 12 days, on 2026-12-05 12:00:00 UTC",
    ]


def test_the_path_is_told_step_by_step():
    made = report(LEAF, MIDDLE, a_certificate("Stranger"), anchor="CN=Root", path=(0, 1))
    view = view_of(made, made.probes[0])
    assert view is not None
    assert [(str(role), str(words)) for role, words in path_words(view)] == [
        ("Certificate", f"CN={HOST}"),
        ("Intermediate", "CN=Middle"),
        ("Root", "CN=Root"),
        ("Sent beside it", "CN=Stranger"),
    ]


def test_what_is_wrong_stands_at_its_step():
    facts = {"trusted": False, "problems": (PathProblem.MISSING_INTERMEDIATE,)}
    made = report(LEAF, **facts)
    view = view_of(made, made.probes[0])
    assert view is not None
    assert str(list(path_words(view))[-1][1]) == "CN=Middle (intermediate missing)"


def test_a_probe_without_certificate_is_told_by_its_state():
    known = an_inspection()
    probe = replace(known.probes[0], tls=None, starttls=StartTls.FAILED)
    assert "handshake failed" in str(worth_words(report_of(known, str), probe))
