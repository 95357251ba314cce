"""What is told of one address."""

from dataclasses import replace

from mxgui.model.certificate import Certificate
from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Outcome, Said, Speaker
from mxgui.report.report import report_of
from mxgui.routing.reach import State
from mxgui.ui.dossier.probe import address_sections, bars_of, said_now, short_section
from mxgui.ui.dossier.section import Section
from tests.builders import a_certificate, a_probe
from tests.ui.showing import a_running, two_tiers


def sections_of(inspection: Inspection, address: str = "192.0.2.1", now: float = 0.0):
    row = next(row for row in report_of(inspection).diagram.rows if row.address == address)
    return list(address_sections(inspection, row, now))


def words(section: Section) -> list[str]:
    return [f"{line.label} {line.value}".strip() for line in section.lines]


def titles(sections: list[Section]) -> list[str]:
    return [str(section.title) for section in sections]


def test_a_probe_is_told_with_its_steps_transcript_and_session():
    sections = sections_of(two_tiers())
    assert titles(sections) == ["192.0.2.1", "Extensions", "TLS session", "Certificate"]
    first = sections[0]
    assert first.state is State.OK
    assert "calls itself a.example.org" in words(first)
    assert "greeted as mail.example.net" in words(first)
    assert first.transcript[0] == "← 220 a.example.org ESMTP"
    assert [str(bar.label) for bar in first.bars][:3] == ["Connect", "Greeting", "EHLO"]


def test_a_running_probe_tells_what_it_waits_for_and_how_long():
    inspection = a_running()
    assert words(sections_of(inspection, now=12.3)[0])[0] == "waiting for the greeting, 12 of 40 s"


def test_an_address_that_was_not_probed_says_so():
    inspection = two_tiers(probes={"192.0.2.1": None})
    sections = sections_of(inspection)
    assert len(sections) == 1
    assert sections[0].state is State.NOT_TRIED


def test_a_failure_is_told_with_the_systems_own_word():
    probe = a_probe("a.example.org", "192.0.2.1", Outcome.UNREACHABLE, note="No route to host")
    sections = sections_of(two_tiers(probes={"192.0.2.1": probe}))
    assert words(sections[0])[:2] == ["unreachable", "system No route to host"]


def test_an_earlier_result_tells_its_age():
    probe = a_probe("a.example.org", "192.0.2.1", reused_age=120.0)
    sections = sections_of(two_tiers(probes={"192.0.2.1": probe}))
    assert any("2 min earlier" in line for line in words(sections[0]))


def test_a_certificate_is_told_and_not_judged():
    lines = words(sections_of(two_tiers())[-1])
    assert lines[0].startswith("as shown, not judged")
    assert "subject CN=a.example.org" in lines
    assert any(line.startswith("valid 2026-10-24") for line in lines)


def test_of_a_hundred_names_the_first_are_told():
    names = tuple(f"n{n}.example.org" for n in range(100))
    lines = words(sections_of(_with_certificate(a_certificate(names=names)))[-1])
    told = next(line for line in lines if line.startswith("names"))
    assert told.endswith("and 92 more")


def test_a_certificate_that_cannot_be_parsed_tells_why():
    broken = Certificate(b"", "00", malformed="not DER")
    lines = words(sections_of(_with_certificate(broken))[-1])
    assert lines[1:] == ["not DER"]


def test_injected_bytes_are_told():
    probe = a_probe("a.example.org", "192.0.2.1")
    assert probe.tls is not None
    changed = replace(probe, tls=replace(probe.tls, injected=True, chain=()))
    session = sections_of(two_tiers(probes={"192.0.2.1": changed}))[-1]
    assert any("between STARTTLS and the handshake" in line for line in words(session))


def test_the_bars_fill_the_time_line_from_end_to_end():
    bars = bars_of(a_probe())
    assert bars[0].start == 0
    assert abs(bars[-1].start + bars[-1].length - 1) < 1e-9
    assert bars_of(a_probe(phases=())) == ()


def test_every_speaker_has_a_sign_of_their_own():
    said = tuple(Said(0.0, speaker, "x") for speaker in Speaker)
    probe = a_probe("a.example.org", "192.0.2.1", transcript=said)
    transcript = sections_of(two_tiers(probes={"192.0.2.1": probe}))[0].transcript
    assert len({line[0] for line in transcript}) == len(Speaker)


def test_in_the_list_of_a_host_an_address_is_one_line():
    inspection = two_tiers()
    row = report_of(inspection).diagram.rows[0]
    section = short_section(inspection, row, 0.0)
    assert len(section.lines) == 1
    assert section.bars
    assert not section.transcript
    assert said_now(inspection, row, 0.0) == section.lines[0].value


def _with_certificate(certificate: Certificate) -> Inspection:
    probe = a_probe("a.example.org", "192.0.2.1")
    assert probe.tls is not None
    changed = replace(probe, tls=replace(probe.tls, chain=(certificate,)))
    return two_tiers(probes={"192.0.2.1": changed})
