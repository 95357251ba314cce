"""Help about the line that mxgui looks from: a blocked port, a way round it, its name."""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.rules.rule import rfc
from mxgui.ui.help_topics import Section, Topic

LINE = Topic(
    "line",
    text("When this line cannot reach the mail port"),
    (
        Section(
            text("Why nothing answers"),
            (
                text(
                    "Most lines at home and many at hosting firms let nothing out to port 25, to "
                    "keep spam in. Every mail host then looks silent, and is not. mxgui takes "
                    "silence for a host's own only when something answered on this port from here, "
                    "in this run or in the last 24 hours."
                ),
                text(
                    "To know for certain, name a host of yours that answers on the port: Inspect, "
                    "Greeting name. It is asked beside the hosts of each domain. Nobody else's "
                    "host is asked for that."
                ),
            ),
            references=(rfc("5321", "4.5.4.1"),),
        ),
    ),
)
VANTAGE = Topic(
    "vantage",
    text("Looking from elsewhere: proxies"),
    (
        Section(
            text("A way round a blocked port: ssh -D"),
            (
                text(
                    "Who can log in at a server that may use the port opens a proxy there: type "
                    "“ssh -D 1080 SERVER” in a terminal and leave it open. Then name "
                    "socks5://127.0.0.1:1080 under Inspect, Probe through a proxy. Connections to "
                    "mail hosts leave from that server; DNS is still asked from here."
                ),
                text(
                    "Times then mean “through the proxy”. OpenSSH tells no reason when a host "
                    "cannot be reached, so a refusal and silence look alike: the proxy gave no "
                    "answer. Other proxies tell."
                ),
                text(
                    "With “Probe from this line beside it” every address is seen from both sides, "
                    "and what one of them saw alive is alive. A result that is there already can "
                    "be looked at from the other side too: Inspect, Look from both sides."
                ),
            ),
            references=(rfc("1928"), rfc("1929")),
        ),
    ),
)
GREETING = Topic(
    "greeting",
    text("The name that mxgui greets by"),
    (
        Section(
            text("Yours, this computer's, or an address"),
            (
                text(
                    "A mail host wants to be greeted by a name that it can look up. mxgui gives "
                    "the one that you name; else this computer's own, if the Internet knows it; "
                    "else the address that the connection comes from, in brackets."
                ),
                text(
                    "Behind a proxy the hosts see an address that is not known here. Without a "
                    "name mxgui then gives the address that it would come from without the proxy: "
                    "name one, if a host minds: Inspect, Greeting name. Which name was given "
                    "stands beside the vantage below the verdict."
                ),
            ),
            references=(rfc("5321", "4.1.4"),),
        ),
    ),
)
TOPICS = (LINE, VANTAGE, GREETING)
