"""Text records of fields: which count, and what their parts are."""

import pytest

from mxgui.model.fields import TextField, fields_of, meant_as, with_version

VERSION = "v=STSv1"


@pytest.mark.parametrize(
    ("text", "counts", "is_meant"),
    [
        ("v=STSv1;", True, False),
        ("v=STSv1; id=1", True, False),
        ("v=STSv1 ; id=1", False, True),
        ("v=STSv1", False, True),
        ("V=STSv1; id=1", False, True),
        ("v=stsv1;id=1", False, True),
        (" v=STSv1; id=1", False, True),
        ('"v=STSv1; id=1"', False, True),
        ("v = STSv1; id=1", False, True),
        ("v=STSv10; id=1", False, False),
        ("v=STSv2; id=1", False, False),
        ("v=spf1 -all", False, False),
        ("", False, False),
    ],
)
def test_a_record_counts_by_its_first_letters_alone(text, counts, is_meant):
    assert bool(with_version([text], VERSION)) is counts
    assert bool(meant_as([text], VERSION)) is is_meant


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        ("v=STSv1;", []),
        ("v=STSv1;a=1", [("a", "1")]),
        ("v=STSv1; \t a=1 \t ; b=2 ; ", [("a", "1"), ("b", "2")]),
        ("v=STSv1;\\x09a=1", [("a", "1")]),
        ("v=STSv1;a=1;;", [("a", "1"), ("", "")]),
        ("v=STSv1;;a=1", [("", ""), ("a", "1")]),
        ("v=STSv1;a", [("", "a")]),
        ("v=STSv1;a =1", [("", "a =1")]),
        ("v=STSv1;_a=1", [("", "_a=1")]),
        (f"v=STSv1;{'a' * 33}=1", [("", f"{'a' * 33}=1")]),
        ("v=STSv1;é=1", [("", "é=1")]),
    ],
)
def test_fields_are_cut_as_the_grammar_has_it(record, fields):
    assert fields_of(record) == tuple(TextField(name, value) for name, value in fields)


@pytest.mark.parametrize(
    ("value", "fits"),
    [("1", True), ("a:<>~!", True), ("", False), ("a b", False), ("a=b", False), ("é", False)],
)
def test_an_unknown_field_has_to_be_a_field(value, fits):
    assert TextField("x", value).is_extension is fits
