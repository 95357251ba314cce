"""Help about planned routes: what is planned, what is looked at, and what nobody can tell yet."""

from __future__ import annotations

from mxgui.model.planned import MOST
from mxgui.model.text import text
from mxgui.rules.rule import rfc
from mxgui.ui.help_topics import Section, Topic

PLANNED = Topic(
    "planned route",
    text("Planned routes"),
    (
        Section(
            text("MX records before they are published"),
            (
                text(
                    "“Edit route” begins with the records that DNS has. Add hosts, take some out, "
                    "give them other preferences: by typing in a cell, by dragging a host to "
                    "another tier, or with the keys. “Show this route” then follows your records "
                    "as if they were published. New hosts are looked up and probed; what is known "
                    "already is not asked again, also on the way back. Nothing is changed in DNS."
                ),
                text(
                    "A host “.” at preference 0, alone, is a null MX: the domain takes no mail. Of "
                    "one domain {most} records can be planned at most.",
                    most=MOST,
                ),
            ),
            references=(rfc("5321", "5.1"), rfc("7505", "3")),
        ),
        Section(
            text("Keys of the editor"),
            rows=(
                (text("Insert"), text("add a host to the chosen tier")),
                (text("Delete"), text("take the chosen record out")),
                (text("Enter, F2"), text("type in the chosen cell; Tab goes to the one beside it")),
                (
                    text("Alt+Up, Alt+Down"),
                    text(
                        "move the host to the tier before or behind; at the end to one of its own"
                    ),
                ),
                (text("Escape"), text("while a host is dragged: leave it where it was")),
            ),
        ),
        Section(
            text("It never looks published"),
            (
                text(
                    "As long as records are planned, the strip above the graph, the headline, the "
                    "card of the domain, the list of domains, the window's title, every saved "
                    "report and its JSON say so. A saved inspection keeps the plan."
                ),
                text(
                    "“Compare” puts the plan beside what is published: records that come, go or "
                    "move, the verdict on both, what is found with one of them alone, and how "
                    "often each host is tried first."
                ),
            ),
        ),
        Section(
            text("What nobody can tell of a plan"),
            (
                text(
                    "Planned records have no TTL, no name server has them, and nobody has signed "
                    "them. What depends on that is not judged. DANE is judged host by host, by "
                    "what each host has; whether senders must keep to it depends on the MX "
                    "records too, which are secure only if your zone is signed when you publish."
                ),
            ),
            references=(rfc("7672", "2.2.1"),),
        ),
    ),
)
