"""Who a host belongs to is read off its name."""

import pytest

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
