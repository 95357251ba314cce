"""An inspection out of a document that mxgui wrote: its JSON, or its HTML report."""

from __future__ import annotations

import re
from typing import Any

from mxgui.model.codec import CannotRead, load, read_json
from mxgui.model.inspection import Inspection
from mxgui.model.text import Text, text
from mxgui.report.contract import FORMAT

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
    return load(value["facts"])


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
