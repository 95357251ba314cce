"""Help about what the window shows: what is probed, what cannot be seen from here, the marks."""

from __future__ import annotations

from datetime import timedelta

from mxgui.app.probing import MOST_ADDRESSES
from mxgui.model.text import text
from mxgui.net.limits import (
    CONNECTIONS,
    CONNECTIONS_NEAR,
    NEIGHBOURHOOD_4,
    NEIGHBOURHOOD_6,
    REUSE_SECONDS,
)
from mxgui.report.grade import Grade
from mxgui.routing.reach import State
from mxgui.rules.finding import Severity
from mxgui.rules.rule import rfc
from mxgui.ui.help_topics import Section, Topic
from mxgui.ui.looks import GRADE_LOOKS, SEVERITY_LOOKS, STATE_LOOKS

PROBING = Topic(
    "probing",
    text("What is probed, and what is not"),
    (
        Section(
            text("A knock at the door, never any mail"),
            (
                text(
                    "A probe does what a sender does first: it connects, waits for the greeting, "
                    "says EHLO, begins TLS if STARTTLS is offered, says EHLO again and QUIT. It "
                    "names no sender and no recipient, and it sends no message."
                ),
                text(
                    "So a good probe says that mail gets in, not that a certain message will be "
                    "taken: hosts refuse for the sender, the recipient or the content, and that "
                    "is seen with real mail only."
                ),
            ),
            references=(rfc("5321", "3.1"), rfc("5321", "3.2"), rfc("3207", "4")),
        ),
        Section(
            text("Good manners"),
            (
                text(
                    "At most {all} connections are open at once, {near} of them to one "
                    "neighbourhood (an IPv4 /{four} or an IPv6 /{six}), and one to an address.",
                    all=CONNECTIONS,
                    near=CONNECTIONS_NEAR,
                    four=NEIGHBOURHOOD_4,
                    six=NEIGHBOURHOOD_6,
                ),
                text(
                    "What an address said within the last {time} is not asked again, unless you "
                    "choose to probe again. Of one domain {most} addresses are probed at most.",
                    time=timedelta(seconds=REUSE_SECONDS),
                    most=MOST_ADDRESSES,
                ),
                text(
                    "Private addresses are not probed, so that nobody's DNS can send mxgui "
                    "through your own network."
                ),
            ),
        ),
        Section(
            text("Which addresses"),
            rows=(
                (
                    text("Every host"),
                    text("all of them, beginning with those that a sender would try first"),
                ),
                (
                    text("As a sender"),
                    text("one after the other, up to the first host that takes mail"),
                ),
                (text("DNS only"), text("none: no connection is made to any mail host")),
            ),
        ),
    ),
)
NOT_SEEN = Topic(
    "not seen",
    text("What cannot be seen from here"),
    (
        Section(
            text("Many lines block port 25"),
            (
                text(
                    "Mail between hosts goes to port 25. Lines at home, in hotels and at many "
                    "hosting firms let nothing out to it. From there every mail host is silent, "
                    "whatever its state is."
                ),
                text(
                    "Silence is therefore not called a failure before something has answered on "
                    "that port over the same family, IPv4 or IPv6, in this inspection or within "
                    "24 hours before it. Until then an address is marked “{unheard}”, and what "
                    "rests on it is “{unsure}”.",
                    unheard=STATE_LOOKS[State.UNHEARD].word,
                    unsure=SEVERITY_LOOKS[Severity.INCONCLUSIVE].word,
                ),
            ),
        ),
        Section(
            text("What to do"),
            (
                text(
                    "Look from another line: a server of your own from which mail can be sent is "
                    "the best place. The command line of mxgui needs no screen: mxgui inspect, "
                    "followed by the domain. A report that it saves as JSON holds all that it saw."
                ),
                text(
                    "Where this computer has no IPv6, the IPv6 addresses are not tried, and "
                    "nothing is said about them."
                ),
            ),
        ),
        Section(
            text("One place, one moment"),
            (
                text(
                    "A probe tells what this computer saw when it looked. Another sender can be "
                    "let in or kept out by its address, and can get other answers from DNS."
                ),
            ),
        ),
    ),
)
_STATES = {
    State.PENDING: text("its turn has not come"),
    State.RUNNING: text("a probe is under way"),
    State.OK: text("it greeted and took our EHLO or HELO: a sender would go on with its message"),
    State.TEMPORARY: text("it answered with “not now” (4xx): a sender comes back later"),
    State.FAILED: text("a sender gets no further here now, and turns to the next address"),
    State.UNHEARD: text("silence that may be our own line's: nothing is said about the host"),
    State.NOT_TRIED: text("it was not probed; the reason stands beside it"),
}
_SEVERITIES = {
    Severity.CRITICAL: text("no mail gets in, or none from a whole kind of senders"),
    Severity.ERROR: text("the first tier is lost, while a worse one works"),
    Severity.WARNING: text("redundancy or protection is lost"),
    Severity.NOTICE: text("it may do harm later"),
    Severity.INFO: text("good to know"),
    Severity.INCONCLUSIVE: text("it could be our own line, or it is not known what it leads to"),
}
_GRADES = {
    Grade.GOOD: text("mail flows, and nothing speaks against it"),
    Grade.UNSURE: text("mail flows; not all could be seen from here"),
    Grade.FLAWED: text("something is not as it should be, and costs no mail"),
    Grade.DEGRADED: text("mail flows, but something that ought to help does not"),
    Grade.BADLY_DEGRADED: text("mail flows, but the best way is lost"),
    Grade.NOT_FOR_ALL: text("mail flows from some senders and never from others"),
    Grade.DOWN: text("no host takes mail now: it waits at the senders"),
    Grade.BROKEN: text("senders return mail"),
    Grade.CLOSED: text("the domain says that it takes no mail"),
    Grade.HALF_CLOSED: text("it says so in a way that not all senders understand"),
    Grade.NOT_KNOWN: text("too little is known to say"),
    Grade.FAULTY: text("something is badly wrong; whether mail flows all the same is not known"),
}
MARKS = Topic(
    "marks",
    text("Marks and colours"),
    (
        Section(
            paragraphs=(
                text(
                    "Every mark has a shape, a word and a colour that belong together. Nothing is "
                    "told by its colour alone."
                ),
            ),
        ),
        Section(
            text("An address"),
            marks=tuple((STATE_LOOKS[state], words) for state, words in _STATES.items()),
        ),
        Section(
            text("The verdict on the domain"),
            marks=tuple((GRADE_LOOKS[grade], words) for grade, words in _GRADES.items()),
        ),
        Section(
            text("A finding"),
            (
                text(
                    "Its severity is what it leads to over the whole route: the same fault "
                    "weighs less where other hosts make up for it."
                ),
            ),
            marks=tuple((SEVERITY_LOOKS[one], words) for one, words in _SEVERITIES.items()),
        ),
        Section(
            text("The chips of a host"),
            (
                text(
                    "At most three, what is wrong first; +1 and the like stand for the rest. The "
                    "mouse over a chip tells what it means. Red: senders that look at this skip "
                    "the host."
                ),
            ),
            rows=(
                (text("TLS 1.3"), text("every address encrypts; with a padlock, verified as well")),
                (text("DANE"), text("a TLSA record matches what the host shows")),
                (text("STS"), text("the host fulfils the MTA-STS policy that is in force")),
                (text("cert 6 days"), text("the certificate ends so soon")),
            ),
        ),
        Section(
            text("The lines of the graph"),
            rows=(
                (text("Solid"), text("first attempts go this way; the wider, the more of them")),
                (text("Solid, thin"), text("from a host to its addresses")),
                (text("Dashed"), text("only after failure")),
                (text("Dashed, red"), text("seen to lead nowhere")),
                (text("Dotted"), text("not known, or not used")),
            ),
        ),
    ),
)
TOPICS: tuple[Topic, ...] = (PROBING, NOT_SEEN, MARKS)
