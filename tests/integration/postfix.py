"""Postfix as a receiving server: one instance, an smtpd of its own temper at each address."""

from __future__ import annotations

import os
from pathlib import Path

from tests.integration.calm import write_calm
from tests.integration.hosts import (
    HOST_DOMAIN,
    HOSTS,
    OLD_TLS,
    POSTSCREEN,
    SELF_SIGNED,
    SLOW,
    MailHost,
    Server,
)
from tests.integration.pem import Pems
from tests.integration.users import USERS

SLOW_GREETING = 3  # seconds
POSTSCREEN_WAIT = 2  # seconds between the first part of a greeting and the last

MAIN = """\
compatibility_level = 3.6
config_directory = {folder}
queue_directory = {folder}/queue
data_directory = {folder}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
shlib_directory = /usr/lib/postfix
meta_directory = /etc/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = /dev/stdout
mynetworks =
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
inet_interfaces = all
inet_protocols = all
myhostname = postfix.{domain}
smtp_tls_security_level = may
smtpd_peername_lookup = no
smtpd_delay_reject = no
smtpd_tls_security_level = may
smtpd_tls_loglevel = 1
smtpd_tls_chain_files = {good.key}, {good.certificate}
smtpd_relay_restrictions = reject
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
service_throttle_time = 1s
postscreen_greet_wait = {wait}s
postscreen_greet_ttl = 1s
postscreen_cache_map =
postscreen_greet_banner = postscreen.{domain} still checking
postscreen_dnsbl_sites =
"""

# service type private unpriv chroot wakeup maxproc command
MASTER = """\
postlog unix-dgram n - n - 1 postlogd
rewrite unix - - n - - trivial-rewrite
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
tlsmgr unix - - n 1000? 1 tlsmgr
cleanup unix n - n - 0 cleanup
dnsblog unix - - n - 0 dnsblog
tlsproxy unix - - n - 0 tlsproxy
smtpd pass - - n - - smtpd -o myhostname={greeter}
"""


def write_postfix(folder: Path, pems: Pems) -> list[str]:
    """Write the configuration of the instance; the command that starts it."""
    main = MAIN.format(folder=folder, domain=HOST_DOMAIN, good=pems.good, wait=POSTSCREEN_WAIT)
    write_calm(folder / "main.cf", main)
    lines = [_service(host, address, pems) for host in HOSTS for address in host.addresses]
    (folder / "master.cf").write_text(MASTER.format(greeter=POSTSCREEN.name) + "".join(lines))
    for name in ("queue", "data"):
        (folder / name).mkdir()
    os.chown(folder / "data", USERS["postfix"], USERS["postfix"])
    return ["postfix", "-c", str(folder), "start-fg"]


def _service(host: MailHost, address: str, pems: Pems) -> str:
    if host.server is not Server.POSTFIX:
        return ""
    where = f"[{address}]:25" if ":" in address else f"{address}:25"
    if host is POSTSCREEN:
        return f"{where} inet n - n - 1 postscreen -o myhostname={host.name}\n"
    options = "".join(f"\n  -o {each}" for each in _temper(host, pems))
    return f"{where} inet n - n - - smtpd -o myhostname={host.name}{options}\n"


def _temper(host: MailHost, pems: Pems) -> tuple[str, ...]:
    """How the smtpd of a host differs from the others."""
    if host is SELF_SIGNED:
        own = pems.self_signed
        return (f"smtpd_tls_chain_files={own.key},{own.certificate}",)
    if host is OLD_TLS:
        return ("smtpd_tls_protocols=TLSv1", "tls_medium_cipherlist=ALL:@SECLEVEL=0")
    if host is SLOW:
        return (f"smtpd_client_restrictions=sleep,{SLOW_GREETING}",)
    return ()
