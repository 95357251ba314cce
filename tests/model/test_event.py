"""The step under which a fact is kept."""

from mxgui.model.event import AskStep, ChainStep, LineStep, ProbeStep, chain_step, probe_step
from mxgui.model.line import DIRECT
from tests.builders import a_question, a_target


def test_a_probe_is_kept_under_its_address_and_port_whatever_the_host_is_called():
    first, second = a_target("mx1.example.org"), a_target("mx2.example.org")
    assert probe_step(first) == probe_step(second) == ProbeStep("192.0.2.1", 25)


def test_steps_of_two_ports_and_of_two_vantages_are_apart():
    steps = {probe_step(a_target(port=port)) for port in (25, 2525)}
    steps |= {ProbeStep("192.0.2.1", 25, "proxy")}
    assert len(steps) == 3


def test_a_step_looks_from_the_direct_line_unless_it_says_otherwise():
    assert LineStep().vantage == AskStep(a_question()).vantage == DIRECT


def test_the_check_of_a_chain_belongs_to_the_probe_that_was_shown_it():
    probe = ProbeStep("192.0.2.1", 25, "proxy", "mx2.example.org")
    assert chain_step(probe) == ChainStep("192.0.2.1", 25, "proxy", "mx2.example.org")
