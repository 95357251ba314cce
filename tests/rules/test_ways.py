"""The ways in which addresses fail, in a word or two."""

from mxgui.model.smtp import Outcome, Said, Speaker
from mxgui.rules.failure import Failure
from mxgui.rules.ways import ways_of
from tests.builders import a_probe
from tests.rules.faults import failing_at_ehlo, refusing_ehlo, rejecting

AT = ("mx1.example.org", "20.0.0.1")


def words(failure: Failure, *probes) -> list[str]:
    return [str(way) for way in ways_of({failure: probes})]


def test_several_ways_are_named_in_the_order_in_which_a_probe_meets_them():
    failed = {
        Failure.EHLO: [refusing_ehlo(*AT)],
        Failure.REFUSED: [a_probe(*AT, Outcome.REFUSED)],
    }
    assert list(map(str, ways_of(failed))) == ["refused", "EHLO fails"]
    assert ways_of({}) == ()


def test_one_way_alone_is_told_with_what_was_said():
    assert words(Failure.REJECTED, rejecting(*AT)) == [
        "a refusal as greeting: 554 5.3.2 No SMTP service here"
    ]
    assert words(Failure.EHLO, refusing_ehlo(*AT)) == ["EHLO fails: 554 5.3.2 No SMTP service here"]
    said = (Said(0.1, Speaker.SERVER, "SSH-2.0-x"),)
    other = a_probe(*AT, Outcome.NOT_SMTP, transcript=said)
    assert words(Failure.NOT_SMTP, other) == ["not SMTP: “SSH-2.0-x”"]


def test_where_nothing_was_said_the_way_is_all():
    assert words(Failure.EHLO, failing_at_ehlo(*AT)) == ["EHLO fails"]
    assert words(Failure.NOT_SMTP, a_probe(*AT, Outcome.NOT_SMTP)) == ["not SMTP"]
    assert words(Failure.REFUSED, a_probe(*AT, Outcome.REFUSED)) == ["refused"]
