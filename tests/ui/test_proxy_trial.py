"""What a trial of a proxy comes to, in one sentence."""

from mxgui.model.line import ProxyProblem
from mxgui.ui.proxy_trial import try_proxy

TYPED = "socks5://bob:secret@127.0.0.1:1080"


async def told(problem, typed=TYPED, note=""):
    async def attempt(_spec):
        return problem, note

    return await try_proxy(attempt, typed)


async def test_a_proxy_that_works_is_well():
    trial = await told(None)
    assert (trial.is_well, trial.resolvers) == (True, (TYPED,))
    assert str(trial.words) == "The proxy socks5://127.0.0.1:1080 can be used."


async def test_one_that_does_not_says_why_and_never_the_password():
    trial = await told(ProxyProblem.NO_CONNECTION, note="Connection refused")
    assert not trial.is_well
    assert "Connection refused" in str(trial.words)
    assert "secret" not in str(trial.words)


async def test_what_is_no_proxy_is_not_tried():
    trial = await told(None, typed="http://127.0.0.1")
    assert not trial.is_well
    assert "SOCKS5" in str(trial.words)
