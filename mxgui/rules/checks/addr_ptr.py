"""The names of addresses: none, one that does not lead back, one of many, another than is said.

Receivers look at these when the host sends mail itself; what it takes in does not depend on them.
"""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.smtp import Outcome
from mxgui.model.text import Text, counted, text
from mxgui.routing.generic import is_generic
from mxgui.routing.reverse import Reverse, reverse_of
from mxgui.routing.route import Host
from mxgui.routing.standing import is_special
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc

_MOST_NAMED = 3  # addresses in one sentence, with their names; the details have all


def _check_none(case: Case) -> Iterator[Finding]:
    for host, found in _named(case):
        nameless = [address for address, reverse in found if reverse.names == ()]
        if nameless:
            words = counted(
                "An address of {host} has no name: {addresses}",
                "{n} addresses of {host} have no name: {addresses}",
                len(nameless),
                host=host.name,
                addresses=tuple(nameless),
            )
            yield Finding("ADDR-NO-PTR", Severity.NOTICE, host.name, words)


def _check_not_forward(case: Case) -> Iterator[Finding]:
    for host, found in _named(case):
        astray = [(address, own) for address, own in found if own.confirmed is False]
        if astray:
            words = counted(
                "The name of an address of {host} does not lead back: {pairs}",
                "The names of {n} addresses of {host} do not lead back: {pairs}",
                len(astray),
                host=host.name,
                pairs=_pairs(astray),
            )
            yield _finding("ADDR-PTR-NOT-FORWARD", host, words)


def _check_generic(case: Case) -> Iterator[Finding]:
    for host, found in _named(case):
        alike = [
            (address, own)
            for address, own in found
            if own.names and all(is_generic(name, address) for name in own.names)
        ]
        if alike:
            words = counted(
                "The name of an address of {host} looks like that of a dynamic line: {pairs}",
                "The names of {n} addresses of {host} look like those of dynamic lines: {pairs}",
                len(alike),
                host=host.name,
                pairs=_pairs(alike),
            )
            yield _finding("ADDR-PTR-GENERIC", host, words)


def _check_banner(case: Case) -> Iterator[Finding]:
    for host, found in _named(case):
        for address, own in found:
            said = _greeting_name(case, address)
            if said is None or not own.names or said in own.names:
                continue
            words = text(
                "{host} greets as {said} at {address}, which is called {name}",
                host=host.name,
                said=said,
                address=address,
                name=own.names[0],
            )
            yield Finding("ADDR-PTR-NE-BANNER", Severity.INFO, host.name, words)
            break  # once for a host is enough of what is only good to know


def _named(case: Case) -> Iterator[tuple[Host, list[tuple[str, Reverse]]]]:
    """Give each host with the names of its addresses; an address counts once, at its best place.

    While a host is being looked up nothing is told of those behind it: an address of theirs may
    turn out to be one of its own.
    """
    seen: set[str] = set()
    for host in case.hosts:
        own = [
            address.address
            for address in host.addresses
            if address.address not in seen and not is_special(case.inspection, address)
        ]
        seen.update(own)
        yield host, [(address, reverse_of(case.inspection, address)) for address in own]
        if case.is_looking_up(host):
            return


def _finding(finding_id: str, host: Host, words: Text) -> Finding:
    """Tell of a poor name; that the host greets by another is then no news."""
    includes = ("ADDR-PTR-NE-BANNER",)
    return Finding(finding_id, Severity.NOTICE, host.name, words, includes=includes)


def _pairs(found: list[tuple[str, Reverse]]) -> tuple[Text, ...]:
    told = [
        text("{address} ({name})", address=address, name=own.names[0])
        for address, own in found[:_MOST_NAMED]
        if own.names
    ]
    more = len(found) - _MOST_NAMED
    return (*told, text("{n} more", n=more)) if more > 0 else tuple(told)


def _greeting_name(case: Case, address: str) -> str | None:
    """The name that the host gave for itself, if it is one that could be in DNS."""
    probe = case.inspection.probe(address)
    if probe is None or probe.outcome is not Outcome.GREETED or probe.greeting is None:
        return None
    said = probe.greeting.first_word.lower().removesuffix(".")
    is_name = "." in said and all(letter.isalnum() or letter in "-._" for letter in said)
    return said if is_name else None


RULES = (
    Rule(
        id="ADDR-NO-PTR",
        title=text("An address of a mail host has no name"),
        why=text(
            "Every address that is reached from the Internet ought to have a name. Mail comes in "
            "all the same; but many receivers turn away what a nameless address sends, the host's "
            "own bounces too."
        ),
        fix=text(
            "Have whoever provides the address publish a PTR record with the host's name, and let "
            "that name lead to the address."
        ),
        references=(rfc("1912", "2.1"),),
        check=_check_none,
    ),
    Rule(
        id="ADDR-PTR-NOT-FORWARD",
        title=text("The name of an address does not lead back to it"),
        why=text(
            "Anybody can give an address any name; it counts if the name has the address. "
            "Receivers trust mail from such an address less, or refuse it."
        ),
        fix=text(
            "Let the name have the address in an A or AAAA record, or let the PTR record name a "
            "host that does."
        ),
        references=(rfc("1912", "2.1"), rfc("8601", "3")),
        check=_check_not_forward,
    ),
    Rule(
        id="ADDR-PTR-GENERIC",
        title=text("The name of an address looks like that of a dynamic line"),
        why=text(
            "The name holds the address itself or a word such as “dyn” or “dsl”, as providers call "
            "lines that change hands. Receivers that go by names refuse mail from it."
        ),
        fix=text(
            "Ask whoever provides the address for a name of its own, best that of the mail host."
        ),
        references=(rfc("1912", "2.1"),),
        check=_check_generic,
    ),
    Rule(
        id="ADDR-PTR-NE-BANNER",
        title=text("A mail host greets with another name than its address has"),
        why=text(
            "That is allowed and usual, where one machine has several names or several share one. "
            "It tells which machine answers."
        ),
        fix=text(
            "Nothing has to be done. If it is one machine, one name for it is easier to read."
        ),
        references=(rfc("5321", "4.3.1"), rfc("1912", "2.1")),
        check=_check_banner,
    ),
)
