"""What is supposed is told in words, with names as short as can be told apart."""

import pytest

from mxgui.routing.route import route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.off_words import condition_words, how_words, short_name, state_words
from tests.builders import an_inspection
from tests.routing.sending.supposed import a_what_if, nordlys

ROUTE = route_of(nordlys())


@pytest.mark.parametrize(
    ("mx", "name", "wanted"),
    [
        ("10 mx1.a.example, 20 mx2.a.example", "mx1.a.example", "mx1"),
        ("10 mx.a.example, 20 mx.b.example", "mx.a.example", "mx.a.example"),
        ("10 a.example", "a.example", "a.example"),
        ("10 a.mail.example", "a.mail.example", "a.mail.example"),
        ("10 192.0.2.1", "192.0.2.1", "192.0.2.1"),
        ("10 7.mail.a.example", "7.mail.a.example", "7.mail.a.example"),
    ],
)
def test_a_name_is_cut_where_its_first_label_tells_it_from_others(mx, name, wanted):
    assert short_name(route_of(an_inspection(mx=mx)), name) == wanted


def test_parts_in_the_same_manner_are_told_together():
    what_if = a_what_if("mx-a.nordlys.example:silent ipv6:421 mx-b.nordlys.example:silent")
    assert str(state_words(what_if, ROUTE)) == (
        "mx-a and mx-b are silent and everything over IPv6 answers 421"
    )
    assert str(condition_words(what_if, ROUTE)) == (
        "With mx-a and mx-b silent and everything over IPv6 answering 421"
    )


def test_broken_encryption_is_told_with_its_place():
    what_if = a_what_if("ipv6:tls 192.0.2.0/24:tls preference=10:tls")
    places = "over IPv6, in 192.0.2.0/24 and at all of preference 10"
    assert str(state_words(what_if, ROUTE)) == f"STARTTLS is broken {places}"
    assert str(condition_words(what_if, ROUTE)) == f"With STARTTLS broken {places}"


def test_nothing_supposed_is_what_the_records_say():
    assert str(state_words(a_what_if(), ROUTE)) == "as the records say"
    assert str(condition_words(a_what_if(), ROUTE)) == "As the records say"


def test_every_manner_has_a_word():
    assert all(str(how_words(how)) for how in Behaviour)
