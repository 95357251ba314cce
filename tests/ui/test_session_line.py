"""How to knock is a setting of the inspections to come; a password is in none of what is shown."""

from mxgui.ui.shown import Shown
from mxgui.ui.wishes import TryProxy, UseHelo, UseLine
from tests.ui.test_session import Watched

PROXY = "socks5://bob:secret@127.0.0.1:1080"


async def test_a_proxy_is_used_from_the_next_inspection_on(qloop):
    watched = Watched()
    watched.session.fulfil(UseLine("mail.example.net", PROXY, True, "c.example"))
    shown = await watched.whole()
    assert [spec.password for spec in watched.logins] == ["secret"]
    assert watched.work.plans == [shown.plan]
    assert shown.plan.proxy == "socks5://127.0.0.1:1080"
    assert (shown.plan.helo, shown.plan.canary) == ("mail.example.net", "c.example")
    assert "secret" not in repr(shown)
    watched.session.fulfil(UseLine())
    shown = await watched.until(lambda shown: not shown.plan.proxy)
    assert (shown.plan.helo, shown.plan.canary) == (None, "")


async def test_a_trial_of_a_proxy_is_told(qloop):
    watched = Watched()
    watched.session.fulfil(TryProxy(PROXY))
    shown = await watched.until(_is_well)
    assert shown.proxy_trial is not None
    assert shown.proxy_trial.resolvers == (PROXY,)
    assert shown.resolver_trial is None


async def test_the_answer_about_the_name_is_kept(qloop):
    watched = Watched()
    watched.session.fulfil(UseHelo("mail.example.net"))
    shown = await watched.whole()
    assert shown.plan.helo == "mail.example.net"
    assert watched.keeper.kept.helo_asked
    watched.session.fulfil(UseHelo(""))
    assert (await watched.until(lambda shown: shown.plan.helo is None)).plan.helo is None


def _is_well(shown: Shown) -> bool:
    return shown.proxy_trial is not None and shown.proxy_trial.is_well
