"""Planned records are read strictly, and each mistake is told in a sentence."""

import pytest

from mxgui.model.planned import (
    MOST,
    BadMx,
    check_number,
    is_sound,
    read_host,
    read_mx,
    read_preference,
    record_words,
)
from mxgui.model.records import ROOT, Mx


@pytest.mark.parametrize(
    ("written", "record"),
    [
        ("10 mx1.example.org", Mx(10, "mx1.example.org")),
        ("  0   MX1.Example.ORG. ", Mx(0, "mx1.example.org")),
        ("65535 bücher.example", Mx(65_535, "xn--bcher-kva.example")),
        ("0 .", Mx(0, ROOT)),
        ("007 _odd.example.org", Mx(7, "_odd.example.org")),
        ("5 localhost.", Mx(5, "localhost")),
    ],
)
def test_a_record_is_a_preference_and_a_host(written, record):
    assert read_mx(written) == record


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "Give a preference and a host, as in “10 mx1.example.org”."),
        ("10", "The host is missing behind the preference 10."),
        ("mx.example.org", "The preference is missing in front of the host mx.example.org."),
        ("10 a.example b.example", "Give one preference and one host"),
        ("x a.example", "A preference is a whole number from 0 to 65535, and “x” is none."),
        ("1.5 a.example", "“1.5” is none"),
        ("٣ a.example", "“٣” is none"),
        ("-1 a.example", "The preference -1 is out of range: it goes from 0 to 65535."),
        ("65536 a.example", "The preference 65536 is out of range"),
        ("9" * 9999 + " a.example", "is out of range"),
        ("10 192.0.2.1", "“192.0.2.1” is an address, and an MX record names a host"),
        ("10 [192.0.2.1]", "is an address"),
        ("10 2001:db8::1", "is an address"),
        ("10 [IPv6:2001:db8::1]", "is an address"),
        ("10 mx1", "“mx1” has no dot: give the whole name of the host, such as mx1.example.org."),
        ("10 a..example", "“a..example” is no host name: There are two dots"),
        ("10 mx!.example", "“mx!.example” is no host name: A domain may not hold “!”"),
        ("10 a\x1b[31m.example", "is no host name"),
        ("10 " + "x" * 2000, "is no host name"),
    ],
)
def test_what_is_no_record_is_told_in_one_sentence(written, words):
    with pytest.raises(BadMx) as caught:
        read_mx(written)
    said = str(caught.value.text)
    assert words in said
    assert said.endswith(".") or ": -" in said or "example" in said
    assert said.isprintable()
    assert len(said) < 250


def test_it_is_known_which_of_the_two_is_at_fault():
    for read, written, of_host in ((read_preference, "x", False), (read_host, "192.0.2.1", True)):
        with pytest.raises(BadMx) as caught:
            read(written)
        assert caught.value.of_host is of_host


def test_more_than_can_be_looked_at_are_refused():
    records = [Mx(n, "mx.example.org") for n in range(MOST)]
    check_number(records)
    with pytest.raises(BadMx, match=f"{MOST + 1} records are too many: {MOST}"):
        check_number([*records, Mx(1, "mx.example.org")])


def test_only_what_could_have_been_typed_is_sound():
    assert is_sound((Mx(0, ROOT), Mx(1, "localhost"), Mx(1, "_a.example.org")))
    for strange in ("192.0.2.1", "a b.example", "A.example", "mx.example.", "", "bücher.example"):
        assert not is_sound((Mx(1, strange),))
    assert not is_sound((Mx(1, "a.example"),) * (MOST + 1))


def test_a_record_is_written_as_in_a_master_file():
    assert record_words(read_mx("10 Mx1.Example.org.")) == "10 mx1.example.org"
