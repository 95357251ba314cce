"""What comes of the mail of one sender is summed up from its chances."""

from fractions import Fraction

from mxgui.routing.sending.outcome import outcome_of, wait_of
from tests.routing.sending.supposed import a_what_if, nordlys, simulated

A = "mx-a.nordlys.example"


def test_shares_by_host_and_what_is_held_up():
    (postfix,) = simulated(nordlys(), a_what_if(f"{A}:silent"), ("postfix",))
    outcome, wait = outcome_of(postfix), wait_of(postfix)
    assert outcome.fates == (Fraction(1), Fraction(0), Fraction(0))
    assert (outcome.delivered, outcome.deferred, outcome.bounced) == outcome.fates
    assert dict(outcome.takers) == {
        "mx-b.nordlys.example": Fraction(1, 2),
        "mx-c.nordlys.example": Fraction(1, 2),
    }
    assert outcome.prompt == Fraction(2, 3)
    assert wait is not None
    assert (wait.least, wait.most, wait.is_assumed) == (30.0, 30.0, False)


def test_mail_at_a_worse_preference_is_told_apart():
    (exim,) = simulated(nordlys(), a_what_if("preference=10"), ("exim",))
    outcome = outcome_of(exim)
    assert outcome.to_worse == 1
    assert outcome.worse == ("backup.relay.example",)
    assert wait_of(exim) is None


def test_senders_that_come_to_the_same_are_told_together_whatever_their_seconds():
    postfix, exim = map(outcome_of, simulated(nordlys(), a_what_if(f"{A}:silent")))
    assert postfix.told == exim.told
