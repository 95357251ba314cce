"""The canary: a host that the user knows to answer on the port, asked beside those of the domain.

It is none of the domain's hosts. If it is silent as they are, it is this line that does not get
there; if it answers, the port is open here and silence is the hosts' own.
"""

from __future__ import annotations

from mxgui.app.knocking import knock
from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.line import DIRECT
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Question, RecordType
from mxgui.model.smtp import Target


async def ask_canary(work: Work) -> None:
    """Knock at the canary, once over each family that it has; only from this line."""
    plan = work.known.plan
    if not plan.canary or plan.mode is ProbeMode.NONE or DIRECT not in plan.vantages:
        return
    async with Tasks() as tasks:
        for kind in (RecordType.AAAA, RecordType.A):
            tasks.create_task(_knock(work, Question(plan.canary, kind)))


async def _knock(work: Work, question: Question) -> None:
    # Not told: it is no answer about the domain
    answer = await work.network.ask(question, work.watch)
    for address in answer.addresses[:1]:
        target = Target(question.name, str(address), work.known.plan.port, own=True)
        await knock(work, target)
