"""By which further words a setting is looked for: those of other programs, and of the trade."""

from mxgui.model.text import text

SYNONYMS = {
    "resolvers": text("DNS server name server nameserver DoH DoT port 53"),
    "mode": text("mode scan connect hosts test"),
    "sender": text("profile mail server MTA Postfix Exim Gmail"),
    "family": text("family families IPv4 IPv6 protocol version"),
    "allow_private": text("local network LAN RFC 1918 127.0.0.1 targets"),
    "dns_wait": text("timeout patience seconds wait resolver"),
    "connect_wait": text("timeout patience seconds wait TCP"),
    "greeting_wait": text("timeout patience seconds wait banner"),
    "command_wait": text("timeout patience seconds wait response"),
    "helo": text("EHLO HELO hostname"),
    "proxy": text("SSH tunnel socks5 Tor"),
    "also_direct": text("vantage compare direct"),
    "canary": text("canary port 25 blocked firewall"),
    "scheme": text("theme colors dark mode light contrast appearance"),
    "motion": text("animation animations reduce"),
    "size": text("zoom scale fonts letters large"),
    "language": text("translation locale"),
    "domains": text("history recent remember privacy clear forget"),
}
