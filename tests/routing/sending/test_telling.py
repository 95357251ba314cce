"""One sentence tells what a what-if comes to, and every word of it is true."""

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.route import route_of
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.supposing import baseline
from mxgui.routing.sending.telling import sentence_of
from tests.builders import an_inspection
from tests.routing.sending.supposed import NAMES, a_what_if, nordlys, simulated

A, B, C = (f"mx-{letter}.nordlys.example" for letter in "abc")
BACKUP = "backup.relay.example"
BOTH = "at Postfix and Exim"
FIRST = "where only the first message pays"
STORES = f"goes to {BACKUP}, which only stores it if it is a mere relay"


def told(known, what_if, names=NAMES) -> str:
    before = simulated(known, baseline(what_if), names)
    return str(sentence_of(simulated(known, what_if, names), route_of(known), before))


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (
            f"{A}:silent",
            "With mx-a silent, two messages of three are not delayed; "
            f"the third waits 30 s at Postfix, 5 min at Exim, {FIRST}.",
        ),
        (
            f"{A}:silent {B}:silent",
            "With mx-a and mx-b silent, one message of three is not delayed; "
            f"the others wait 30 s to 1 min at Postfix, 5 min to 10 min at Exim, {FIRST}.",
        ),
        (A, f"With mx-a refusing connections, no message is delayed {BOTH}."),
        (
            f"{A}:554 {B}:421",
            f"With mx-a answering 554 and mx-b answering 421, no message is delayed {BOTH}.",
        ),
        (
            "preference=10:silent",
            "With all of preference 10 silent, every message waits 1 min 30 s at Postfix, "
            f"15 min at Exim, {FIRST}, and all mail {STORES}.",
        ),
        (
            "preference=10",
            "With all of preference 10 refusing connections, "
            f"no message is delayed {BOTH}, and all mail {STORES}.",
        ),
        (
            f"{BACKUP}:silent",
            f"With backup silent, nothing changes: no message is delayed {BOTH}.",
        ),
        (
            "ipv6:silent",
            f"With everything over IPv6 silent, nothing changes: no message is delayed {BOTH}.",
        ),
        ("ipv4:silent", f"With everything over IPv4 silent, mail queues {BOTH}."),
        (
            "ipv4:554",
            "With everything over IPv4 answering 554, "
            "mail queues at Postfix; mail bounces at Exim.",
        ),
        (
            "198.51.100.0/24:421 zone=relay.example:421",
            "With everything in 198.51.100.0/24 and every host of relay.example answering 421, "
            f"mail queues {BOTH}.",
        ),
        (
            f"{A}:tls",
            "With STARTTLS broken at mx-a, no message is delayed at Postfix; "
            "no message is delayed at Exim, and one message of three goes in the clear.",
        ),
        (
            "ipv4:tls",
            "With STARTTLS broken over IPv4, mail queues at Postfix; "
            "no message is delayed at Exim, and all mail goes in the clear.",
        ),
        (
            f"{A} {B} {C} 203.0.113.5 ipv6",
            f"With 5 parts switched off, mail queues {BOTH}.",
        ),
    ],
)
def test_what_is_switched_off_is_told_with_what_it_comes_to(written, wanted):
    assert told(nordlys(), a_what_if(written)) == wanted


def test_some_mail_may_bounce_and_the_rest_queue():
    known = an_inspection(mx=f"10 {A}, 10 {B}, 10 {C}", hosts={A: "192.0.2.1", B: "192.0.2.2"})
    assert told(known, a_what_if(f"{A}:554 {B}:421"), ("exim",)) == (
        "With mx-a answering 554 and mx-b answering 421, "
        "one message of two bounces at Exim, and the rest queues."
    )


def test_where_a_sender_stops_early_some_mail_queues_and_the_rest_is_delivered():
    known = an_inspection(
        mx="10 a.example.org, 20 b.example.org",
        hosts={"a.example.org": " ".join(f"192.0.2.{n}" for n in range(1, 7)), "b.example.org": ""},
    )
    sentence = told(known, a_what_if(" ".join(f"192.0.2.{n}" for n in range(1, 6))), ("postfix",))
    assert sentence == (
        "With 5 parts switched off, one message of six queues at Postfix, "
        "and the rest is delivered."
    )


@pytest.mark.parametrize(
    ("what_if", "wanted"),
    [
        (a_what_if(), f"As the records say, nothing changes: no message is delayed {BOTH}."),
        (a_what_if(as_probed=True), f"As probed, mail queues {BOTH}."),
        (
            a_what_if(own=BACKUP),
            f"As seen by {BACKUP}, nothing changes: no message is delayed {BOTH}.",
        ),
        (
            a_what_if("preference=10:silent", own=BACKUP),
            f"As seen by {BACKUP}, with all of preference 10 silent, mail queues {BOTH}.",
        ),
        (
            a_what_if(A, own=BACKUP, as_probed=True),
            f"As seen by {BACKUP} and as probed, with mx-a refusing connections, "
            f"nothing changes: mail queues {BOTH}.",
        ),
        (
            a_what_if(own=A),
            f"As seen by {A}, mail bounces at Postfix: the sender is itself the best exchange; "
            "mail queues at Exim: the sender is itself the best exchange.",
        ),
    ],
)
def test_the_beginning_and_the_place_are_told_first(what_if, wanted):
    dead = dict.fromkeys(("198.51.100.11", "198.51.100.12", "198.51.100.13"), Outcome.REFUSED)
    known = nordlys(probes={**dead, "203.0.113.5": Outcome.REFUSED})
    assert told(known, what_if) == wanted


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({"mx": "0 ."}, f"mail bounces {BOTH}: the domain says that it takes no mail."),
        ({"mx": Status.SERVFAIL}, f"mail queues {BOTH}: DNS gave no answer."),
        ({"mx": Status.NXDOMAIN}, f"mail bounces {BOTH}: the domain does not exist."),
        (
            {"mx": "10 a.example.org", "hosts": {"a.example.org": ""}},
            f"mail bounces {BOTH}: no exchange has an address that can be used.",
        ),
        (
            {"mx": "", "hosts": {"example.org": ""}},
            f"mail bounces {BOTH}: the domain has neither MX records nor an address.",
        ),
        ({"mx": "", "hosts": {"example.org": "192.0.2.1"}}, f"mail queues {BOTH}."),
    ],
)
def test_a_route_that_leads_nowhere_is_told_whatever_is_switched_off(facts, wanted):
    sentence = told(an_inspection(**facts), a_what_if("ipv4:silent"))
    assert (
        sentence.removeprefix("With everything over IPv4 silent, ").removeprefix(
            "nothing changes: "
        )
        == wanted
    )


def test_a_null_mx_beside_others_is_told_as_each_sender_takes_it():
    known = an_inspection(mx="0 ., 10 a.example.org", hosts={"a.example.org": "192.0.2.1"})
    assert told(known, a_what_if("a.example.org:silent")) == (
        "With a.example.org silent, mail bounces at Postfix: "
        "the domain says that it takes no mail; mail queues at Exim."
    )


def test_a_wait_that_no_source_settles_is_told_as_assumed():
    assert told(nordlys(), a_what_if(f"{A}:silent"), ("rfc5321",)) == (
        "With mx-a silent, two messages of three are not delayed; "
        "the third waits 2 min (assumed) at a sender by RFC 5321."
    )


@pytest.mark.parametrize("sender", SENDERS, ids=lambda each: each.id)
@pytest.mark.parametrize("written", ["", f"{A}:silent", "ipv4:554", "ipv4:tls", "preference=10"])
def test_every_sender_is_named_in_a_sentence_about_it(sender, written):
    sentence = told(nordlys(), a_what_if(written), (sender.id,))
    assert sender.title in sentence
    assert sentence.endswith(".")
