"""A session in the details: its path step by step, its names, and how long it lasts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mxgui.model.certificate import Certificate, Tls
from mxgui.model.chain import PathProblem
from mxgui.model.smtp import StartTls
from mxgui.report.marks import Shape
from mxgui.routing.certificates import certificate_view
from mxgui.ui.dossier.certificate import lock_look, tls_sections
from tests.builders import NOON, a_certificate
from tests.routing.test_certificates import HOST, inspected

TLS = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", HOST)
LEAF = a_certificate(HOST, issuer="CN=Middle")
MIDDLE = a_certificate("Middle", issuer="CN=Root")


def sections(*chain, tls=TLS, **facts):
    known = inspected(*chain, **facts)
    view = certificate_view(known, known.probe("192.0.2.1"), HOST) if chain else None
    return list(tls_sections(replace(tls, chain=chain), view))


def said(*chain, **facts) -> list[list[str]]:
    return [
        [f"{line.label} {line.value}".strip() for line in section.lines]
        for section in sections(*chain, **facts)
    ]


def path(*chain, **facts):
    lines = sections(*chain, **facts)[1].lines
    return [(str(line.label), str(line.value), str(line.about), line.look) for line in lines]


def test_the_session_is_told():
    (session,) = said()
    assert session == [
        "version TLS 1.3",
        "cipher TLS_AES_256_GCM_SHA384",
        "name asked for mx1.example.org",
    ]


def test_injected_bytes_are_told():
    (session,) = said(tls=replace(TLS, injected=True))
    assert any("between STARTTLS and the handshake" in line for line in session)


def test_a_good_path_is_told_from_the_host_to_the_root():
    steps = path(LEAF, MIDDLE, anchor="CN=Root")
    assert [step[:3] for step in steps] == [
        ("host", f"CN={HOST}", ""),
        ("intermediate", "CN=Middle", ""),
        ("root", "CN=Root", ""),
    ]
    assert {look.shape for *_, look in steps if look} == {Shape.CHECK}


def test_what_is_wrong_stands_below_its_step_with_a_mark():
    facts = {"trusted": False, "problems": (PathProblem.MISSING_INTERMEDIATE,)}
    steps = path(a_certificate(HOST, issuer="CN=Middle", key="RSA 512"), **facts)
    assert [step[:3] for step in steps] == [
        ("host", f"CN={HOST}", "weak"),
        ("not sent", "CN=Middle", "intermediate missing"),
    ]
    assert [look.shape for *_, look in steps if look] == [Shape.BANG, Shape.QUERY]


def test_certificates_beside_the_path_and_openssl_s_own_words_are_told():
    facts = {"trusted": False, "problems": (PathProblem.UNFIT,), "note": "invalid CA certificate"}
    steps = path(LEAF, a_certificate("Stranger"), path=(0,), **facts)
    assert ("OpenSSL says", "invalid CA certificate", "", None) in steps
    assert ("sent beside it", "CN=Stranger", "", None) in steps


def test_before_the_path_is_checked_that_is_said():
    assert path(LEAF, checked=False)[-1][1] == "The path is not checked yet."


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, f"it is for {HOST}"),
        ({"names": ()}, f"{HOST} stands in the subject alone, where it does not count"),
        ({"names": (), "common_names": ()}, f"it is not for {HOST}"),
    ],
)
def test_the_name_of_the_host_is_looked_for(facts, words):
    assert words in said(a_certificate(HOST, **facts))[2]


def test_the_leaf_tells_of_itself():
    lines = said(a_certificate(HOST, usages=("server auth",)))[2]
    assert any(line.startswith("issuer CN=") for line in lines)
    assert any(line.startswith("valid since 2026-10-24") for line in lines)
    assert "1 name mx1.example.org" in lines
    assert "meant for server auth" in lines
    for label in ("key EC 256", "SHA-256 of it ", "SHA-256 of its key ", "serial number 01"):
        assert any(line.startswith(label) for line in lines)


def test_days_count_from_the_time_of_the_probe():
    certificate = a_certificate(HOST, not_after=NOON + timedelta(days=12))
    assert "when probed expires in 12 days, on 2026-12-05 12:00:00 UTC" in said(certificate)[2]


def test_of_one_that_has_not_begun_the_end_is_told_too():
    begins, ends = NOON + timedelta(days=6), NOON + timedelta(days=90)
    lines = said(a_certificate(HOST, not_before=begins, not_after=ends))[2]
    assert "when probed begins within 6 days, on 2026-11-29 12:00:00 UTC" in lines
    assert "valid until 2027-02-21 12:00:00 UTC" in lines


def test_of_a_hundred_names_the_first_are_told_and_all_are_counted():
    lines = said(a_certificate(HOST, names=tuple(f"n{n}.example.org" for n in range(100))))[2]
    told = next(line for line in lines if line.startswith("100 names"))
    assert told.endswith("and 92 more")


def test_a_certificate_that_cannot_be_parsed_tells_why_and_its_digest():
    lines = said(Certificate(b"", "00ff", malformed="not DER"), checked=False)[2]
    assert lines[0] == "cannot be read whole not DER"
    assert lines[-1] == "SHA-256 of it 00ff"


def test_a_subject_without_end_is_cut():
    assert max(len(line) for part in said(a_certificate(subject="x" * 1000)) for line in part) < 500


def test_a_padlock_is_for_sessions_and_a_cross_for_what_breaks():
    looks = {state: lock_look(state) for state in StartTls}
    shapes = {state: look.shape for state, look in looks.items() if look}
    assert shapes == {
        StartTls.VERIFIED: Shape.LOCK,
        StartTls.UNVERIFIED: Shape.OPEN_LOCK,
        StartTls.FAILED: Shape.CROSS,
        StartTls.REFUSED: Shape.CROSS,
    }
