"""Encryption that stalls, that is of yesterday, or before which somebody put in words."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.smtp import Probe, Stage
from mxgui.model.text import Text, text
from mxgui.routing.route import Host
from mxgui.routing.verdict import STALLED
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure, failure_of
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.session import Session, alike, places, sessions_of
from mxgui.rules.trouble import Trouble, places_of, troubles_with

_OLD = {"SSLv3": "SSL 3", "TLSv1": "TLS 1.0", "TLSv1.1": "TLS 1.1"}


def _check_hangs(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.HANDSHAKE):
        waited = max(probe.took_for(Stage.HANDSHAKE) or 0.0 for probe in trouble.probes)
        words = _hangs(trouble, _family_alone(case, trouble.host))
        if waited < STALLED:
            yield Finding(trouble.failure.value, Severity.INCONCLUSIVE, trouble.host.name, words)
            continue
        lost = _loses_best_tier(case)
        yield Finding(
            trouble.failure.value,
            Severity.ERROR if lost else Severity.WARNING,
            trouble.host.name,
            words,
            provisional=case.is_open and not lost,
        )


def _loses_best_tier(case: Case) -> bool:
    """Whether no address of the best tier is left that takes mail without stalling first."""
    if case.is_open or case.best_tier is None:
        return False
    addresses = [own.address for host in case.best_tier.hosts for own in host.addresses]
    probes = [case.inspection.probe(address) for address in addresses]
    good = [probe for probe in probes if probe is not None and probe.delivers]
    return bool(good) and all(failure_of(probe) is Failure.HANDSHAKE for probe in good)


def _family_alone(case: Case, host: Host) -> int | None:
    """Give the family over which alone it stalls, while the other comes to encryption."""
    stalled, well = set(), set()
    for own in host.addresses:
        probe = case.inspection.probe(own.address)
        if probe is not None and failure_of(probe) is Failure.HANDSHAKE:
            stalled.add(own.family)
        elif probe is not None and probe.tls is not None:
            well.add(own.family)
    return stalled.pop() if len(stalled) == 1 and well and not stalled & well else None


def _hangs(trouble: Trouble, family: int | None) -> Text:
    host, addresses = trouble.host.name, trouble.places
    if family is not None:
        return text(
            "{host} stalls in the TLS handshake at {addresses}, over IPv{family} only: large "
            "packets may be lost on that path",
            host=host,
            addresses=addresses,
            family=family,
        )
    return text("{host} stalls in the TLS handshake at {addresses}", host=host, addresses=addresses)


def _check_injected(case: Case) -> Iterator[Finding]:
    for host in case.hosts:
        probes = [probe for probe in _probes(case, host) if _is_injected(probe)]
        if probes:
            words = text(
                "{host} sends plain words behind its reply to STARTTLS, at {addresses}",
                host=host.name,
                addresses=places_of(probes),
            )
            yield Finding(Failure.INJECTED.value, Severity.WARNING, host.name, words)


def _probes(case: Case, host: Host) -> Iterator[Probe]:
    """The ended probes that were meant for a host."""
    for own in host.addresses:
        probe = case.inspection.probe(own.address, host=host.name)
        if probe is not None and not probe.running and probe.target.host == host.name:
            yield probe


def _is_injected(probe: Probe) -> bool:
    return probe.injected or (probe.tls is not None and probe.tls.injected)


def _check_old(case: Case) -> Iterator[Finding]:
    for host, sessions in sessions_of(case):
        for version, same in alike(sessions, _old_version):
            words = text(
                "{host} knows {version} at best, at {addresses}",
                host=host.name,
                version=version,
                addresses=places(same),
            )
            yield Finding("TLS-OLD", Severity.WARNING, host.name, words)


def _old_version(session: Session) -> str | None:
    return _OLD.get(session.tls.version)


RULES = (
    Rule(
        id="TLS-HANDSHAKE-HANGS",
        title=text("The TLS handshake stalls"),
        why=text(
            "Senders wait for minutes before they give up, go on to the next address, or come back "
            "and deliver in clear text: mail is late. Over one family of addresses only, packets "
            "of full size are often lost on the way: think of the path MTU."
        ),
        fix=text(
            "Let ICMP “packet too big” and “fragmentation needed” through every firewall on the "
            "path, or lower the MTU or the TCP MSS where a tunnel begins. If it stalls over both "
            "families, the log of the mail server tells what it waits for."
        ),
        references=(rfc("3207", "4"), rfc("8201"), rfc("4890", "4.3.1")),
        check=_check_hangs,
    ),
    Rule(
        id="TLS-INJECTED",
        title=text("Plain words are sent as if they were encrypted"),
        why=text(
            "What comes behind the reply to STARTTLS and before the handshake is not protected. "
            "Senders that do not drop it can be fooled by whoever put it in; others break off."
        ),
        fix=text(
            "Bring the mail server up to date: it must send nothing after its reply to STARTTLS. "
            "If it does not, something on the path puts the words in."
        ),
        references=(rfc("3207", "6"), rfc("3207", "4.2")),
        check=_check_injected,
    ),
    Rule(
        id="TLS-OLD",
        title=text("Only old versions of TLS are spoken"),
        why=text(
            "TLS 1.0 and 1.1 are deprecated. Senders that no longer speak them deliver in clear "
            "text, and those that insist on encryption not at all."
        ),
        fix=text("Let the mail server speak TLS 1.2 and 1.3; it may need a newer TLS library."),
        references=(rfc("8996"), rfc("9325", "3.1.1")),
        check=_check_old,
    ),
)
