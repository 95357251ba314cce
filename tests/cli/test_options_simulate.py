"""The options of `simulate`, and what they come to."""

from argparse import ArgumentParser

import pytest

from mxgui.cli.console import BadUse
from mxgui.cli.options_simulate import add_simulating, plan_of, refuse_misfits, supposed_of
from mxgui.model.plan import Plan, ProbeMode
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import Off, What
from mxgui.routing.sending.waiting import LENGTHS


def given(*arguments):
    parser = ArgumentParser()
    add_simulating(parser)
    return parser.parse_args(arguments)


def test_without_options_nothing_is_supposed():
    supposed = supposed_of(given("example.org"))
    assert not supposed.what_if
    assert (supposed.down, supposed.lengths, supposed.backup) == ((), LENGTHS, None)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("MX1.example.org", "mx1.example.org"),
        ("mx1.example.org:refused", "mx1.example.org:refused"),
        ("bücher.example:silent", "xn--bcher-kva.example:silent"),
        ("2001:db8::1:silent", "2001:db8::1:silent"),
        ("[2001:db8::1]:421", "[2001:db8::1]:421"),
        ("preference=010:TLS", "preference=10:tls"),
    ],
)
def test_what_is_down_is_told_as_it_was_typed_in_the_one_spelling(typed, told):
    assert supposed_of(given("example.org", "--down", typed)).down == (told,)
    assert supposed_of(given("example.org", "--down", told)).down == (told,)


def test_all_that_is_down_is_kept_in_the_order_typed():
    supposed = supposed_of(given("x.example", "--down", "ipv6", "--down", "a.example:554"))
    assert supposed.what_if.off == (
        Off(What.FAMILY, "ipv6"),
        Off(What.HOST, "a.example", Behaviour.REJECTS),
    )


def test_a_saved_inspection_is_looked_at_as_probed_unless_all_are_up():
    assert supposed_of(given("--from", "x.json")).what_if.as_probed
    assert not supposed_of(given("--from", "x.json", "--all-up")).what_if.as_probed


def test_the_plan_asks_dns_alone():
    plan = plan_of(given("example.org", "--resolver", "192.0.2.53", "--sender", "exim"))
    assert plan == Plan(resolvers=("192.0.2.53",), mode=ProbeMode.NONE, sender="exim")
    assert plan_of(given("example.org", "--sender", "all")).sender == Plan().sender


def test_an_outage_counts_once_and_there_are_not_too_many():
    assert supposed_of(given("x", "--outage", "1h", "--outage", "60m")).lengths == (3600,)
    many = [word for n in range(1, 60) for word in ("--outage", f"{n}h")]
    with pytest.raises(BadUse):
        supposed_of(given("x", *many))


def test_nothing_is_looked_up_for_a_saved_inspection():
    with pytest.raises(BadUse):
        refuse_misfits(given("--from", "x.json", "--dns-patience", "3"))
