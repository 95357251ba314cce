"""The JSON of `simulate` has every key of the contract, and its shares add up."""

import json
from fractions import Fraction

import pytest
from hypothesis import given

from mxgui.report.contract_simulation import simulation_value
from mxgui.report.simulated import Supposed, simulated_of
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.switches import read_switch
from tests.report.misfit import misfit
from tests.report.samples import three_tiers
from tests.report.simulation_shape import SIMULATION
from tests.report.simulations import a_simulation, all_kinds, three_equal
from tests.routing.sending.cases import records
from tests.routing.sending.routes import routes, senders, what_ifs

KINDS = all_kinds()


@pytest.mark.parametrize("name", KINDS)
def test_every_key_is_there_in_order_and_of_its_type(name):
    assert misfit(simulation_value(KINDS[name]), SIMULATION) is None


@pytest.mark.parametrize("name", KINDS)
def test_the_same_facts_give_the_same_json(name):
    assert json.dumps(simulation_value(KINDS[name])) == json.dumps(
        simulation_value(all_kinds()[name])
    )


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_shares_add_up(sender):
    value = simulation_value(a_simulation(three_equal(), sender.id, "mx-a.example.org:421"))
    fates = {fate: Fraction(share) for fate, share in value["fates"].items()}
    assert sum(fates.values()) == 1
    assert sum(Fraction(place["share_exact"]) for place in value["first"]) == 1
    delivered = sum(Fraction(place["share_exact"]) for place in value["delivered"])
    assert delivered == fates["delivered"]


def test_a_host_that_is_silent_is_told_in_every_part():
    value = simulation_value(a_simulation(three_equal(), "postfix", "mx-a.example.org:silent"))
    assert value["down"] == ["mx-a.example.org:silent"]
    assert [place["share_exact"] for place in value["first"]] == ["1/3", "1/3", "1/3", "0"]
    assert [place["share_exact"] for place in value["delivered"]] == ["0", "1/2", "1/2", "0"]
    assert value["delay_s"] == {"mean": 10.0, "worst": 30.0}
    assert (value["method"], value["samples"]) == ("exact", None)


def test_attempts_name_what_happened_as_it_is_typed():
    value = simulation_value(a_simulation(three_equal(), "postfix", "preference=10:554"))
    assert [each["outcome"] for each in value["attempts"]] == ["554", "554", "554", "delivered"]
    assert [each["takes_message"] for each in value["attempts"]] == [False, False, False, True]
    assert [each["position"] for each in value["attempts"]] == [1, 2, 3, 4]


def test_mail_that_is_decided_beforehand_has_no_attempts():
    value = simulation_value(KINDS["null MX"])
    assert (value["before_connect"], value["fate"], value["cause"]) == (
        "bounce",
        "bounced",
        "null_mx",
    )
    assert value["first"] == value["attempts"] == []
    assert value["reply"].startswith("5.1.0")


def test_outages_are_told_by_what_the_schedule_adds_and_by_the_whole_wait():
    value = simulation_value(a_simulation(three_equal(), "postfix", lengths=(14_400, 432_000)))
    short, long = value["waiting"]
    assert (short["outage_s"], short["fate"], short["bounces"]) == (14_400, "delivered", "0")
    assert 0 < short["median_s"] < short["worst_s"] <= 4200
    assert short["total_worst_s"] > 14_400
    assert long["outage_s"] == 432_000


@pytest.mark.parametrize("down", [(), ("mx-a.example.org:554", "mx-b.example.org:554", "ipv4:421")])
def test_the_seed_changes_the_one_run_and_nothing_else(down):
    supposed = Supposed(WhatIf(tuple(map(read_switch, reversed(down)))))
    values = [
        simulation_value(simulated_of(three_equal(), sender_of("exim"), supposed, seed, say=str))
        for seed in range(9)
    ]
    assert len({json.dumps(value["attempts"]) for value in values}) > 1
    for value in values:
        del value["seed"], value["attempts"], value["fate"]
    assert all(value == values[0] for value in values)


def test_an_exchange_that_is_listed_twice_counts_together():
    value = simulation_value(a_simulation(three_tiers(), "rfc5321"))
    keys = [(place["preference"], place["host"], place["address"]) for place in value["first"]]
    assert len(keys) == len(set(keys))


@given(routes(), senders, what_ifs)
def test_who_is_tried_first_adds_up_to_one_wherever_anybody_is(known, sender, what_if):
    value = simulation_value(simulated_of(known, sender, Supposed(what_if, lengths=()), say=str))
    first = sum(Fraction(place["share_exact"]) for place in value["first"])
    untried = Fraction(value["untried"]["share_exact"])
    assert first == (untried < 1)
    delivered = sum(Fraction(place["share_exact"]) for place in value["delivered"])
    assert delivered + untried <= 1
    assert untried == 0 or value["before_connect"] != "try" or sender.limits.hosts


def test_runs_that_try_nobody_are_told_beside_those_that_do():
    known = records("10 a, 10 b, 10 c", a="4", b="", c="")
    value = simulation_value(a_simulation(known, "stalwart"))
    assert [place["share_exact"] for place in value["first"]] == ["1"]
    assert value["untried"] == {"share": 0.333333, "share_exact": "1/3", "error": 0.0}
    assert [place["share_exact"] for place in value["delivered"]] == ["2/3"]
    assert any("of the runs no address is tried" in note for note in value["notes"])
