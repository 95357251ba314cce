"""Which places the hosts of a tier may come to."""

from fractions import Fraction

import pytest

from mxgui.routing.senders import sender_of
from mxgui.routing.sending.situation import Candidate, Entry
from mxgui.routing.spans import spans_of

THIRDS = [Fraction(1, 3)] * 3


def candidates(*places: int) -> list[Candidate]:
    return [
        Candidate(f"h{at}", 10, at, (Entry(f"h{at}", 10, at, f"192.0.2.{at}"),)) for at in places
    ]


@pytest.mark.parametrize(
    ("sender", "shares", "spans"),
    [
        ("rfc5321", THIRDS, [(0, 2), (0, 2), (0, 2)]),
        ("rfc5321", [Fraction(0)] * 3, [(0, 2), (0, 2), (0, 2)]),
        ("exim", [Fraction(1), Fraction(0), Fraction(0)], [(0, 0), (1, 2), (1, 2)]),
        ("maddy", THIRDS, [(0, 0), (1, 1), (2, 2)]),
        ("haraka", THIRDS, [(0, 2), (0, 2), (1, 2)]),
    ],
)
def test_a_span_is_as_wide_as_chance_lets_it(sender, shares, spans):
    assert spans_of(sender_of(sender), [0, 1, 2], candidates(0, 1, 2), shares) == spans


def test_a_fixed_order_is_that_of_the_candidates():
    spans = spans_of(sender_of("qmail"), [0, 1, 2], candidates(0, 2, 1), THIRDS)
    assert spans == [(0, 0), (2, 2), (1, 1)]


def test_while_a_host_is_still_to_come_any_place_may_be_that_of_any():
    spans = spans_of(sender_of("qmail"), [0, 1, 2], candidates(0, 2), THIRDS)
    assert spans == [(0, 2)] * 3
