"""Help about trust: what a certificate, DNSSEC, DANE, MTA-STS and a zone's own servers tell."""

from __future__ import annotations

from mxgui.model.security import Dnssec
from mxgui.model.smtp import StartTls
from mxgui.model.text import text
from mxgui.rules.rule import rfc
from mxgui.ui.help_topics import Section, Topic
from mxgui.ui.looks import LOCK_LOOKS, TRUST_LOOKS

CERTIFICATES = Topic(
    "certificates",
    text("Certificates: padlock, path and days"),
    (
        Section(
            text("The padlock"),
            (
                text(
                    "It tells what the encryption to an address is worth. A host is asked by the "
                    "name under which a sender would look for it, and judged as of that moment."
                ),
            ),
            marks=(
                (
                    LOCK_LOOKS[StartTls.VERIFIED],
                    text("an authority that this computer trusts vouches for the host's name"),
                ),
                (
                    LOCK_LOOKS[StartTls.UNVERIFIED],
                    text("encrypted; what is wrong stands beside it, and most senders do not look"),
                ),
                (
                    LOCK_LOOKS[StartTls.FAILED],
                    text("STARTTLS is offered, and no encryption comes about"),
                ),
            ),
            references=(rfc("3207", "4"), rfc("6125", "6")),
        ),
        Section(
            text("The path, step by step"),
            (
                text(
                    "A path leads from the host's certificate over those between to a root that "
                    "is trusted. The step at which it breaks stands out: a certificate that is "
                    "out of date, weak, or not sent. Days are counted from the probe."
                ),
            ),
            references=(rfc("5280", "6.1"),),
        ),
    ),
)
DNSSEC = Topic(
    "dnssec",
    text("DNSSEC: what an answer is worth"),
    (
        Section(
            text("Validated here, from the root down"),
            (
                text(
                    "mxgui checks every signature itself, from the keys of the root over each "
                    "zone to the records. The resolver's own word, the flag ad, is shown and "
                    "counts for nothing. DNS answers have each step; the one that decides has a "
                    "heading of its own."
                ),
            ),
            marks=(
                (
                    TRUST_LOOKS[Dnssec.SECURE],
                    text("signed without a gap; that there is nothing can be signed too"),
                ),
                (
                    TRUST_LOOKS[Dnssec.INSECURE],
                    text("proved to lie where nothing is signed, as most domains do"),
                ),
                (
                    TRUST_LOOKS[Dnssec.BOGUS],
                    text("signed wrongly: senders that validate get no answer, others do"),
                ),
                (
                    TRUST_LOOKS[Dnssec.INDETERMINATE],
                    text("a key or a proof could not be had"),
                ),
            ),
            references=(rfc("4033", "5"), rfc("4035", "5")),
        ),
    ),
)
DANE = Topic(
    "dane",
    text("DANE: the certificate that DNS names"),
    (
        Section(
            text("How a sender decides"),
            (
                text(
                    "The details of an address have the decision in numbered steps. TLSA records "
                    "count only if they and the addresses of the host are secure by DNSSEC. Then "
                    "the session has to be encrypted, and one record has to match."
                ),
                text(
                    "A sender that uses DANE skips a host that does not match, does not encrypt, "
                    "or whose TLSA records cannot be looked up. Others deliver as ever: that is "
                    "the verdict “Not for all”."
                ),
            ),
            references=(rfc("7672", "2.1"), rfc("7672", "2.2")),
        ),
        Section(
            text("The records"),
            (
                text(
                    "Each TLSA record has its own result; the one that decides stands out. A "
                    "record that does not match is no harm beside one that does: it may be of the "
                    "next key. Of two records of a kind the one with the stronger digest counts "
                    "alone."
                ),
            ),
            rows=(
                ("3 1 1", text("the host's own key; name and dates of the certificate are free")),
                ("3 0 1", text("the host's own certificate: the record changes with it")),
                ("2 1 1", text("the authority above it; name and dates have to be right")),
                ("0, 1", text("not used for mail")),
            ),
            references=(rfc("7672", "3.1"), rfc("7671", "8.1"), rfc("7671", "9")),
        ),
    ),
)
STS = Topic(
    "sts",
    text("MTA-STS and TLS reports"),
    (
        Section(
            text("Step by step, up to where a sender stops"),
            (
                text(
                    "A record in DNS announces a policy; a web server of the domain has it, under "
                    "a certificate that has to be good; the policy names the hosts. Each of them "
                    "has to encrypt, with a certificate that is trusted and for its name."
                ),
            ),
            rows=(
                (text("mode: enforce"), text("senders that honour it skip a host that fails")),
                (text("mode: testing"), text("failures are reported, and mail is delivered")),
                (text("mode: none"), text("the domain takes its leave of MTA-STS")),
            ),
            references=(rfc("8461", "3"), rfc("8461", "4"), rfc("8461", "5")),
        ),
        Section(
            text("TLS reports"),
            (
                text(
                    "A second record tells where senders may report how encryption went, for "
                    "DANE as well as for MTA-STS. mxgui reads it and sends nothing."
                ),
            ),
            references=(rfc("8460", "3"),),
        ),
    ),
)
ZONES = Topic(
    "zones",
    text("Name servers: do they agree?"),
    (
        Section(
            text("Behind the resolver"),
            (
                text(
                    "A resolver answers out of its store, from whichever server of a zone it "
                    "asked. The panel Servers asks each of them: one that missed a change, knows "
                    "nothing of the zone, or does not answer is marked by a sign and a word."
                ),
                text(
                    "The zone above has its own list of the servers and their addresses. Where "
                    "that differs, resolvers begin at the wrong place."
                ),
            ),
            references=(rfc("1034", "4.2.2"), rfc("1912", "2.8")),
        ),
    ),
)
TOPICS = (CERTIFICATES, DNSSEC, DANE, STS, ZONES)
