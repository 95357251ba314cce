"""A trial of resolvers is told in one sentence."""

from dataclasses import replace

from mxgui.model.plan import Plan
from mxgui.model.records import Answer, Attempt, AttemptResult, Question, Status, Transport
from mxgui.model.resolver import BadResolver
from mxgui.model.text import text
from mxgui.ui.resolver_trial import ALWAYS_THERE, try_resolvers
from tests.builders import a_failed_answer, an_answer

PLAN = Plan(resolvers=("192.0.2.53",))
TRIED = (Attempt("192.0.2.53:53", Transport.UDP, AttemptResult.ANSWERED, 0.0, 0.012),)


def asking(answer: Answer, asked: list[Question]):
    async def ask(_plan: Plan, question: Question) -> Answer:
        asked.append(question)
        return answer

    return ask


async def test_a_resolver_that_answers_is_told_with_its_time():
    asked: list[Question] = []
    answer = replace(an_answer(records="10 mx.example"), attempts=TRIED, took=0.012)
    trial = await try_resolvers(asking(answer, asked), PLAN, "example.net")
    assert trial.is_well
    assert str(trial.words) == "192.0.2.53:53 over UDP answered example.org MX in 12 ms."
    assert asked[0].name == "example.net"


async def test_without_a_domain_one_is_asked_for_that_is_always_there():
    asked: list[Question] = []
    await try_resolvers(asking(an_answer(), asked), PLAN, "")
    assert asked[0].name == ALWAYS_THERE


async def test_a_name_that_does_not_exist_is_a_good_answer():
    answer = a_failed_answer(status=Status.NXDOMAIN, attempts=TRIED)
    assert (await try_resolvers(asking(answer, []), PLAN, "")).is_well


async def test_a_resolver_that_fails_is_told_with_what_it_said():
    answer = a_failed_answer(status=Status.REFUSED, attempts=TRIED, took=0.02)
    trial = await try_resolvers(asking(answer, []), PLAN, "")
    assert not trial.is_well
    assert "REFUSED" in str(trial.words)
    nobody = await try_resolvers(asking(a_failed_answer(status=Status.TIMEOUT), []), PLAN, "")
    assert "no answer" in str(nobody.words)


async def test_what_cannot_be_understood_is_told():
    async def ask(_plan: Plan, _question: Question) -> Answer:
        raise BadResolver(text("No such resolver."))

    trial = await try_resolvers(ask, PLAN, "")
    assert (str(trial.words), trial.is_well) == ("No such resolver.", False)
