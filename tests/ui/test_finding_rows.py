"""Findings stand by severity, and each has below it all that its rule says."""

from dataclasses import replace

from mxgui.model.text import text
from mxgui.rules.engine import explain
from mxgui.rules.finding import Finding, Severity
from mxgui.ui.finding_rows import branches_of, keys_of, plain_of

DOWN = Finding("SMTP-REFUSED", Severity.ERROR, "a.example.org", text("a refuses"))
SINGLE = Finding("MX-SINGLE-HOST", Severity.NOTICE, "example.org", text("one host"))
PARTIAL = Finding("META-PARTIAL", Severity.INFO, "example.org", text("not all was seen"))
ALL = (PARTIAL, SINGLE, DOWN)
NOBODY: frozenset[str] = frozenset()


def words(cells) -> list[str]:
    return [str(cell.words) for cell in cells]


def test_severities_are_headings_with_their_counts_worst_first():
    branches = branches_of(ALL, ALL, NOBODY)
    assert [words(branch.cells) for branch in branches] == [
        ["Error · 1"],
        ["Notice · 1"],
        ["Info · 1"],
    ]
    assert all(branch.cells[0].look is not None for branch in branches)


def test_a_heading_tells_how_many_of_its_findings_are_hidden():
    other = replace(DOWN, subject="b.example.org")
    (branch,) = branches_of((DOWN, other), (other,), NOBODY)
    assert words(branch.cells) == ["Error · 1 of 2"]


def test_a_row_tells_severity_sentence_place_and_reference():
    (branch,) = branches_of((DOWN,), (DOWN,), NOBODY)
    row = branch.leaves[0]
    assert words(row.cells)[:3] == ["Error", "a refuses", "a.example.org"]
    assert "RFC" in words(row.cells)[3]
    assert row.cells[0].look is not None


def test_in_brief_the_word_of_the_severity_is_left_to_the_heading():
    (branch,) = branches_of((DOWN,), (DOWN,), NOBODY, brief=True)
    cell = branch.leaves[0].cells[0]
    assert (cell.words, str(cell.tip)) == ("", "Error")
    assert cell.look is not None


def test_why_fix_reference_and_name_unfold_below():
    (branch,) = branches_of((DOWN,), (DOWN,), NOBODY)
    told = {str(row.cells[0].label): str(row.cells[0].words) for row in branch.leaves[0].leaves}
    rule = explain(DOWN.id)
    assert told["Why it matters"] == str(rule.why)
    assert told["How to mend it"] == str(rule.fix)
    assert told["Where it is written"].startswith(str(rule.references[0]))
    assert told["Rule"] == "SMTP-REFUSED (mxgui explain SMTP-REFUSED)"


def test_a_provisional_finding_says_so_in_words_and_shape():
    maybe = replace(DOWN, provisional=True)
    (branch,) = branches_of((maybe,), (maybe,), NOBODY)
    sentence = branch.leaves[0].cells[1]
    assert str(sentence.words) == "Provisional: a refuses"
    assert sentence.look is not None
    first = branch.leaves[0].leaves[0].cells[0]
    assert str(first.label) == "Provisional"
    assert "could change" in str(first.words)


def test_what_is_about_the_chosen_host_is_marked_by_shape_and_weight():
    (branch,) = branches_of((DOWN,), (DOWN,), frozenset({"a.example.org"}))
    place = branch.leaves[0].cells[2]
    assert place.strong
    assert place.look is not None
    (branch,) = branches_of((DOWN,), (DOWN,), NOBODY)
    assert branch.leaves[0].cells[2].look is None


def test_every_finding_has_a_key_of_its_own_that_stays():
    assert keys_of((DOWN, SINGLE)) == (keys_of((DOWN,))[0], keys_of((SINGLE,))[0])
    assert len(set(keys_of((DOWN, DOWN)))) == 2


def test_a_finding_is_copied_whole():
    copied = plain_of(DOWN)
    assert copied.startswith("Error: a refuses\n")
    for part in ("Why it matters: ", "How to mend it: ", "It is about: a.example.org", DOWN.id):
        assert part in copied


def test_information_is_quiet_only_beside_what_is_to_be_done_and_unless_it_was_looked_for():
    def quiet(findings, seen):
        return [branch.is_quiet for branch in branches_of(findings, seen, NOBODY)]

    assert quiet(ALL, ALL) == [False, False, True]
    assert quiet((PARTIAL,), (PARTIAL,)) == [False]
    assert quiet(ALL, (SINGLE, PARTIAL)) == [False, False]
