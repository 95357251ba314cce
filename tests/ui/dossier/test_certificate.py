"""Certificates are told as they were shown, against the time of the probe, and not judged."""

from datetime import timedelta

import pytest

from mxgui.model.certificate import Certificate, Tls
from mxgui.ui.dossier.certificate import tls_sections
from tests.builders import NOON, a_certificate


def said(*chain: Certificate, **facts) -> list[list[str]]:
    tls = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", "mx1.example.org", chain=chain, **facts)
    return [
        [f"{line.label} {line.value}".strip() for line in section.lines]
        for section in tls_sections(tls, NOON)
    ]


def test_the_session_is_told():
    (session,) = said()
    assert session == [
        "version TLSv1.3",
        "cipher TLS_AES_256_GCM_SHA384",
        "name asked for mx1.example.org",
    ]


def test_a_certificate_is_told_and_not_judged():
    _, lines = said(a_certificate(), a_certificate("Example CA"))
    assert lines[0] == "as shown, not judged; 2 in the chain"
    assert "subject CN=mx1.example.org" in lines
    assert any(line.startswith("valid 2026-10-24") for line in lines)
    assert "1 name mx1.example.org" in lines
    assert "sent with it CN=Example CA" in lines
    for label in ("key EC 256", "SHA-256 of it ", "SHA-256 of its key ", "serial number 01"):
        assert any(line.startswith(label) for line in lines)


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        (-30, 60, "60 days left"),
        (-30, 1, "1 day left"),
        (-30, 0.5, "0 days left"),
        (-30, -1, "it ended 1 day before"),
        (-30, 0, "it ended 0 days before"),
        (2, 60, "it begins within 2 days"),
    ],
)
def test_days_count_from_the_time_of_the_probe(begins, ends, words):
    certificate = a_certificate(
        not_before=NOON + timedelta(days=begins), not_after=NOON + timedelta(days=ends)
    )
    _, lines = said(certificate)
    assert f"when probed {words}" in lines


def test_of_a_hundred_names_the_first_are_told_and_all_are_counted():
    _, lines = said(a_certificate(names=tuple(f"n{n}.example.org" for n in range(100))))
    told = next(line for line in lines if line.startswith("100 names"))
    assert told.endswith("and 92 more")


def test_a_certificate_that_cannot_be_parsed_tells_why_and_its_digest():
    _, lines = said(Certificate(b"", "00ff", malformed="not DER"))
    assert lines[1:] == ["cannot be read whole not DER", "SHA-256 of it 00ff"]


def test_injected_bytes_are_told():
    (session,) = said(injected=True)
    assert any("between STARTTLS and the handshake" in line for line in session)


def test_a_subject_without_end_is_cut():
    _, lines = said(a_certificate(subject="x" * 1000))
    assert max(map(len, lines)) < 500
