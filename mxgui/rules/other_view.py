"""Whether the resolver shows a view of its own: what it gives is not what the name servers give."""

from __future__ import annotations

from mxgui.model.records import RecordType
from mxgui.model.text import Text, text
from mxgui.routing.inside import own_view
from mxgui.rules.case import Case

_MOST_NAMED = 4  # hosts in one sentence


def other_view(case: Case) -> Text | None:
    """Tell in a sentence what the resolver has otherwise; None if nothing that was asked."""
    apart = own_view(case.inspection)
    if not apart:
        return None
    if any(question.type is RecordType.MX for question in apart):
        return text(
            "The resolver gives other MX records for {domain} than its name servers",
            domain=case.domain,
        )
    names = tuple(dict.fromkeys(question.name for question in apart))[:_MOST_NAMED]
    return text(
        "The resolver gives addresses of an inner network for {hosts}, its name servers others",
        hosts=names,
    )
