"""Outages as a table of plain text."""

from mxgui.report.outage_text import fate_words, outage_lines
from mxgui.routing.senders import sender_of
from tests.builders import an_inspection
from tests.report.simulations import a_simulation, three_equal


def told(*arguments, **facts):
    return "\n".join(outage_lines(a_simulation(*arguments, **facts)))


def test_the_title_says_what_is_down():
    assert told(three_equal()).startswith("If all hosts are down\n")
    assert told(three_equal(), "exim", "ipv4").startswith("If that goes on\n")
    words = told(three_equal(), backup=sender_of("exim"))
    assert words.startswith("If the best hosts are down, and hosts behind the best ones keep mail")


def test_senders_are_not_told_when_a_host_is_back():
    assert "Senders are not told when a host is back" in told(three_equal())


def test_an_outage_past_the_end_says_that_messages_bounce():
    waiting = a_simulation(three_equal(), "mox", lengths=(300.0, 432_000.0)).waiting
    assert str(fate_words(waiting[0])) == "delivered"
    assert "bounce" in str(fate_words(waiting[1]))
    assert "  warned" in told(three_equal(), "mox", lengths=(86_400.0,))


def test_where_no_outage_makes_a_difference_there_is_no_table():
    words = told(an_inspection(mx="0 ."))
    assert "Lasts" not in words
    assert "outage or not" in words


def test_without_outages_there_is_nothing():
    assert told(three_equal(), lengths=()) == ""


def test_where_another_host_takes_the_mail_there_is_no_table():
    words = told(three_equal(), "postfix", "mx-a.example.org")
    assert "Lasts" not in words
    assert "nothing queues" in words


def test_an_outage_makes_no_difference_where_no_host_takes_mail_anyway():
    hosts = {"x.example.org": "0.0.0.0", "mx1.example.org": "192.0.2.1"}  # back to the sender
    inspection = an_inspection(mx="10 x.example.org, 20 mx1.example.org", hosts=hosts)
    assert told(inspection).startswith("An outage makes no difference")
