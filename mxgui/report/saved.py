"""An inspection out of a document that mxgui wrote: its JSON, or its HTML report."""

from __future__ import annotations

import re
from typing import Any

from mxgui.model.codec import CannotRead, load, read_json
from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer
from mxgui.model.text import Text, text
from mxgui.report.contract import FORMAT

# The largest inspection has some 64 exchanges with 64 addresses each; an answer has at most 200
# records. Who means ill makes more, over which a window would stand still.
MOST_FACTS = 20_000
MOST_RECORDS = 1_000
FACTS_ID = "mxgui-facts"
_FACTS = re.compile(
    rb'<script type="application/json" id="' + FACTS_ID.encode() + rb'">([^<]*)</script>'
)


def read_saved(data: bytes) -> Inspection:
    """Read a saved inspection; raises CannotRead with one sentence if there is none in it."""
    value = read_json(_json_in(data))
    if not isinstance(value, dict) or "facts" not in value:
        raise CannotRead(text("That is no saved inspection: it holds no facts."))
    if value.get("format") != FORMAT:
        raise CannotRead(_unknown_format(value.get("format")))
    inspection = load(value["facts"])
    if len(inspection.facts) > MOST_FACTS or _records_of(inspection) > MOST_RECORDS:
        raise CannotRead(text("It holds more than any inspection of mxgui has."))
    return inspection


def _records_of(inspection: Inspection) -> int:
    """How many records its longest answer has."""
    answers = (fact for fact in inspection.facts.values() if isinstance(fact, Answer))
    return max((len(answer.records) for answer in answers), default=0)


def _json_in(data: bytes) -> bytes:
    """The JSON itself, or the one inside the HTML report."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"<"):
        return start
    found = _FACTS.search(start)
    if found is None:
        raise CannotRead(text("That is a page, but not a report of mxgui: it holds no facts."))
    return found[1]


def _unknown_format(found: Any) -> Text:
    if isinstance(found, int) and found > FORMAT:
        return text("A newer mxgui wrote this file (format {n}): read it with that one.", n=found)
    return text("That is no saved inspection: it does not say that it has format {n}.", n=FORMAT)
