"""Exim as a receiving server: one daemon that behaves by the address it was reached at."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from tests.integration.hosts import (
    BROKEN_TLS,
    CROWD,
    DEFERS,
    HOSTS,
    NO_HELLO,
    PLAIN,
    REJECTS,
    SILENT,
    SILENT_TOO,
    MailHost,
    Server,
    addresses_with,
)
from tests.integration.pem import Pems
from tests.integration.users import USERS

CONFIG = """\
exim_user = Debian-exim
exim_group = Debian-exim
spool_directory = {folder}/spool
log_file_path = {folder}/exim-%slog
pid_file_path = {folder}/exim.pid
primary_hostname = exim.host.example
local_interfaces = <; {interfaces}
daemon_smtp_ports = 25
tls_on_connect_ports =
smtp_accept_max = 0
smtp_banner = {banner}
smtp_active_hostname = {names}
host_lookup =
rfc1413_hosts =
keep_environment =
tls_advertise_hosts = ${{if eq{{$received_ip_address}}{{{plain}}}{{}}{{*}}}}
tls_certificate = \\
  ${{if eq{{$received_ip_address}}{{{broken}}}{{/nonexistent}}{{{pem.certificate}}}}}
tls_privatekey = {pem.key}
smtp_enforce_sync = true
acl_smtp_connect = check_connect
acl_smtp_helo = check_helo

begin acl

check_connect:
  deny condition = ${{if eq{{$received_ip_address}}{{{rejects}}}}}
       message = 554 5.7.1 no mail for you
  defer condition = ${{if eq{{$received_ip_address}}{{{defers}}}}}
        message = 421 4.3.2 come back later
  accept condition = ${{if or{{{silences}}}}}
         delay = 1h
  accept

check_helo:
  deny condition = ${{if eq{{$received_ip_address}}{{{no_hello}}}}}
       message = 550 5.7.1 not a word with you
  accept
"""


def write_exim(folder: Path, pems: Pems) -> list[str]:
    """Write the configuration of the daemon; the command that starts it."""
    silent = (*SILENT.addresses, *SILENT_TOO.addresses, *CROWD.addresses)
    text = CONFIG.format(
        folder=folder,
        pem=pems.good,
        interfaces=" ; ".join(addresses_with(Server.EXIM)),
        banner="$smtp_active_hostname ESMTP Exim $version_number",
        names=_by_address({host: host.name for host in HOSTS if host.server is Server.EXIM}),
        silences="".join(f"{{eq{{$received_ip_address}}{{{each}}}}}" for each in silent),
        plain=_only(PLAIN),
        broken=_only(BROKEN_TLS),
        rejects=_only(REJECTS),
        defers=_only(DEFERS),
        no_hello=_only(NO_HELLO),
    )
    path = folder / "exim.conf"
    path.write_text(text)
    os.chown(folder, USERS["Debian-exim"], USERS["Debian-exim"])  # it writes its logs there
    return [
        "exim4",
        "-C",
        str(path),
        "-bdf",
        "-oX",
        "<; " + " ; ".join(addresses_with(Server.EXIM)),
    ]


def _only(host: MailHost) -> str:
    (address,) = host.addresses
    return address


def _by_address(values: Mapping[MailHost, str]) -> str:
    """An Exim expansion that gives each host's value at each of its addresses."""
    chosen = "exim.host.example"
    for host, value in values.items():
        for address in host.addresses:
            chosen = f"${{if eq{{$received_ip_address}}{{{address}}}{{{value}}}{{{chosen}}}}}"
    return chosen
