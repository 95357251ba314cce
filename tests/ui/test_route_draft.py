"""A draft keeps every letter, and says of each row what it is."""

import pytest

from mxgui.model.records import ROOT, Mx
from mxgui.ui.route_draft import Draft, DraftTier, Typed
from tests.planned import mx_records

PUBLISHED = mx_records("10 a.example.org, 10 b.example.org, 20 c.example.org")
DRAFT = Draft.of(PUBLISHED)


def tiers(draft):
    return {tier.preference: [draft.rows[at].host for at in tier.places] for tier in draft.tiers}


def test_it_begins_with_the_records_as_people_write_them():
    draft = Draft.of((Mx(10, "xn--bcher-kva.example"), Mx(0, ROOT)))
    assert draft.rows == (Typed("10", "bücher.example"), Typed("0", "."))
    assert set(draft.records) == {Mx(10, "xn--bcher-kva.example"), Mx(0, ROOT)}


def test_what_is_no_preference_stands_behind_all_tiers():
    draft = DRAFT.with_row(0, Typed("ten", "a.example.org"))
    assert draft.tiers == (DraftTier(10, (1,)), DraftTier(20, (2,)), DraftTier(None, (0,)))
    assert draft.rows[0].preference == "ten"
    place, words = draft.problem or (None, None)
    assert place == 0
    assert "“ten” is none" in str(words)


@pytest.mark.parametrize(
    ("place", "by", "found"),
    [
        (0, 1, {10: ["b.example.org"], 20: ["a.example.org", "c.example.org"]}),
        (2, -1, {10: ["a.example.org", "b.example.org", "c.example.org"]}),
        (2, 1, {10: ["a.example.org", "b.example.org"], 20: ["c.example.org"]}),
        (0, -1, {5: ["a.example.org"], 10: ["b.example.org"], 20: ["c.example.org"]}),
    ],
)
def test_a_host_steps_from_tier_to_tier(place, by, found):
    assert tiers(DRAFT.stepped(place, by)) == found


def test_behind_the_last_tier_a_new_one_is_made_for_one_of_several():
    draft = Draft.of(mx_records("10 a.example, 10 b.example"))
    assert tiers(draft.stepped(0, 1)) == {10: ["b.example"], 20: ["a.example"]}
    last = Draft.of(mx_records("65530 a.example, 65530 b.example"))
    assert tiers(last.stepped(0, 1)) == {65530: ["b.example"], 65535: ["a.example"]}
    first = Draft.of(mx_records("0 a.example, 0 b.example"))
    assert first.stepped(0, -1) == first


def test_what_has_no_preference_has_no_step_and_can_be_put_anywhere():
    draft = Draft((Typed("x", "a.example"),))
    assert draft.stepped(0, 1) == draft
    assert tiers(draft.beyond(0, 1)) == {10: ["a.example"]}
    assert tiers(draft.moved(0, 7)) == {7: ["a.example"]}


def test_another_row_stands_in_the_tier_of_the_one_beside_it():
    assert DRAFT.with_another(2).rows[-1] == Typed("20", "")
    assert DRAFT.with_another(None).rows[-1] == Typed("10", "")
    assert Draft().with_another(None).rows == (Typed("10", ""),)
    assert DRAFT.without(1).records == (PUBLISHED[0], PUBLISHED[2])


def test_an_empty_plan_is_none():
    place, words = Draft().problem or (0, "")
    assert place is None
    assert "null MX" in str(words)
    assert DRAFT.problem is None


def test_too_many_records_are_told():
    many = Draft(tuple(Typed(str(n), "a.example") for n in range(65)))
    assert "65 records are too many" in str((many.problem or (None, ""))[1])


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        (Typed("10", "a.example.org"), "as published"),
        (Typed("30", "a.example.org"), "published at 10"),
        (Typed("10", "new.example.net"), "new"),
        (Typed("0", "."), "null MX: takes no mail"),
        (Typed("10", "mx"), "“mx” has no dot: give the whole name of the host, such as mx."),
    ],
)
def test_a_row_says_what_it_is_beside_what_is_published(typed, note):
    assert str(Draft((typed,)).note(0, PUBLISHED)).startswith(note)


def test_what_is_there_twice_is_told():
    draft = Draft.of(mx_records("10 a.example, 10 a.example, 20 a.example"))
    assert str(draft.note(1, ())) == "given twice; DNS keeps one"
    assert str(draft.note(2, ())) == "also at preference 10"
    assert draft.problem is None
