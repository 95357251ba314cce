"""What is told of one address."""

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Outcome, Reply, Said, Speaker
from mxgui.report.report import report_of
from mxgui.routing.reach import State
from mxgui.ui.dossier.probe import (
    address_sections,
    bars_of,
    said_now,
    said_sections,
    short_section,
)
from mxgui.ui.dossier.section import Section
from tests.builders import a_probe
from tests.ui.showing import a_running, two_tiers


def sections_of(inspection: Inspection, address: str = "192.0.2.1", now: float = 0.0):
    row = next(row for row in report_of(inspection).diagram.rows if row.address == address)
    return list(address_sections(inspection, row, now))


def words(section: Section) -> list[str]:
    return [f"{line.label} {line.value}".strip() for line in section.lines]


def titles(sections: list[Section]) -> list[str]:
    return [str(section.title) for section in sections]


def said_of(inspection: Inspection, address: str = "192.0.2.1"):
    row = next(row for row in report_of(inspection).diagram.rows if row.address == address)
    return list(said_sections(inspection, row))


def test_a_probe_is_told_with_its_steps_and_session():
    sections = sections_of(two_tiers())
    assert titles(sections) == [
        "192.0.2.1",
        "TLS session",
        "Path of certificates",
        "Certificate",
    ]
    first = sections[0]
    assert first.state is State.OK
    assert "greeting 220 a.example.org ESMTP" in words(first)
    assert "greeted as mail.example.net" in words(first)
    assert [str(bar.label) for bar in first.bars][:3] == ["Connect", "Greeting", "EHLO"]


def test_every_word_and_what_is_offered_stand_by_themselves():
    transcript, extensions = said_of(two_tiers())
    assert titles([transcript, extensions]) == ["Transcript", "Extensions"]
    assert transcript.transcript[0] == "← 220 a.example.org ESMTP"
    assert said_of(two_tiers(probes={"192.0.2.1": None})) == []


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


def test_a_greeting_is_told_whole_unless_it_is_too_long_to_be_one():
    def told(lines: int) -> list[str]:
        greeting = Reply(220, tuple(f"line {n}" for n in range(lines)))
        probe = a_probe("a.example.org", "192.0.2.1", greeting=greeting)
        return words(sections_of(two_tiers(probes={"192.0.2.1": probe}))[0])

    assert told(3)[1:4] == ["greeting 220 line 0", "220 line 1", "220 line 2"]
    assert "and 92 lines more, in the transcript" in told(100)
    assert len(told(100)) < 20


def test_the_bars_fill_the_time_line_from_end_to_end():
    bars = bars_of(a_probe())
    assert bars[0].start == 0
    assert abs(bars[-1].start + bars[-1].length - 1) < 1e-9
    assert bars_of(a_probe(phases=())) == ()


def test_every_speaker_has_a_sign_of_their_own():
    said = tuple(Said(0.0, speaker, "x") for speaker in Speaker)
    probe = a_probe("a.example.org", "192.0.2.1", transcript=said)
    transcript = said_of(two_tiers(probes={"192.0.2.1": probe}))[0].transcript
    assert len({line[0] for line in transcript}) == len(Speaker)


def test_in_the_list_of_a_host_an_address_is_one_line():
    inspection = two_tiers()
    row = report_of(inspection).diagram.rows[0]
    section = short_section(inspection, row, 0.0)
    assert len(section.lines) == 1
    assert section.bars
    assert not section.transcript
    assert said_now(inspection, row, 0.0) == section.lines[0].value
