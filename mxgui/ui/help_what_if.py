"""Help about the what-if: what it answers, what it rests on, and what it is not."""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import SWITCHES
from mxgui.routing.sending.off_words import how_words
from mxgui.rules.rule import rfc
from mxgui.ui.help_topics import Section, Topic

WHAT_IF = Topic(
    "what if",
    text("What if a host is down"),
    (
        Section(
            text("A question before every maintenance"),
            (
                text(
                    "Switch off a tier, a host, an address, IPv4 or IPv6, a network or a zone, and "
                    "mxgui computes what a sender does with the mail then: who takes it, how long "
                    "it waits first, and whether it queues or bounces. No probe is made and no "
                    "mail is sent: it is a simulation by what is known of each kind of sender."
                ),
                text(
                    "In the panel, press the box of a part. On the graph, choose a part and press "
                    "Del or Ctrl+D, or open its menu with the right mouse button. By name: Ctrl+K, "
                    "and type what is to go off. Ctrl+Z takes the latest step back, Ctrl+Shift+Z "
                    "all of them."
                ),
            ),
        ),
        Section(
            text("How a part fails"),
            (text("How a host is down makes more of a difference than that it is."),),
            rows=(
                (how_words(SWITCHES["refused"]), text("at once: senders lose no time")),
                (how_words(SWITCHES["silent"]), text("each sender waits, from seconds to minutes")),
                (how_words(SWITCHES["421"]), text("“not now”: a sender goes on, or comes back")),
                (how_words(SWITCHES["554"]), text("“never”: some senders return the mail")),
                (
                    how_words(SWITCHES["tls"]),
                    text("some senders go on in the clear, others turn to the next host"),
                ),
            ),
            references=(rfc("5321", "4.5.3.2"), rfc("3207", "4.1")),
        ),
        Section(
            text("Where it starts"),
            (
                text(
                    "“As the records say” lets every part take mail that is not switched off. “As "
                    "probed just now” lets each address do what its probe saw; those that were not "
                    "heard from here count as up, and it is told how many these are."
                ),
                text(
                    "The shares on the graph are those of the sender that is chosen in the "
                    "toolbar: of the mail that a host takes, before and after. What is shown of "
                    "addresses that are not switched off is still what was probed."
                ),
            ),
        ),
        Section(
            text("As one of its own hosts sees it"),
            (
                text(
                    "A backup passes mail on by the same records, and never to itself or to hosts "
                    "of its own or a worse preference; otherwise mail would go round in circles. "
                    "“Seen by” shows what is left of the route for it."
                ),
            ),
            references=(rfc("5321", "5.1"),),
        ),
        Section(
            text("Never a measurement"),
            (
                text(
                    "As long as something is supposed a banner says so above the graph, in the "
                    "title of the window and in its last line. “Show as measured” brings the "
                    "picture of what was found back, and holds the what-if meanwhile. Verdict, "
                    "findings and reports always tell what was found, and so do the pictures that "
                    "are saved or copied."
                ),
            ),
        ),
    ),
)
TOPICS: tuple[Topic, ...] = (WHAT_IF,)
