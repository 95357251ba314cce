"""Who a host belongs to is read off its name."""

import pytest
from publicsuffixlist import PublicSuffixList

from mxgui.rules.organisation import may_be_registered, organisation_of


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("mx1.example.org", "example.org"),
        ("example.org", "example.org"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("mx.xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("mail.somebody.github.io", "somebody.github.io"),
        ("org", "org"),
        ("co.uk", "co.uk"),
    ],
)
def test_it_is_the_name_that_was_registered(name, owner):
    assert organisation_of(name) == owner


def test_only_names_below_known_suffixes_can_be_registered():
    assert may_be_registered("example.co.uk")
    assert not may_be_registered("gone.invalid")
    assert not may_be_registered("mail.lan")


@pytest.mark.parametrize("top", ["uk", "org", "ck", "jp", "io", "invalid", "xn--p1ai"])
def test_a_part_of_the_list_says_the_same_as_all_of_it(top):
    whole = PublicSuffixList()
    suffixes = [name.lstrip("!").replace("*", "any") for name in vars(whole)["_publicsuffix"]]
    names = [name for name in suffixes if name.rpartition(".")[2] == top and name.isascii()]
    for name in (*names[:300], top, f"gone.{top}"):
        for below in (name, f"a.{name}", f"b.a.{name}"):
            assert organisation_of(below) == (whole.privatesuffix(below) or below)
            known = whole.publicsuffix(below, accept_unknown=False) is not None
            assert may_be_registered(below) is known
