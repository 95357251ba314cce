"""The palette finds by few letters what was meant, and puts it first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.text import text
from mxgui.ui.palette_search import Entry, best_fit, folded, hits, reads_as_domain

TITLES = (
    "Save…",
    "Probe again",
    "Larger",
    "Graph",
    "Try order",
    "Findings",
    "Fit",
    "münchen.example",
    "Straße",
)


def nothing() -> None:
    """What an entry of a test does."""


def an_entry(title: str, **parts) -> Entry:
    return Entry(title, parts.pop("section", "Action"), nothing, **parts)


ENTRIES = tuple(map(an_entry, TITLES))


def found(typed: str, entries=ENTRIES, recent=()) -> list[str]:
    return [str(hit.entry.words) for hit in hits(entries, typed, recent)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("gr", "Graph"),
        ("pa", "Probe again"),
        ("again probe", "Probe again"),
        ("FIND", "Findings"),
        ("to", "Try order"),
        ("munch", "münchen.example"),
        ("MÜN EX", "münchen.example"),
        ("strasse", "Straße"),
        ("  fit ", "Fit"),
    ],
)
def test_a_few_letters_find_what_was_meant(typed, first):
    assert found(typed)[0] == first


def test_nothing_typed_lists_all_in_their_order():
    assert found("") == list(TITLES)
    assert found("   ") == list(TITLES)


def test_what_does_not_occur_is_not_found():
    assert found("xyz") == []
    assert found("hpargraph") == []  # the order counts


def test_what_was_run_last_comes_first_where_nothing_is_typed():
    recent = [("Action", "Graph"), ("Action", "Save…")]
    assert found("", recent=recent)[:3] == ["Graph", "Save…", "Probe again"]


def test_what_was_run_last_is_chosen_among_equals_only():
    twins = (an_entry("Fit all"), an_entry("Fit one"), an_entry("Of it"))
    assert found("fit", twins, [("Action", "Of it"), ("Action", "Fit one")]) == [
        "Fit one",
        "Fit all",
        "Of it",
    ]


def test_what_cannot_be_done_now_comes_last():
    entries = (an_entry("Stop", enabled=False), an_entry("Save to a file"))
    assert found("s", entries) == ["Save to a file", "Stop"]
    assert found("", entries) == ["Save to a file", "Stop"]


def test_the_section_and_the_explanation_are_found_too_behind_the_titles():
    entries = (
        an_entry("Zoom", section="View"),
        an_entry("Fit", about="Until all of the view is seen"),
        an_entry("Viewer"),
    )
    assert found("view", entries) == ["Viewer", "Zoom", "Fit"]


def test_the_typed_letters_are_told_by_their_places_in_the_title():
    (hit,) = hits([an_entry("Probe again")], "pag")
    assert hit.places == (0, 6, 7)
    (hit,) = hits([an_entry("Straße")], "asse")
    assert hit.places == (3, 4, 5)  # one letter that was typed as two


def test_words_that_are_translated_are_found_as_they_are_shown():
    entry = Entry(text("Host {name}", name="mx.example"), text("View"), nothing)
    (hit,) = hits([entry], "mx")
    assert hit.places == (5, 6)


def test_folding_keeps_track_of_every_letter():
    assert folded("Äß") == ("ass", (0, 1, 1))


@given(st.text(max_size=30), st.text(max_size=8))
def test_a_fit_is_a_subsequence_and_is_found_whenever_there_is_one(letters, typed):
    rest = iter(letters)
    occurs = all(letter in rest for letter in typed)
    fit = best_fit(letters, typed)
    assert (fit is not None) == occurs
    if fit is not None:
        places = fit[1]
        assert list(places) == sorted(set(places))
        assert "".join(letters[place] for place in places) == typed


@given(st.text(max_size=80))
def test_whatever_is_typed_is_taken(typed):
    assert len(hits(ENTRIES, typed)) <= len(ENTRIES)
    assert reads_as_domain(typed) in (True, False)


def test_a_domain_is_told_from_a_word():
    assert reads_as_domain("example.org")
    assert reads_as_domain("ann@example.org")
    assert not reads_as_domain("findings")
    assert not reads_as_domain("two..dots")
    assert not reads_as_domain("")
