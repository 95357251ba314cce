"""A simulation as text says in its first line that it is one, and fits a terminal."""

import pytest
from hypothesis import given

from mxgui.model.records import Status
from mxgui.report.plain import NARROW
from mxgui.report.simulated import Supposed, simulated_of
from mxgui.report.simulation_text import simulation_lines
from tests.builders import an_inspection
from tests.report.golden_files import golden
from tests.report.simulations import a_simulation, all_kinds, three_equal
from tests.routing.sending.cases import records
from tests.routing.sending.routes import routes, senders, what_ifs

KINDS = all_kinds()


@pytest.mark.parametrize("name", KINDS)
def test_the_first_line_says_that_it_is_a_simulation_of_which_sender(name):
    simulated = KINDS[name]
    first = next(iter(simulation_lines(simulated)))
    assert first.startswith("Simulation, not measured: ")
    assert simulated.sender.title in first


@pytest.mark.parametrize("name", KINDS)
def test_nothing_in_it_acts_on_a_terminal(name):
    for line in simulation_lines(KINDS[name]):
        assert line.replace("\u2009", "").isprintable(), repr(line)
        assert not line.endswith(" ")


@pytest.mark.parametrize("name", sorted(set(KINDS) - {"hostile"}))
def test_lines_fit_a_terminal_unless_names_are_long(name):
    assert max(map(len, simulation_lines(KINDS[name]))) <= NARROW + 4


@pytest.mark.parametrize("name", ["one is silent", "with a backup", "as the best exchange"])
def test_the_whole_text_is_as_it_was_read(name):
    written = "".join(f"{line}\n" for line in simulation_lines(KINDS[name])).encode()
    assert written == golden(f"simulation-{name.replace(' ', '-')}.txt", written)


def test_shares_are_told_in_per_cent_and_as_fractions():
    text = "\n".join(simulation_lines(a_simulation(three_equal())))
    assert "33 % (1/3)".replace(" ", "\u2009", 1) in text
    assert "after failure" in text


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("null MX", "Its author gets: 5.1.0 The domain takes no mail"),
        ("no answer", "It waits with: 4.4.3"),
        ("all are off", "Its author gets: 5.3.2"),
        ("as the best exchange", "Its author gets: 5.4.6"),
    ],
)
def test_what_the_author_gets_is_told(name, says):
    assert says in " ".join(simulation_lines(KINDS[name]))


def test_what_no_source_settles_is_told_at_the_end():
    lines = list(simulation_lines(a_simulation(three_equal(), "kumomta")))
    assert "Not verified of KumoMTA" in lines
    assert "Not verified of Postfix" not in list(simulation_lines(a_simulation(three_equal())))


def test_an_address_that_counts_once_is_not_tried_again_after_failure():
    hosts = {"a.example.org": "192.0.2.1", "b.example.org": "192.0.2.1"}
    shared = an_inspection(mx="10 a.example.org, 20 b.example.org", hosts=hosts)
    exim = "\n".join(simulation_lines(a_simulation(shared, "exim")))
    assert "once, above" in exim
    assert "after failure" not in exim
    assert "after failure" in "\n".join(simulation_lines(a_simulation(shared, "postfix")))


@given(routes(), senders, what_ifs)
def test_every_route_has_a_text_that_ends_with_no_blank_line(known, sender, what_if):
    simulated = simulated_of(known, sender, Supposed(what_if, lengths=(300.0, 600.0)), say=str)
    lines = list(simulation_lines(simulated))
    assert all(lines[:2])
    assert lines[-1]


def test_where_no_host_has_an_address_there_is_neither_a_table_nor_a_run():
    known = records("10 sf, 20 nothere", sf=Status.SERVFAIL)
    told = "\n".join(simulation_lines(a_simulation(known, "maddy")))
    assert "Its author gets: 5.4.0 nothere.example has no address to send to." in told
    assert "Who gets it" not in told
    assert "One run" not in told
    assert "No address is tried" in told
