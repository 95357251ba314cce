"""Commands to look for oneself, from one's own mail server: none of them sends mail.

Names come out of DNS, where anybody may write anything. So a command is made only of a name that
is letters, digits and hyphens, and of an address that is one.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from shlex import quote

from mxgui.model.policy import POLICY_PATH, policy_host, policy_record, report_record
from mxgui.model.text import Text, text
from mxgui.ui.dossier.section import Line, Section

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*\Z", re.IGNORECASE | re.ASCII)
_DEMO = text("These belong to the demo network: outside of this program they lead nowhere.")
_HINT = text("For a shell on your own mail server; none of these sends mail.")


def is_plain(name: str) -> bool:
    """Whether a name is letters, digits and hyphens, and no hyphen begins or ends a label."""
    return _NAME.match(name) is not None


def address_commands(host: str, address: str, port: int) -> tuple[Line, ...]:
    """To speak with one address, under TLS and without, and to ask for its name."""
    if not _is_address(address) or not is_plain(host):
        return ()
    end = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
    session = ("openssl", "s_client", "-starttls", "smtp", "-crlf", "-connect", end)
    return (
        _command(
            text("TLS and certificate; QUIT ends it"),
            *session,
            *(() if _is_address(host) else ("-servername", host)),
        ),
        _command(text("Greeting and EHLO; QUIT ends it"), "telnet", address, str(port)),
        _command(text("The name of the address"), "dig", "-x", address),
    )


def name_commands(name: str, *kinds: str) -> tuple[Line, ...]:
    """To ask DNS for records of a name."""
    if not is_plain(name) or _is_address(name):
        return ()
    return tuple(_command(_asks(kind), "dig", name, kind) for kind in kinds)


def tlsa_commands(host: str, port: int) -> tuple[Line, ...]:
    """To ask for the TLSA records of a host."""
    if not is_plain(host) or _is_address(host):
        return ()
    return (_command(_asks("TLSA"), "dig", f"_{port}._tcp.{host}", "TLSA"),)


def policy_commands(domain: str) -> tuple[Line, ...]:
    """To ask for what a domain says of encryption, and to fetch its policy, if it has one."""
    record, host, reports = policy_record(domain), policy_host(domain), report_record(domain)
    if not is_plain(domain) or _is_address(domain) or record is None or host is None:
        return ()
    lines = [_command(text("The record of MTA-STS"), "dig", record, "TXT")]
    if reports is not None:
        lines.append(_command(text("The record of TLS reporting"), "dig", reports, "TXT"))
    url = f"https://{host}{POLICY_PATH}"
    lines.append(_command(text("The policy, with the reply's headers"), "curl", "-si", url))
    return tuple(lines)


def by_hand_section(commands: tuple[Line, ...], *, demo: bool) -> Section:
    """The commands as the last section of a dossier."""
    return Section(text("To try by hand"), (Line(_DEMO if demo else _HINT), *commands))


def _asks(kind: str) -> Text:
    return text("{kind} records", kind=kind)


def _command(about: Text, *words: str) -> Line:
    return Line(" ".join(map(quote, words)), mono=True, about=about)


def _is_address(written: str) -> bool:
    try:
        ip_address(written)
    except ValueError:
        return False
    return "%" not in written  # a zone could be anything
