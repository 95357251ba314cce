"""A dossier as paragraphs: equal if it reads the same, and plain when copied."""

from mxgui.model.smtp import Stage
from mxgui.model.text import text
from mxgui.routing.reach import State
from mxgui.ui.dossier.section import Bar, Dossier, Line, Section
from mxgui.ui.looks import STATE_LOOKS
from mxgui.ui.prose import Hand, Run, page_of, plain_of

BAR = Bar(text("Connect"), text("6 ms"), Stage.CONNECT, 0.0, 0.5)
ADDRESS = Section(
    "192.0.2.1",
    (
        Line(text("220 · 6 ms")),
        Line("220 hello", label=text("greeting"), mono=True),
        Line("DSN", mono=True, about=text("Reports delivery")),
    ),
    (BAR,),
    ("← 220 hello",),
    state=State.OK,
    mono=True,
)
DOSSIER = Dossier("a.example.org", text("preference 10"), (ADDRESS,))


def test_a_dossier_reads_from_top_to_bottom():
    assert plain_of(page_of(DOSSIER)).splitlines() == [
        "a.example.org",
        "preference 10",
        "",
        "✓ 192.0.2.1  Answers",
        "220 · 6 ms",
        "greeting  220 hello",
        "DSN",
        "  Reports delivery",
        "Connect  6 ms",
        "← 220 hello",
    ]


def test_the_state_of_an_address_has_its_mark_and_its_word():
    heading = page_of(DOSSIER)[2]
    assert heading.parts[0] == STATE_LOOKS[State.OK]
    assert Run("  Answers", Hand.MUTED) in heading.parts


def test_what_machines_say_is_in_another_hand():
    hands = {
        part.words: part.hand for p in page_of(DOSSIER) for part in p.parts if isinstance(part, Run)
    }
    assert hands["← 220 hello"] is hands["DSN"] is Hand.MONO
    assert hands["192.0.2.1"] is Hand.MONO_HEADING
    assert hands["Reports delivery"] is Hand.MUTED


def test_two_dossiers_that_say_the_same_are_written_the_same():
    assert page_of(DOSSIER) == page_of(Dossier("a.example.org", text("preference 10"), (ADDRESS,)))


def test_letters_that_turn_a_line_are_written_out():
    page = page_of(Dossier("a", sections=(Section("s", transcript=("← \u202edlrow",)),)))
    assert "\u202e" not in plain_of(page)
