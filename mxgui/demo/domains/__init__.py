"""The domains of the demo network: each shows one thing that a postmaster may meet.

One file a group; the order here is the one in which they are offered.
"""

from mxgui.demo.domains import dane, dnssec, hosts, lookups, routes, sts, sts_records, tls
from mxgui.demo.hosts import DemoHost, host

DOMAINS = (
    *routes.DOMAINS,
    *hosts.DOMAINS,
    *tls.DOMAINS,
    *dane.DOMAINS,
    *sts.DOMAINS,
    *sts_records.DOMAINS,
    *dnssec.DOMAINS,
    *lookups.DOMAINS,
)
RELAY = host("backup.relay.example", "198.51.100.5 2001:db8:2::5")  # of a domain that is not shown
HOSTS: tuple[DemoHost, ...] = (*(host for domain in DOMAINS for host in domain.mail_hosts), RELAY)
