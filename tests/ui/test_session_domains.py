"""Several domains in one window: each with its own work, and none of it lost by looking away."""

import asyncio

from mxgui.model.text import text
from mxgui.ui.jobs import MOST
from mxgui.ui.runs import AT_ONCE
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import ResolverTrial, Stage
from mxgui.ui.wishes import (
    AskResolvers,
    Choose,
    Fold,
    FoldWorse,
    Inspect,
    OpenAll,
    Remove,
    Shuffle,
    Stop,
    StopAll,
    Switch,
    TryResolvers,
    UseScheme,
)
from tests.ui.watched import Watched


async def two_domains(watched: Watched) -> list[int]:
    """One domain that is done, and another that is looked at."""
    await watched.whole("one.example")
    shown = await watched.whole("two.example")
    return [each.number for each in shown.opened]


async def test_every_domain_goes_on_while_another_is_looked_at(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("one.example"))
    await watched.work.begun.wait()
    shown = await watched.whole("two.example")
    assert watched.work.cancelled == 0
    assert [each.name for each in shown.opened] == ["one.example", "two.example"]
    assert all(each.stage is Stage.ENDED for each in shown.opened)


async def test_switching_shows_the_other_domain_as_it_was_left(qloop):
    watched = Watched()
    first, second = await two_domains(watched)
    watched.session.fulfil(Switch(first))
    watched.session.fulfil(Choose("host 1"))
    watched.session.fulfil(Fold("tier 20", folded=True))
    left = await watched.until(lambda shown: shown.chosen == "host 1")
    watched.session.fulfil(Switch(second))
    other = await watched.until(lambda shown: shown.current == second)
    assert other.typed == "two.example"
    assert other.chosen is None
    assert not other.folded
    watched.session.fulfil(Switch(first))
    back = await watched.until(lambda shown: shown.current == first)
    assert back.result is left.result  # computed once
    assert (back.chosen, back.folded) == ("host 1", frozenset({"tier 20"}))


async def test_a_removed_domain_is_stopped_and_its_neighbour_shown(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("one.example"))
    watched.session.fulfil(Inspect("two.example"))
    await watched.work.begun.wait()
    shown = await watched.until(lambda shown: len(shown.opened) == 2)
    assert shown.current is not None
    watched.session.fulfil(Remove(shown.current))
    shown = await watched.until(lambda shown: len(shown.opened) == 1)
    assert shown.typed == "one.example"
    watched.session.fulfil(Remove(shown.opened[0].number))
    shown = await watched.until(lambda shown: not shown.opened)
    assert (shown.result, shown.current, shown.typed) == (None, None, "")
    await watched.session.close()
    assert watched.work.cancelled == 2


async def test_a_list_is_opened_and_what_is_too_much_at_once_waits(qloop):
    watched = Watched()
    names = [f"{n}.example" for n in range(AT_ONCE + 2)]
    watched.session.fulfil(OpenAll("\n".join(names)))
    shown = await watched.until(lambda shown: len(shown.opened) == len(names))
    stages = [each.stage for each in shown.opened]
    assert stages.count(Stage.WAITING) == 2
    assert len(watched.work.plans) == AT_ONCE
    watched.work.go_on.set()
    await watched.until(lambda shown: all(each.stage is Stage.ENDED for each in shown.opened))
    assert len(watched.work.plans) == len(names)


async def test_everything_can_be_stopped_at_once(qloop):
    watched = Watched()
    watched.session.fulfil(OpenAll("\n".join(f"{n}.example" for n in range(AT_ONCE + 1))))
    await watched.work.begun.wait()
    watched.session.fulfil(StopAll())
    stages = (Stage.STOPPED, Stage.NEVER_BEGUN)
    shown = await watched.until(
        lambda shown: bool(shown.opened) and all(each.stage in stages for each in shown.opened)
    )
    assert shown.opened[-1].stage is Stage.NEVER_BEGUN
    assert len(watched.work.plans) == AT_ONCE


async def test_stopping_stops_the_domain_that_is_looked_at_alone(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("one.example"))
    watched.session.fulfil(Inspect("two.example"))
    await watched.work.begun.wait()
    watched.session.fulfil(Stop())
    shown = await watched.until(
        lambda shown: bool(shown.opened) and shown.opened[-1].stage is Stage.STOPPED
    )
    assert shown.opened[0].stage is Stage.RUNNING
    await watched.session.close()


async def test_what_was_dropped_and_is_no_list_is_told(qloop):
    watched = Watched()
    watched.session.fulfil(OpenAll("there is nothing to be opened in this sentence"))
    shown = await watched.until(lambda shown: shown.note is not None)
    assert shown.note is not None
    assert shown.note.is_problem
    assert not shown.opened


async def test_lanes_are_folded_and_unfolded(qloop):
    watched = Watched()
    await watched.whole()
    watched.session.fulfil(FoldWorse(folded=True))
    shown = await watched.until(lambda shown: bool(shown.folded))
    assert shown.folded == {"tier 20"}
    assert shown.result is not None
    assert shown.result.folded == {"tier 20"}
    watched.session.fulfil(FoldWorse(folded=False))
    await watched.until(lambda shown: not shown.folded)


async def test_another_shuffle_has_another_seed_and_keeps_the_facts(qloop):
    watched = Watched()
    before = await watched.whole()
    watched.session.fulfil(Shuffle())
    shown = await watched.until(lambda shown: shown.result is not before.result)
    assert shown.result is not None
    assert before.result is not None
    assert shown.result.inspection.plan.seed == before.result.inspection.plan.seed + 1
    assert shown.result.inspection.facts is before.result.inspection.facts


async def test_colours_and_choices_are_remembered_and_domains_that_were_inspected(qloop):
    watched = Watched()
    watched.session.fulfil(UseScheme(Scheme.DARK))
    watched.session.fulfil(AskResolvers(("192.0.2.53",)))
    shown = await watched.whole("one.example")
    assert shown.scheme is Scheme.DARK
    shown = await watched.until(lambda shown: bool(shown.earlier))
    assert shown.earlier == ("one.example",)
    assert watched.keeper.settings.resolvers == ("192.0.2.53",)
    assert watched.work.plans[0].resolvers == ("192.0.2.53",)


async def test_domains_of_the_demo_network_are_not_remembered(qloop):
    watched = Watched()
    watched.session.change(is_demo=True)
    await watched.whole("three-tiers.example")
    assert watched.keeper.kept.domains == ()


async def test_resolvers_are_tried_with_the_domain_that_is_shown(qloop):
    watched = Watched()
    await watched.whole("one.example")
    watched.session.fulfil(TryResolvers(("192.0.2.53",)))
    shown = await watched.until(
        lambda shown: shown.resolver_trial is not None and shown.resolver_trial.words is not None
    )
    told = ResolverTrial(("192.0.2.53",), text("Answered."), is_well=True)
    assert shown.resolver_trial == told
    assert watched.trials == [("192.0.2.53", "one.example")]


async def test_the_age_of_a_result_goes_on_when_its_work_has_ended(qloop):
    watched = Watched()
    first = await watched.whole()
    later = await watched.until(lambda shown: shown.age > first.age)
    assert later.now == first.now
    assert later.result is first.result


async def test_domains_beyond_what_a_window_takes_are_told(qloop):
    watched = Watched()
    watched.session.fulfil(OpenAll("\n".join(f"{n}.example" for n in range(MOST - 1))))
    watched.session.fulfil(OpenAll("\n".join(f"more{n}.example" for n in range(3))))
    shown = await watched.until(lambda shown: shown.note is not None)
    assert shown.note is not None
    assert str(shown.note.words) == f"2 domains were not opened: a window takes {MOST}."
    await watched.session.close()


async def test_a_closed_session_draws_no_more(qloop):
    watched = Watched()
    await watched.whole()
    await watched.session.close()
    drawn = len(watched.drawn)
    watched.keeper.fulfil(UseScheme(Scheme.DARK))
    for _ in range(5):
        await asyncio.sleep(0.02)
    assert len(watched.drawn) == drawn
