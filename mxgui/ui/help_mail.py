"""Help about mail itself: how it finds its way, what happens in an outage, what a backup is for."""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.rules.rule import rfc
from mxgui.ui.help_topics import Section, Topic

ROUTE = Topic(
    "route",
    text("How mail finds its way"),
    (
        Section(
            text("From a domain to its mail hosts"),
            (
                text(
                    "A sender asks DNS for the MX records of the domain behind the @. Each record "
                    "names a mail host and a preference: the lower the number, the earlier the "
                    "host is tried."
                ),
                text(
                    "The hosts of one preference are a tier. A sender shuffles them, so that the "
                    "load is spread over them, and turns to the next tier only when those of the "
                    "better one have failed."
                ),
                text(
                    "A host can have several addresses; each of them is tried in turn. A sender "
                    "may limit how many addresses it tries for one message, but should try at "
                    "least two."
                ),
            ),
            references=(rfc("5321", "5.1"),),
        ),
        Section(
            text("A domain without MX records: the implicit MX"),
            (
                text(
                    "Where a domain exists and has no MX record, its own address stands in, as if "
                    "it were a mail host of preference 0."
                ),
                text(
                    "With a single MX record this is over: the domain's own address is then not "
                    "used any more, not even when none of the named hosts can be."
                ),
            ),
            references=(rfc("5321", "5.1"),),
        ),
        Section(
            text("A domain that takes no mail: the null MX"),
            (
                text(
                    "One MX record alone, with preference 0 and the exchange “.”, says that the "
                    "domain takes no mail. Senders then return a message at once, instead of "
                    "trying for days."
                ),
            ),
            references=(rfc("7505", "3"), rfc("7505", "4")),
        ),
        Section(
            text("When DNS gives no answer"),
            (
                text(
                    "“No such domain” is final: the message is returned. A lookup that fails is "
                    "not: the sender keeps the message and asks again later. mxgui keeps the two "
                    "apart in the same way."
                ),
            ),
            references=(rfc("5321", "5.1"),),
        ),
    ),
)
OUTAGE = Topic(
    "outage",
    text("When no host can be reached"),
    (
        Section(
            text("Mail waits at the senders"),
            (
                text(
                    "SMTP stores and forwards. A sender that reaches no host keeps the message in "
                    "its queue, and tries again on a schedule of its own."
                ),
                text(
                    "Two tries should lie at least 30 minutes apart, and a sender should not give "
                    "up before four to five days have passed. Many begin with shorter intervals "
                    "and make them longer and longer."
                ),
            ),
            references=(rfc("5321", "4.5.4.1"),),
        ),
        Section(
            text("Nobody tells a sender that a host is back"),
            (
                text(
                    "Each sender finds out by its next try. After an outage of an hour some mail "
                    "comes within minutes, and some only after hours, though the hosts work "
                    "again: that is no fault of theirs."
                ),
            ),
            references=(rfc("5321", "4.5.4.1"),),
        ),
        Section(
            text("Who answers for a message"),
            (
                text(
                    "With its “250” after the end of a message a host takes over the "
                    "responsibility: it delivers or passes on, or it reports that it could not. "
                    "The same goes for a backup host."
                ),
            ),
            references=(rfc("5321", "6.1"),),
        ),
    ),
)
BACKUP = Topic(
    "backup",
    text("What a backup MX is good for"),
    (
        Section(
            text("“Different preferences make delivery likelier.” They do not."),
            (
                text(
                    "A sender that keeps to RFC 5321 goes through the hosts one after the other "
                    "until one takes the message, whether their preferences are equal or not. "
                    "The numbers set the order of the tries; they add none."
                ),
                text(
                    "Two hosts at 10 and 10 are therefore as safe as two at 10 and 20. The equal "
                    "ones are both in use every day, so a fault in one of them is noticed before "
                    "it matters; a backup that nobody uses can be broken for months."
                ),
            ),
            references=(rfc("5321", "5.1"),),
        ),
        Section(
            text("“A backup helps against overload.” Hardly."),
            (
                text(
                    "A worse preference is used only after the better ones have failed. As long "
                    "as a crowded host still greets, senders stay with it, however slow it is, "
                    "and the backup has next to nothing to do."
                ),
                text(
                    "When it does not answer, each sender waits for it first: for the greeting "
                    "alone up to five minutes. Hosts of one preference share the load from the "
                    "first message on, since most senders shuffle them, and most of the others go "
                    "by resolvers that do."
                ),
                text(
                    "A backup that passes its mail on to the same crowded hosts takes no load off "
                    "them: it brings the same mail later."
                ),
            ),
            references=(rfc("5321", "5.1"), rfc("5321", "4.5.3.2.1")),
        ),
        Section(
            text("What it can do"),
            (
                text(
                    "A backup in another place keeps mail while all better hosts are down. The "
                    "message then waits at the backup instead of at its sender: in a queue whose "
                    "schedule and patience are yours to choose. Senders alone keep it for days as "
                    "well."
                ),
                text(
                    "It has to know the same recipients and check as strictly as the better "
                    "hosts do. Otherwise it answers for messages that they will refuse, and "
                    "returns them to people who never wrote them."
                ),
            ),
            references=(rfc("5321", "4.5.4.1"), rfc("5321", "6.1"), rfc("5321", "6.2")),
        ),
    ),
)
TLS = Topic(
    "tls",
    text("How connections are protected"),
    (
        Section(
            text("STARTTLS"),
            (
                text(
                    "A host that offers STARTTLS lets a sender turn the connection into an "
                    "encrypted one. Most senders take the offer where it is made and go on in the "
                    "clear where it is not, and most take any certificate: this keeps listeners "
                    "out, but does not prove who answers. Somebody on the path can remove the "
                    "offer."
                ),
            ),
            references=(rfc("3207", "4"), rfc("3207", "6")),
        ),
        Section(
            text("MTA-STS"),
            (
                text(
                    "A domain can publish a policy. In its mode “enforce”, senders that honour it "
                    "deliver only to hosts which the policy names, over TLS, and with a valid "
                    "certificate; otherwise the message waits. “MTA-STS and TLS reports” tells "
                    "more."
                ),
            ),
            references=(rfc("8461", "4"), rfc("8461", "5")),
        ),
        Section(
            text("DANE"),
            (
                text(
                    "A mail host can have TLSA records that say which certificate is right. If "
                    "DNSSEC protects them, senders that use DANE use the host only over TLS "
                    "and only with a certificate that fits. “DANE: the certificate that DNS "
                    "names” tells more."
                ),
            ),
            references=(rfc("7672", "2.2"),),
        ),
    ),
)
TOPICS = (ROUTE, OUTAGE, BACKUP, TLS)
