"""Rows of plain text in columns."""

from mxgui.report.columns import columns, labelled


def test_columns_fit_what_is_in_them():
    rows = [("1", "mx1.example", "greets"), ("10", "b.example", "")]
    assert list(columns(rows, rights=(0,))) == ["   1  mx1.example  greets", "  10  b.example"]


def test_without_rows_there_are_no_lines():
    assert list(columns([])) == []
    assert list(labelled([], 80)) == []


def test_a_cell_cannot_act_or_break_its_line():
    assert list(columns([("a\nb", "\x1b[2J")], indent=0)) == ["a\\nb  \\x1b[2J"]


def test_a_long_value_goes_on_in_its_own_column():
    lines = list(labelled([("Name", "a b"), ("Word", "one two three " * 4), ("None", "")], 40))
    assert lines[0] == "  Name  a b"
    assert lines[-1] == "  None  –"
    assert len(lines) > 3
    assert all(line.startswith("        ") for line in lines[2:-1])
    assert max(map(len, lines)) <= 40


def test_a_long_label_leaves_room_for_its_value():
    lines = list(labelled([("x" * 70, "words " * 20)], 80))
    assert len(lines) > 1


def test_a_duration_stays_together():
    lines = list(labelled([("After", "5 min, 13 h 26 min, " * 9)], 60))
    assert len(lines) > 3
    assert all(line.strip().removeprefix("After").strip()[0] in "51" for line in lines)
    assert all(line.endswith("min,") for line in lines)
