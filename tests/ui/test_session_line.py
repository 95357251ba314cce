"""How to knock is a setting of the inspections to come; a password is in none of what is shown."""

from dataclasses import replace
from typing import Any

from mxgui.model.event import Ended, Resumed
from mxgui.ui.action import Need
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import LookThrough, TryProxy, UseHelo, UseLine
from tests.builders import NOON
from tests.ui.watched import Watched

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


async def test_what_is_shown_can_be_looked_at_through_the_proxy_as_well(qloop):
    watched = Watched()
    asked: list[Any] = []

    async def look_again(proxy, known, emit):
        asked.append((proxy, known.entry.domain.ascii))
        emit(Resumed(replace(known.plan, proxy=proxy, also_direct=True), NOON))
        emit(Ended(NOON))
        return known

    watched.session.fulfil(LookThrough())  # there is nothing to look at yet
    watched.again = look_again
    await watched.whole()
    watched.session.fulfil(UseLine(proxy="socks5://127.0.0.1:1080"))
    watched.session.fulfil(LookThrough())
    shown = await watched.until(_is_seen_twice)
    assert asked == [("socks5://127.0.0.1:1080", "example.org")]
    assert not Need.SECOND.is_met(shown)


def _is_seen_twice(shown: Shown) -> bool:
    return shown.result is not None and shown.result.inspection.plan.also_direct
