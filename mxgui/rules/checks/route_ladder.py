"""What preferences do and do not do: shares, ladders, relief that is none, backups that queue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Host
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.organisation import organisation_of
from mxgui.rules.place import places_of_hosts
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.tiers import usable_tiers


def _check_equal(case: Case) -> Iterator[Finding]:
    tiers = usable_tiers(case) if case.takes_advice else []
    if tiers and len(tiers[0][1]) > 1:
        preference, hosts = tiers[0]
        words = counted(
            "{n} exchange has preference {preference} and gets all of its mail",
            "{n} exchanges share preference {preference}: they share the mail, and any of them "
            "may get all of it",
            len(hosts),
            preference=str(preference),
        )
        yield Finding("ROUTE-EQUAL-SHARES", Severity.INFO, case.domain, words)


def _check_ladder(case: Case) -> Iterator[Finding]:
    ladders = _ladders(case) if case.takes_advice else {}
    if not ladders:
        return
    home = organisation_of(case.domain)
    owner = home if home in ladders else next(iter(ladders))
    words = text(
        "The preferences {preferences} make delivery no likelier than equal ones (exchanges of "
        "{owner})",
        preferences=tuple(map(str, ladders[owner])),
        owner=owner,
    )
    severity = Severity.NOTICE if owner == home else Severity.INFO
    yield Finding("ROUTE-LADDER", severity, case.domain, words)


def _ladders(case: Case) -> dict[str, list[int]]:
    """Give the organisations with exchanges at several preferences, and those preferences."""
    found: dict[str, list[int]] = {}
    tiers = usable_tiers(case)
    if len(tiers) < 2:
        return {}
    for preference, hosts in tiers:
        for owner in _owners(hosts):
            found.setdefault(owner, []).append(preference)
    return {owner: preferences for owner, preferences in found.items() if len(preferences) > 1}


def _check_overload(case: Case) -> Iterator[Finding]:
    tiers = usable_tiers(case) if case.takes_advice else []
    for preference, hosts in tiers[1:]:
        bond = _bond(case, tiers[0][1], hosts)
        if bond is not None:
            words = text(
                "Preference {preference} is no relief from overload: {bond}",
                preference=str(preference),
                bond=bond,
            )
            yield Finding("ROUTE-OVERLOAD-FALLBACK", Severity.NOTICE, case.domain, words)
            return


def _bond(case: Case, best: Sequence[Host], hosts: Sequence[Host]) -> Text | None:
    """Tell what the hosts of a worse tier have in common with the best, the closest bond alone."""
    if _addresses(best) & _addresses(hosts):
        return text("it leads to addresses of the best exchanges")
    if places_of_hosts(best) & places_of_hosts(hosts):
        return text("it stands in the network of the best exchanges")
    if organisation_of(case.domain) in _owners(best) & _owners(hosts):
        return text("it gets mail only once the best exchanges fail")
    return None


def _check_backup(case: Case) -> Iterator[Finding]:
    tiers = usable_tiers(case) if case.takes_advice else []
    if len(tiers) < 2:
        return
    home = _owners(tiers[0][1]) | {organisation_of(case.domain)}
    strangers = [
        host.name
        for _, hosts in tiers[1:]
        for host in hosts
        if organisation_of(host.name) not in home
    ]
    if strangers:
        words = counted(
            "{host} is a backup of another organisation: it usually only keeps the mail",
            "{n} backups are of another organisation, as {host}: they usually only keep the mail",
            len(strangers),
            host=strangers[0],
        )
        yield Finding("ROUTE-BACKUP-QUEUES", Severity.INFO, case.domain, words)


def _owners(hosts: Sequence[Host]) -> set[str]:
    return {organisation_of(host.name) for host in hosts}


def _addresses(hosts: Sequence[Host]) -> set[str]:
    return {own.address for host in hosts for own in host.addresses}


RULES = (
    Rule(
        id="ROUTE-LADDER",
        title=text("Different preferences make delivery no likelier"),
        why=text(
            "Senders go through the hosts one after the other until one takes the message, whether "
            "their preferences are equal or not: the numbers set the order of the tries and add "
            "none. The hosts with worse numbers stand idle meanwhile, so that a fault in them may "
            "go unseen until it matters."
        ),
        fix=text(
            "Give exchanges that are equally good the same preference: all of them share the load, "
            "and a fault in one is noticed at once. Keep a worse number only for a host that is "
            "meant to wait: with a slower line, or in another place."
        ),
        references=(rfc("5321", "5.1"),),
        check=_check_ladder,
    ),
    Rule(
        id="ROUTE-OVERLOAD-FALLBACK",
        title=text("A worse preference is no relief from overload"),
        why=text(
            "A worse preference gets mail only after the best hosts have failed. A crowded host "
            "that still greets keeps its senders, however slow it is, and one that does not is "
            "waited for first, up to five minutes for the greeting alone. So the fallback starts "
            "only once the overload has done its harm, and from the same place it is often hit by "
            "the same cause."
        ),
        fix=text(
            "Give these exchanges equal preferences: most senders then spread their mail over them "
            "from the first message on. Or put a load balancer that speaks SMTP before them. A "
            "worse preference is of use against an outage of a whole place, from another place."
        ),
        references=(rfc("5321", "5.1"), rfc("5321", "4.5.3.2.1")),
        check=_check_overload,
    ),
    Rule(
        id="ROUTE-EQUAL-SHARES",
        title=text("The best exchanges have equal preferences"),
        why=text(
            "The standard asks senders to shuffle them, which spreads the load without further "
            "means, and most do. OpenSMTPD, qmail and maddy do not: they follow the resolver, and "
            "spread their mail only if it changes the order of its answers. Haraka begins with one "
            "of the first two that it lists. All of them go on to another one when the first takes "
            "no connection."
        ),
        fix=text("Nothing is wrong. Let each of them be able to carry the load of all."),
        references=(rfc("5321", "5.1"),),
        check=_check_equal,
    ),
    Rule(
        id="ROUTE-BACKUP-QUEUES",
        title=text("A backup of another organisation"),
        why=text(
            "Such a host usually has no mailboxes: it keeps what it takes and passes it on by its "
            "own schedule, hours later perhaps, when the better hosts are back. While they work it "
            "is hardly used, so that its faults stay unseen; and what it takes and they refuse "
            "later comes back to people who may never have written."
        ),
        fix=text(
            "See that it knows the same recipients, checks as strictly, and tries again as often "
            "as you want. Senders keep mail for days by themselves: without a backup little is "
            "lost."
        ),
        references=(rfc("5321", "4.5.4"), rfc("5321", "6.1")),
        check=_check_backup,
    ),
)
