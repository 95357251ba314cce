"""What hosts say when they greet: their name, their software, odd letters, or a box's mask."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mxgui.model.smtp import Probe, Reply
from mxgui.model.text import text
from mxgui.routing.masked import is_masked
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.heard import greetings
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.trouble import cut, places_of

_MOST_TOLD = 6  # in one sentence
_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
_NAME = re.compile(
    rf"(?![0-9.]+\Z)(?:{_LABEL}\.)+{_LABEL}\.?|\[[0-9A-F:.]+\]|\[IPv6:[0-9A-F:.]+\]", re.IGNORECASE
)
_SOFTWARE = re.compile(
    r"\b(postfix|exim|sendmail|opensmtpd|qmail|haraka|stalwart|maddy|hmailserver|mdaemon"
    r"|mercury/?\d*|courier|zimbra|exchange|kerio connect|microsoft esmtp mail service"
    r"|icewarp|mailenable|surgemail|communigate pro|domino|groupwise|proftpd|axigen|james)\b"
    r"[^0-9]{0,20}(\d+(?:\.\d+)+)",
    re.IGNORECASE,
)
# How odd letters stand in replies: as escapes, or as they are where they print
_ODD = re.compile(r"\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}|[^\x20-\x7e]")


def _check_no_name(case: Case) -> Iterator[Finding]:
    for host, probes in greetings(case):
        nameless = [probe for probe in probes if _is_nameless(probe)]
        if nameless:
            words = text(
                "{host} greets at {places} without a host name: “{said}”",
                host=host.name,
                places=places_of(nameless),
                said=cut(_first_line(nameless[0].greeting)),
            )
            yield Finding("SMTP-BANNER-NO-NAME", Severity.NOTICE, host.name, words)


def _is_nameless(probe: Probe) -> bool:
    if probe.greeting is None or is_masked(probe):
        return False
    return not _NAME.fullmatch(probe.greeting.first_word)


def _check_software(case: Case) -> Iterator[Finding]:
    told: dict[str, str] = {}
    for host, probes in greetings(case):
        for probe in probes:
            found = _SOFTWARE.search(probe.greeting.text if probe.greeting else "")
            if found:
                told.setdefault(host.name, f"{found[1]} {found[2]}")
    if told:
        words = text(
            "Greetings name software and version: {software}",
            software=tuple(dict.fromkeys(told.values()))[:_MOST_TOLD],
        )
        yield Finding("SMTP-BANNER-SOFTWARE", Severity.INFO, case.domain, words)


def _check_control(case: Case) -> Iterator[Finding]:
    for host, probes in greetings(case):
        odd = [probe for probe in probes if any(map(_is_odd, _replies(probe)))]
        if odd:
            words = text(
                "{host} sends control characters or letters outside ASCII at {places}",
                host=host.name,
                places=places_of(odd),
            )
            yield Finding("SMTP-BANNER-CONTROL", Severity.NOTICE, host.name, words)


def _check_masked(case: Case) -> Iterator[Finding]:
    every = [probe for _, probes in greetings(case) for probe in probes]
    # If all that is heard from here is masked, the box may stand on our own line.
    is_theirs = any(not is_masked(probe) for probe in every)
    for host, probes in greetings(case):
        masked = [probe for probe in probes if is_masked(probe)]
        if masked:
            words = text(
                "A box on the path to {host} writes over what it says, at {places}",
                host=host.name,
                places=places_of(masked),
            )
            severity = Severity.WARNING if is_theirs else Severity.INCONCLUSIVE
            yield Finding("SMTP-MASKED", severity, host.name, words)


def _replies(probe: Probe) -> Iterator[str]:
    for reply in (probe.greeting, probe.ehlo, probe.ehlo_tls):
        if reply is not None:
            yield from reply.lines


def _is_odd(line: str) -> bool:
    return _ODD.search(line) is not None


def _first_line(reply: Reply | None) -> str:
    return reply.lines[0] if reply is not None and reply.lines else ""


RULES = (
    Rule(
        id="SMTP-MASKED",
        title=text("A box on the path writes over the conversation"),
        why=text(
            "Firewalls that inspect SMTP put asterisks over greetings and hide extensions that "
            "they do not know, STARTTLS among them: mail then goes in clear text, and who answers "
            "cannot be told."
        ),
        fix=text(
            "Switch the inspection of SMTP off in the firewall before the mail host (“no inspect "
            "esmtp”, “no fixup protocol smtp”). If every host looks like this from here, the box "
            "stands before this line."
        ),
        references=(rfc("3207", "6"),),
        check=_check_masked,
    ),
    Rule(
        id="SMTP-BANNER-NO-NAME",
        title=text("A greeting without a host name"),
        why=text(
            "The first word of a greeting is the host's full name. Senders and their operators "
            "know by it whom they have reached, and some see a loop in it when it is their own."
        ),
        fix=text("Let the mail server greet with the full name that its address leads back to."),
        references=(rfc("5321", "4.3.1"), rfc("5321", "4.2")),
        check=_check_no_name,
    ),
    Rule(
        id="SMTP-BANNER-CONTROL",
        title=text("Odd letters in replies"),
        why=text(
            "Replies are of printable ASCII. Other letters upset simple senders, and control "
            "characters can play tricks on the screens of those who read logs."
        ),
        fix=text("Look what the mail server, or a box before it, puts into its replies."),
        references=(rfc("5321", "2.4"), rfc("5321", "4.2")),
        check=_check_control,
    ),
    Rule(
        id="SMTP-BANNER-SOFTWARE",
        title=text("Greetings name software and version"),
        why=text(
            "That is allowed and helps to find faults. It also tells those who look for servers "
            "with known holes."
        ),
        fix=text("Nothing is wrong. Most mail servers let the version be left out."),
        references=(rfc("5321", "3.1"), rfc("5321", "7.5")),
        check=_check_software,
    ),
)
