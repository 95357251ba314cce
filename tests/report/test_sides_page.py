"""Senders side by side on the page."""

import pytest

from mxgui.report.report import report_of
from mxgui.report.sides_page import where_section
from mxgui.routing.senders import SENDERS
from tests.report.samples import everything, three_tiers

SAMPLES = everything() | {"usual": three_tiers()}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_section_says_that_it_is_simulated(name):
    markup = where_section(report_of(SAMPLES[name], str))
    assert ("Simulated from the records" in markup) is (name != "nothing yet")


def test_every_sender_has_a_row_in_both_tables():
    markup = where_section(report_of(SAMPLES["usual"], str))
    for sender in SENDERS:
        assert markup.count(f"<td>{sender.title}") == 2


def test_a_sender_that_does_otherwise_says_in_what():
    markup = where_section(report_of(SAMPLES["usual"], str))
    assert 'title="differs in' in markup
    assert "≠" in markup
