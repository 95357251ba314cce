"""Which types a name has, and what their lack proves."""

import dns.rdatatype
import pytest
from dns.rdtypes.ANY.NSEC import Bitmap as Written

from mxgui.net.dnssec_bitmap import Bitmap


def a_bitmap(*kinds):
    return Bitmap(Written.from_rdtypes([dns.rdatatype.from_text(kind) for kind in kinds]).windows)


def number(kind):
    return int(dns.rdatatype.from_text(kind))


def test_it_has_what_it_names_and_nothing_else():
    types = a_bitmap("A", "MX", "CAA", "TYPE65280")
    assert all(types.has(number(kind)) for kind in ("A", "MX", "CAA", "TYPE65280"))
    assert not any(types.has(number(kind)) for kind in ("NS", "AAAA", "URI", "TYPE65281"))


@pytest.mark.parametrize(
    ("kinds", "wanted", "lacks"),
    [
        (("MX",), "A", True),
        (("A",), "A", False),
        (("CNAME",), "A", False),  # then the answer should have been the alias
        (("NS",), "A", False),  # of a delegated name the parent has no say
        (("NS",), "DS", True),
        (("NS", "DS"), "DS", False),
        (("NS", "SOA"), "A", True),
        (("NS", "SOA"), "DS", False),  # of DS only the parent can tell
        ((), "TLSA", True),
    ],
)
def test_what_the_lack_of_a_type_proves(kinds, wanted, lacks):
    assert a_bitmap(*kinds).lacks(number(wanted)) is lacks


def test_the_root_speaks_for_its_own_ds():
    assert a_bitmap("NS", "SOA").lacks(number("DS"), is_root=True)


@pytest.mark.parametrize(
    ("kinds", "speaks"),
    [(("A",), True), (("NS",), False), (("NS", "SOA"), True), (("DNAME",), False)],
)
def test_names_below_a_cut_or_a_redirection_are_not_its_own(kinds, speaks):
    assert a_bitmap(*kinds).speaks_for_below is speaks
