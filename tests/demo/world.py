"""The demo's DNS without sockets, at a moment that stands still."""

from datetime import UTC, datetime

import dns.flags
import dns.message

from mxgui.demo.answers import reply
from mxgui.demo.contexts import Contexts
from mxgui.demo.domains import DOMAINS, HOSTS
from mxgui.demo.lookup import Lookup
from mxgui.demo.names import names_of_demo
from mxgui.demo.pins import Pins
from mxgui.demo.tables import Tables
from mxgui.demo.tree import zones_of_demo

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
CONTEXTS = Contexts(NOON)
PINS = Pins(CONTEXTS.authority, HOSTS)
LOOKUP = Lookup(Tables(names_of_demo(), zones_of_demo(DOMAINS), PINS.write), NOON)


def a_query(name: str, kind: str = "MX", *, cd: bool = False, **options) -> dns.message.Message:
    """A question; EDNS is used unless it is switched off, and DO is not set unless wanted."""
    query = dns.message.make_query(name, kind, **{"use_edns": 0, "payload": 1232, **options})
    if cd:
        query.flags |= dns.flags.CD
    return query


def asked(
    name: str, kind: str = "MX", elapsed: float = 0.0, limited: bool = False, **options
) -> dns.message.Message:
    """What the demo's resolver replies to a question, read back from the wire."""
    wire = reply(a_query(name, kind, **options).to_wire(), LOOKUP, elapsed, limited)
    assert wire is not None
    return dns.message.from_wire(wire)
