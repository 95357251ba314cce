"""What typed words, bounces and simple wishes make of what is shown."""

from mxgui.model.entry import TakenAs, read_entry
from mxgui.model.plan import ProbeMode
from mxgui.report.report import report_of
from mxgui.ui.reading import key_of_bounce, note_of, read, with_setting
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import AskResolvers, ProbeAs
from tests.ui.showing import key_of, two_tiers

BOUNCE = "<ann@example.org>: host a.example.org[192.0.2.1] said: 550 5.1.1 no such user"


def test_a_plain_domain_needs_no_remark():
    entry, note = read("Example.ORG.")
    assert entry is not None
    assert entry.domain.ascii == "example.org"
    assert note is None


def test_it_says_what_an_address_was_taken_for():
    _, note = read("Ann <ann@example.org>")
    assert note is not None
    assert str(note.words) == "Taken as the domain of an address: example.org"
    assert not note.is_problem


def test_both_forms_of_an_international_name_are_told():
    _, note = read("bücher.example")
    assert note is not None
    assert "bücher.example" in str(note.words)
    assert "xn--bcher-kva.example" in str(note.words)


def test_every_kind_of_input_has_its_words():
    typed = {
        TakenAs.ADDRESS: "a@example.org",
        TakenAs.URL: "https://example.org/x",
        TakenAs.LITERAL: "[192.0.2.1]",
        TakenAs.BOUNCE: BOUNCE,
    }
    for kind, words in typed.items():
        entry = read_entry(words)
        assert entry.taken_as is kind
        assert note_of(entry) is not None


def test_what_names_no_domain_is_a_problem_with_one_sentence():
    entry, note = read("two..dots")
    assert entry is None
    assert note is not None
    assert note.is_problem
    assert note.offer is None


def test_a_single_label_is_asked_back_about_and_can_be_insisted_on():
    entry, note = read("museum")
    assert entry is None
    assert note is not None
    assert note.offer == "museum."
    assert not note.is_problem
    assert read(note.offer)[0] is not None


def test_a_wish_that_needs_no_work_changes_its_own_part_alone():
    shown = Shown()
    assert with_setting(shown, ProbeAs(ProbeMode.NONE)).plan.mode is ProbeMode.NONE
    asked = with_setting(shown, AskResolvers(("192.0.2.53", "tls://dns.example")))
    assert asked.plan.resolvers == ("192.0.2.53", "tls://dns.example")


def test_the_address_that_a_bounce_names_is_found_on_the_graph():
    result = report_of(two_tiers(domain=BOUNCE))
    assert key_of_bounce(result) == key_of(result, "192.0.2.1")


def test_its_host_is_found_when_the_address_is_another_by_now():
    result = report_of(two_tiers(domain=BOUNCE.replace("192.0.2.1", "192.0.2.99")))
    assert key_of_bounce(result) == key_of(result, "a.example.org")


def test_without_a_bounce_nothing_is_pointed_at():
    assert key_of_bounce(report_of(two_tiers())) is None
