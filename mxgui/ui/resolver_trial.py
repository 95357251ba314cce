"""What a trial of resolvers came to, in one sentence; no Qt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from mxgui.model.plan import Plan
from mxgui.model.records import Answer, Question, RecordType
from mxgui.model.resolver import BadResolver
from mxgui.model.text import Text, text
from mxgui.routing.labels import status_words
from mxgui.ui.shown import ResolverTrial

ALWAYS_THERE = "example.org"  # kept for examples (RFC 2606); asked for while no domain is shown


async def try_resolvers(
    ask: Callable[[Plan, Question], Awaitable[Answer]], plan: Plan, name: str
) -> ResolverTrial:
    """Ask the plan's resolvers for the MX records of a name, and tell how they did."""
    question = Question(name or ALWAYS_THERE, RecordType.MX)
    try:
        answer = await ask(plan, question)
    except BadResolver as bad:
        return ResolverTrial(plan.resolvers, bad.text)
    return ResolverTrial(plan.resolvers, words_of(answer), not answer.status.is_failure)


def words_of(answer: Answer) -> Text:
    """Which server answered, how soon, and what; or that none did."""
    took = timedelta(seconds=answer.took)
    question = str(answer.question)
    if not answer.attempts:
        return text("{question}: {words}", question=question, words=status_words(answer))
    last = answer.attempts[-1]
    if answer.status.is_failure:
        return text(
            "{server} over {transport}: {words} to {question}, after {took}.",
            server=last.server,
            transport=last.transport.value.upper(),
            words=status_words(answer),
            question=question,
            took=took,
        )
    return text(
        "{server} over {transport} answered {question} in {took}.",
        server=last.server,
        transport=last.transport.value.upper(),
        question=question,
        took=took,
    )
