"""Senders side by side as plain text."""

import pytest

from mxgui.report.plain import NARROW
from mxgui.report.report import report_of
from mxgui.report.side_by_side import senders_of, sides_with_reasons
from mxgui.report.sides_text import comparison_lines, where_lines
from mxgui.report.simulated import Supposed, simulated_of
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.outage import AS_RECORDS_SAY
from tests.builders import an_inspection
from tests.report.golden_files import golden
from tests.report.samples import everything, three_tiers
from tests.report.simulations import three_equal

SAMPLES = everything() | {"usual": three_tiers()}


def compared(inspection, lengths=(300.0, 14_400.0)):
    supposed = Supposed(lengths=lengths)
    sides = sides_with_reasons(inspection, AS_RECORDS_SAY, lengths)
    simulations = [
        simulated_of(inspection, sender, supposed, say=str) for sender in senders_of(inspection)
    ]
    return list(comparison_lines(sides, simulations))


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_in_a_report_acts_on_a_terminal(name):
    for line in where_lines(report_of(SAMPLES[name], str)):
        assert line.replace("\u2009", "").isprintable(), repr(line)


def test_a_report_names_every_sender_once_in_each_table():
    lines = list(where_lines(report_of(SAMPLES["usual"], str)))
    for sender in SENDERS:
        assert sum(sender.id in line.split()[:2] for line in lines) == 2


def test_the_comparison_says_first_what_it_is_and_is_as_it_was_read():
    lines = compared(three_equal())
    assert lines[0].startswith("Simulation, not measured: 12 kinds of sender, side by side")
    assert max(map(len, lines)) <= NARROW
    written = "".join(f"{line}\n" for line in lines).encode()
    assert written == golden("simulation-all.txt", written)


def test_long_rows_of_outages_are_parted():
    lines = compared(three_equal(), tuple(3600.0 * n for n in range(1, 20)))
    assert max(map(len, lines)) <= NARROW


def test_mail_that_no_sender_connects_for_has_no_table():
    words = "\n".join(where_lines(report_of(an_inspection(mx="0 ."), str)))
    assert "Tries" not in words
    assert "the domain says that it takes no mail" in words
    assert "Tries" not in "\n".join(compared(an_inspection(mx="0 .")))
