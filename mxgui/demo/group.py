"""The groups in which the demo's domains are offered."""

from __future__ import annotations

from enum import Enum

from mxgui.model.text import Text, text


class Group(Enum):
    """What a domain is about, in the order in which a person may want to try it."""

    ROUTES = "routes"
    HOSTS = "hosts"
    TLS = "tls"
    DANE = "dane"
    STS = "sts"
    DNSSEC = "dnssec"
    DNS = "dns"

    @property
    def title(self) -> Text:
        """The words above the group."""
        return _TITLES[self]


_TITLES = {
    Group.ROUTES: text("Routes"),
    Group.HOSTS: text("Mail hosts"),
    Group.TLS: text("TLS"),
    Group.DANE: text("DANE"),
    Group.STS: text("MTA-STS and TLS reports"),
    Group.DNSSEC: text("DNSSEC"),
    Group.DNS: text("DNS"),
}
