"""The domains of the demo network: each shows one thing that a postmaster may meet.

Their hosts, with addresses and manners, are in `mxgui.demo.hosts`.
"""

from __future__ import annotations

from mxgui.demo.hosts import MANY
from mxgui.demo.zone import DemoDomain, Trouble
from mxgui.model.text import text

DOMAINS = (
    DemoDomain(
        "three-tiers.example",
        text("Three equal hosts share the mail; two worse tiers stand behind them."),
        mx="10 mx-a, 10 mx-b, 10 mx-c, 20 backup.relay.example., 50 last-resort",
    ),
    DemoDomain(
        "one-host.example",
        text("One host with one address takes all the mail."),
        mx="10 mail",
    ),
    DemoDomain(
        "half-dead.example",
        text("A dead address stands beside a live one, and the backup refuses connections."),
        mx="10 mx1, 10 mx2, 20 backup",
    ),
    DemoDomain(
        "first-dead.example",
        text("The best host refuses connections; all mail takes the second one."),
        mx="10 mx1, 20 mx2",
    ),
    DemoDomain(
        "all-dead.example",
        text("Every host refuses connections: senders queue."),
        mx="10 mx1, 20 mx2",
    ),
    DemoDomain("null-mx.example", text("A null MX: the domain takes no mail."), mx="0 ."),
    DemoDomain(
        "mixed-null.example",
        text("A null MX stands beside another record, and senders disagree on what that means."),
        mx="0 ., 10 mx",
    ),
    DemoDomain(
        "null-preference.example",
        text("A null MX with a preference other than 0."),
        mx="10 .",
    ),
    DemoDomain(
        "implicit.example",
        text("No MX record: mail goes to the domain's own addresses."),
    ),
    DemoDomain("nowhere.example", text("No MX record and no address: mail has nowhere to go.")),
    DemoDomain(
        "missing.example",
        text("The domain does not exist."),
        trouble=Trouble.MISSING,
    ),
    DemoDomain(
        "servfail.example",
        text("The resolver reaches no authoritative server and answers SERVFAIL."),
        trouble=Trouble.SERVFAIL,
    ),
    DemoDomain(
        "refused-question.example",
        text("The resolver refuses the question."),
        trouble=Trouble.REFUSED,
    ),
    DemoDomain(
        "no-answer.example",
        text("The resolver never answers this question."),
        trouble=Trouble.DROPPED,
    ),
    DemoDomain(
        "malformed.example",
        text("The resolver's answer is no DNS message."),
        trouble=Trouble.MALFORMED,
    ),
    DemoDomain(
        "moved.example",
        text("The domain is an alias; its MX records are those of another domain."),
        alias="one-host.example",
    ),
    DemoDomain(
        "alias-loop.example",
        text("The domain is an alias that leads back to itself."),
        alias="loop-back.example",
    ),
    DemoDomain(
        "alias.example",
        text("The exchange is an alias, which is outside the standard."),
        mx="10 mail",
    ),
    DemoDomain(
        "duplicate.example",
        text("One host is listed at two preferences."),
        mx="10 mx1, 10 mx2, 20 mx1",
    ),
    DemoDomain(
        "shared.example",
        text("Two exchanges share one address."),
        mx="10 mx1, 20 mx2",
    ),
    DemoDomain(
        "literal.example",
        text("An exchange is an IP address, written where a host name belongs."),
        mx="10 192.0.2.44., 20 mx",
    ),
    DemoDomain(
        "localhost.example",
        text("An exchange is localhost: senders would deliver to themselves."),
        mx="10 localhost., 20 mx",
    ),
    DemoDomain(
        "private.example",
        text("The best exchange has a private address, out of reach from the internet."),
        mx="10 inside, 20 mx",
    ),
    DemoDomain(
        "lost-target.example",
        text("The best exchange does not exist in DNS."),
        mx="10 gone, 20 mx",
    ),
    DemoDomain(
        "no-address.example",
        text("The only exchange exists, yet has no address."),
        mx="10 mx",
    ),
    DemoDomain(
        "broken-lookup.example",
        text("The address lookup of the best exchange fails."),
        mx="10 mx1, 20 mx2",
    ),
    DemoDomain(
        "slow.example",
        text("The best host greets after about four seconds, which it may."),
        mx="10 slow, 20 quick",
        ttl=300,
    ),
    DemoDomain(
        "silent.example",
        text("The best host accepts connections and never greets."),
        mx="10 mute, 20 mx",
    ),
    DemoDomain(
        "first-unanswered.example",
        text("Nothing answers at the best host's address; the backup answers."),
        mx="10 mx1, 20 mx2",
    ),
    DemoDomain(
        "unanswered.example",
        text("Nothing answers at any address: from here nobody can tell whose fault it is."),
        mx="10 mx1, 20 mx2",
    ),
    DemoDomain(
        "unreachable.example",
        text("The path itself says that the best host cannot be reached."),
        mx="10 mx1, 20 mx2",
    ),
    DemoDomain(
        "rejects.example",
        text("The only host greets with 554: it takes no mail."),
        mx="10 mx",
    ),
    DemoDomain(
        "temporary.example",
        text("The only host greets with 421: try again later."),
        mx="10 mx",
    ),
    DemoDomain(
        "hangs-up.example",
        text("The best host closes the connection instead of greeting."),
        mx="10 mx1, 20 mx2",
    ),
    DemoDomain(
        "not-smtp.example",
        text("What answers on the mail port of the only host is not SMTP."),
        mx="10 mx",
    ),
    DemoDomain(
        "helo-only.example",
        text("An old host that knows HELO only: no extensions, no encryption."),
        mx="10 mx",
    ),
    DemoDomain(
        "no-starttls.example",
        text("One of two equal hosts does not offer STARTTLS."),
        mx="10 mx1, 10 mx2",
    ),
    DemoDomain(
        "broken-starttls.example",
        text("One host takes STARTTLS back, another hangs up instead of the handshake."),
        mx="10 mx1, 10 mx2",
    ),
    DemoDomain(
        "self-signed.example",
        text("The only host shows a self-signed certificate, as many mail hosts do."),
        mx="10 mx",
    ),
    DemoDomain(
        "expired.example",
        text("The only host shows a certificate that is long out of date."),
        mx="10 mx",
    ),
    DemoDomain(
        "other-name.example",
        text("The certificate of the only host names another host."),
        mx="10 mx",
    ),
    DemoDomain(
        "ipv6-only.example",
        text("The only host has an IPv6 address and none of IPv4."),
        mx="10 mx",
    ),
    DemoDomain(
        "bücher.example",
        text("An international domain name, with exchanges inside it."),
        mx="10 postfach, 20 backup.relay.example.",
    ),
    DemoDomain(
        "hostile.example",
        text("The hosts send markup, control characters, and far too much: all is shown as text."),
        mx="10 mx1, 20 mx2",
    ),
    DemoDomain(
        "many.example",
        text("Forty exchanges in four tiers, with eighty addresses."),
        mx=", ".join(f"{preference} {name}." for preference, name in MANY),
    ),
)
