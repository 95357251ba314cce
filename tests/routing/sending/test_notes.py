"""What a reader of a simulation must know besides its figures."""

from dataclasses import replace

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.sending.chances import Method
from mxgui.routing.sending.notes import notes_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.simulation import simulate
from tests.builders import an_inspection
from tests.routing.sending.cases import a_what_if, named, records


def notes(letter: str, known, off: str = "", own: str = "") -> list[str]:
    return [str(note) for note in notes_of(simulate(known, named(letter), a_what_if(off, own)))]


@pytest.mark.parametrize(
    ("letter", "mx", "expected"),
    [
        ("P", "0 .", "The domain takes no mail, as its MX record says: it comes back at once."),
        ("P", Status.NXDOMAIN, "The domain does not exist: mail to it comes back at once."),
        (
            "M",
            Status.NXDOMAIN,
            "The domain does not exist, but this sender keeps the mail",
        ),
        ("P", "", "The domain has neither MX records nor an address: mail comes back."),
        ("O", "", "The domain has neither MX records nor an address: mail waits."),
        ("P", "10 gone", "No exchange has an address that this sender can use: mail comes back."),
        ("M", "10 gone", "No exchange has an address that this sender can use: mail waits."),
        ("P", Status.SERVFAIL, "DNS did not tell the mail hosts: mail waits until it does."),
        (
            "P",
            Status.LOOP,
            "The aliases lead in a circle, which resolvers call a failure",
        ),
    ],
)
def test_why_no_host_is_tried(letter, mx, expected):
    (told,) = notes(letter, records(mx))
    assert told.startswith(expected)


def test_a_plain_route_needs_no_note():
    for letter in "PXSRMWK":
        assert notes(letter, records("10 a, 10 b, 20 c", a="4", b="4", c="4"))[:1] in (
            [],
            ["Only 2 of the 3 hosts are ever tried in one run."],
        )


def test_where_no_address_may_be_tried_at_all_it_is_told_how_often():
    known = records("10 a, 10 gone, 10 lost", a="4")
    said = "In 33\u2009% of the runs no address is tried: the hosts that are kept have none."
    assert said in notes("W", known)
    assert not any(note.startswith("In ") for note in notes("S", known))


def test_what_is_told_of_private_addresses_holds_in_their_network_alone():
    known = an_inspection(mx="10 a.example", hosts={"a.example": "10.0.0.1 192.168.0.1"})
    assert notes("P", known)[0] == (
        "2 addresses are private: what is told of them holds for senders in their network."
    )


def test_a_domain_without_mx_takes_mail_itself():
    assert notes("P", records("", own="4")) == [
        "Without MX records the domain's own address takes the mail."
    ]


def test_hosts_that_could_not_be_looked_up_are_passed_by():
    known = records("10 a, 10 sf", a="4", sf=Status.SERVFAIL)
    assert "The addresses of 1 exchange could not be looked up: it is passed by." in notes(
        "P", known
    )


@pytest.mark.parametrize(
    ("letter", "own", "expected"),
    [
        ("P", "other", "other.example is none of the exchanges: nothing is left out."),
        ("P", "b", "b.example is left out, with all that stands at its place or behind it."),
        ("H", "b", "b.example is left out, and nothing behind it."),
        (
            "O",
            "b",
            "OpenSMTPD does not see that it is b.example: mail that comes there goes round.",
        ),
        (
            "S",
            "192.0.2.16",
            "Sendmail knows itself by its name alone: mail that comes there goes round.",
        ),
        (
            "P",
            "192.0.2.16",
            "192.0.2.16 is left out, with all that stands at its place",
        ),
    ],
)
def test_what_it_means_that_the_sender_is_an_exchange(letter, own, expected):
    known = records("10 a, 20 b, 30 c", a="4", b="4", c="4")
    assert any(note.startswith(expected) for note in notes(letter, known, own=own))


def test_the_sender_that_is_itself_the_best():
    known = records("10 a, 20 b", a="4", b="4")
    assert notes("P", known, own="a")[0].startswith("The sender is itself the best exchange: mail")
    assert notes("X", known, own="a")[0].endswith("it freezes the message.")


@pytest.mark.parametrize(
    ("letter", "off", "expected"),
    [
        ("P", "ipv4:refused", "Every address is switched off: the mail waits at the sender."),
        ("H", "ipv4:554", "Every address is switched off: the mail comes back."),
        (
            "X",
            "a:554 b:refused",
            "Every address is switched off: the mail waits or comes back",
        ),
        (
            "H",
            "a:421",
            "The sender comes to no address that takes mail: the mail waits",
        ),
    ],
)
def test_where_nothing_takes_the_mail(letter, off, expected):
    known = records("10 a, 20 b" if "a:421" in off else "10 a, 10 b", a="4", b="4")
    assert any(note.startswith(expected) for note in notes(letter, known, off))


def test_what_was_not_heard_from_here_counts_as_up():
    known = an_inspection(probes={"192.0.2.1": Outcome.TIMED_OUT})
    told = notes_of(simulate(known, named("P"), WhatIf(as_probed=True)))
    assert [str(note) for note in told] == [
        "1 address was not heard from here, and counts as one that takes mail."
    ]


def test_everything_that_was_probed_is_down():
    probes = {"192.0.2.1": Outcome.REFUSED}
    told = notes_of(simulate(an_inspection(probes=probes), named("P"), WhatIf(as_probed=True)))
    assert str(told[0]) == "No address takes mail: the mail waits at the sender."


def test_broken_encryption_is_left_out_later():
    known = records("10 a", a="4")
    assert "Where STARTTLS fails, a message that has waited is sent in the clear." in notes(
        "P", known, "a:tls"
    )
    assert not notes("X", known, "a:tls")


HOSTS = "Which of equal hosts comes first depends on the order of the resolver."
ADDRESSES = "Which address of a host comes first depends on the order of the resolver."


def test_the_order_of_the_resolver_is_named_only_where_it_counts():
    equals = records("10 a, 10 b", a="4", b="4")
    apart = records("10 a, 20 b", a="64", b="4")
    wide = records("10 a, 20 b", a="44", b="4")
    assert HOSTS in notes("Q", equals)
    for letter in "QSHORm":
        assert not {HOSTS, ADDRESSES} & set(notes(letter, apart))
    assert ADDRESSES in notes("S", wide)
    assert ADDRESSES not in notes("P", wide)
    assert ADDRESSES not in notes("X", wide)
    assert HOSTS not in notes("S", equals)


def test_what_was_sampled_says_so():
    simulation = simulate(records("10 a", a="4"), named("P"))
    chances = replace(simulation.chances, method=Method.SAMPLED, samples=1000, error=0.0123)
    told = [str(note) for note in notes_of(replace(simulation, chances=chances))]
    assert told == [
        "Not every way was followed: of the rest 1000 were sampled, and a share may be off by "
        "1.23\u2009%."
    ]


def test_broken_encryption_switches_nothing_off():
    told = notes("S", records("10 a", a="4"), "a:tls")
    assert told == ["No address takes mail: the mail waits at the sender."]


def test_an_address_in_place_of_a_domain_is_no_domain_without_mx():
    assert notes("R", an_inspection("[192.0.2.1]")) == [
        "It is an address in place of a domain: mail goes to it as it is."
    ]
