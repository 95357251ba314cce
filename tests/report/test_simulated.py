"""What documents say of one simulation."""

from fractions import Fraction

from mxgui.report.simulated import Supposed, simulated_of
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.waiting import LENGTHS
from tests.builders import an_inspection
from tests.report.simulations import a_simulation, three_equal


def test_every_outage_of_the_usual_lengths_is_looked_at():
    simulated = simulated_of(three_equal(), sender_of("exim"), Supposed(), say=str)
    assert tuple(waiting.length for waiting in simulated.waiting) == LENGTHS
    assert simulated.sender.id == "exim"


def test_places_are_sorted_by_preference_and_show_both_shares():
    places = a_simulation(three_equal(), "postfix", "mx-b.example.org").places
    assert [place.preference for place in places] == [10, 10, 10, 20]
    assert [place.first for place in places][:3] == [Fraction(1, 3)] * 3
    assert [place.delivered for place in places] == [Fraction(1, 2), 0, Fraction(1, 2), 0]


def test_the_same_exchange_twice_in_a_preference_is_one_place():
    inspection = an_inspection(
        mx="10 mx1.example.org, 10 mx1.example.org, 10 mx2.example.org",
        hosts={"mx1.example.org": "192.0.2.1", "mx2.example.org": "192.0.2.2"},
    )
    places = a_simulation(inspection).places
    assert len({(place.host, place.address) for place in places}) == len(places)
    assert sum(place.first for place in places) == 1
