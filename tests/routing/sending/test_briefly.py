"""A banner tells in a line what is supposed, that it is not measured, and where mail goes."""

import pytest

from mxgui.model.records import Status
from mxgui.routing.route import route_of
from mxgui.routing.sending.briefly import banner_of
from tests.builders import an_inspection
from tests.routing.sending.supposed import MX, a_what_if, nordlys, simulated

A, B, C = (f"mx-{letter}.nordlys.example" for letter in "abc")
BACKUP = "backup.relay.example"


def told(known, what_if, name="postfix") -> str:
    (simulation,) = simulated(known, what_if, (name,))
    return str(banner_of(simulation, route_of(known)))


@pytest.mark.parametrize(
    ("written", "state", "result"),
    [
        (
            f"{A}:silent",
            "mx-a is silent",
            "Mail flows to mx-b and mx-c, half each; one message of three waits first",
        ),
        (f"{A} {B}", "mx-a and mx-b refuse connections", "All mail goes to mx-c; no message waits"),
        (
            "preference=10:silent",
            "all of preference 10 is silent",
            f"All mail goes to the backup host {BACKUP}; every message waits first, 1 min 30 s",
        ),
        ("ipv4:421", "everything over IPv4 answers 421", "Mail queues: no host takes it"),
        (
            f"{BACKUP}:554",
            "backup answers 554",
            "Mail flows to mx-a, mx-b and mx-c, a third each; no message waits",
        ),
        (
            f"{A}:tls {B}:silent",
            "STARTTLS is broken at mx-a and mx-b is silent",
            "All mail goes to mx-c; one message of two waits first",
        ),
    ],
)
def test_the_state_and_the_result_are_told(written, state, result):
    wanted = f"Simulation: {state}. Not measured. {result}."
    known = nordlys()
    banner = told(known, a_what_if(written))
    assert banner == wanted


def test_encryption_that_breaks_lets_some_senders_go_on_in_the_clear():
    banner = told(nordlys(mx=MX), a_what_if("ipv4:tls"), "exim")
    assert banner.endswith("no message waits, all mail goes in the clear.")


def test_mail_that_bounces_is_told_beside_mail_that_queues():
    known = an_inspection(mx=f"10 {A}, 10 {B}", hosts={A: "192.0.2.1", B: "192.0.2.2"})
    banner = told(known, a_what_if(f"{A}:554 {B}:421"), "exim")
    assert "No host takes mail: one message of two bounces, the rest queues." in banner
    banner = told(known, a_what_if("ipv4:554"), "exim")
    assert "Mail bounces: no host takes it. Its author gets: 5.3.2 mx-" in banner


def test_shares_that_differ_are_told_one_by_one():
    hosts = {A: "192.0.2.1 192.0.2.2", B: "192.0.2.3"}
    known = an_inspection(mx=f"10 {A}, 10 {B}", hosts=hosts)
    assert "Mail flows to mx-a (2/3) and mx-b (1/3);" in told(known, a_what_if("ipv6"))


def test_a_long_row_of_hosts_is_counted():
    names = [f"mx{n}.mail.example.org" for n in range(6)]
    known = an_inspection(
        mx=", ".join(f"10 {name}" for name in names),
        hosts={name: f"192.0.2.{n}" for n, name in enumerate(names, 1)},
    )
    assert "Mail flows to 6 hosts; no message waits." in told(known, a_what_if("ipv6"), "postfix")


@pytest.mark.parametrize(
    ("what_if", "wanted"),
    [
        (a_what_if(own=A), "as seen by mx-a.nordlys.example. Not measured. Mail bounces: the"),
        (
            a_what_if("preference=10", own=BACKUP, as_probed=True),
            "as seen by backup.relay.example, starting from what was probed, "
            "all of preference 10 refuses connections. Not measured. Mail queues: no host",
        ),
        (a_what_if(f"{A} {B} {C} {BACKUP} ipv4"), "5 parts are off. Not measured. Mail queues"),
    ],
)
def test_the_place_and_the_beginning_stand_before_the_rest(what_if, wanted):
    assert told(nordlys(), what_if).startswith(f"Simulation: {wanted}")


def test_what_dns_decides_is_told_with_its_reason():
    banner = told(an_inspection(mx="0 ."), a_what_if("ipv4"))
    assert "Mail bounces: the domain says that it takes no mail. Its author gets: 5.1.0" in banner
    waiting = told(an_inspection(mx=Status.SERVFAIL), a_what_if("ipv4"))
    assert waiting.endswith("Mail queues: DNS gave no answer.")


@pytest.mark.parametrize(("how", "verb"), [("421", "queues"), ("554", "bounces")])
def test_a_host_that_is_never_come_to_is_not_said_to_take_no_mail(how, verb):
    known = an_inspection(mx=f"10 {A}, 20 {B}", hosts={A: "192.0.2.1", B: "192.0.2.2"})
    stops = "the sender stops before it comes to a host that takes it"
    assert f"Mail {verb}: {stops}." in told(known, a_what_if(f"{A}:{how}"), "haraka")
    assert "no host takes it" in told(known, a_what_if(f"{A}:{how} {B}:{how}"), "haraka")
