"""What the order is, in the words of each kind of sender."""

import pytest

from mxgui.model.plan import Plan, ProbeMode
from mxgui.ui.dossier.dossier import host_of
from mxgui.ui.order_words import order_words, why_not_shuffled, why_not_tried
from tests.ui.showing import a_result

EQUALS = "10 a.example.org, 10 b.example.org"


def test_it_is_told_which_order_this_is():
    words = str(order_words(a_result(mx=EQUALS, plan=Plan(seed=3))))
    assert words.startswith(
        "One order of many: hosts of preference 10 are shuffled for every message; seed 3. "
    )
    assert words.endswith("keep the resolver's order (RFC 5321, section 5.1).")


def test_several_shuffled_preferences_are_all_named():
    hosts = {name: f"192.0.2.{n}" for n, name in enumerate("abcd", start=1)}
    result = a_result(mx="10 a, 10 b, 20 c, 20 d", hosts=hosts)
    assert "preference 10 and 20 are shuffled" in str(order_words(result))


def test_one_host_a_preference_leaves_one_order():
    assert str(order_words(a_result())).startswith("The only order: ")
    assert "nothing to shuffle" in str(why_not_shuffled(a_result()))
    assert "nothing to shuffle" in str(why_not_shuffled(None))


def test_a_host_without_address_is_not_counted_as_one_to_shuffle():
    result = a_result(mx=EQUALS, hosts={"a.example.org": "192.0.2.1", "b.example.org": ""})
    assert why_not_shuffled(result) is not None


def test_the_order_of_probes_as_a_sender_stays():
    result = a_result(mx=EQUALS, plan=Plan(mode=ProbeMode.AS_SENDER))
    assert str(order_words(result)).startswith("The order of this run's probes: ")
    assert "went in this order" in str(why_not_shuffled(result))


@pytest.mark.parametrize("mode", [ProbeMode.EVERY_HOST, ProbeMode.NONE])
def test_in_other_modes_another_order_can_be_seen(mode):
    assert why_not_shuffled(a_result(mx=EQUALS, plan=Plan(mode=mode))) is None


def test_without_an_address_it_is_said_that_there_is_none():
    result = a_result(mx="0 .")
    assert str(order_words(result)) == "No address is known that a sender would try."


HOSTS = {
    "a.example.org": "192.0.2.1 192.0.2.2 192.0.2.3",
    "b.example.org": "192.0.2.4 192.0.2.5 192.0.2.6",
}


def words_of(sender: str, mx: str = EQUALS, mode: ProbeMode = ProbeMode.EVERY_HOST) -> str:
    return str(order_words(a_result(mx=mx, hosts=HOSTS, plan=Plan(sender=sender, mode=mode))))


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        (
            "postfix",
            "One order of many: addresses of preference 10 are shuffled for every message; seed 0. "
            "5 addresses are tried in a run at most.",
        ),
        (
            "exim",
            "One order of many: hosts of preference 10, and the addresses of each, are shuffled "
            "for every message; seed 0. IPv6 addresses are then moved forward within a preference. "
            "After 5 addresses the next preference has its turn.",
        ),
        (
            "qmail",
            "The only order: qmail (notqmail) shuffles nothing, so it is the resolver's answer "
            "that decides. IPv4 alone is used; addresses of one host keep the resolver's order.",
        ),
        (
            "haraka",
            "One order of many: neighbours of preference 10 are swapped or not for every message; "
            "seed 0. Addresses of one host keep the resolver's order, IPv6 first.",
        ),
    ],
)
def test_every_sender_has_its_own_words(sender, words):
    assert words_of(sender) == words


def test_a_sender_that_tries_nothing_says_why():
    assert "Postfix takes the null MX for the whole domain" in words_of(
        "postfix", "0 ., 10 a.example.org"
    )


@pytest.mark.parametrize(
    ("sender", "why"),
    [
        ("qmail", "qmail (notqmail) shuffles nothing."),
        ("postfix", None),
        ("rfc5321", None),
    ],
)
def test_another_shuffle_is_offered_where_there_is_one(sender, why):
    found = why_not_shuffled(a_result(mx=EQUALS, hosts=HOSTS, plan=Plan(sender=sender)))
    assert (None if found is None else str(found)) == why


def test_one_host_of_several_addresses_is_shuffled_by_who_shuffles_addresses():
    one = {"mx": "10 a.example.org", "hosts": HOSTS}
    assert why_not_shuffled(a_result(**one, plan=Plan(sender="postfix"))) is None
    assert why_not_shuffled(a_result(**one, plan=Plan(sender="sendmail"))) is not None


def reasons(sender: str, **facts) -> dict[str, str]:
    result = a_result(plan=Plan(sender=sender), **facts)
    tried = {place.address for place in result.order}
    cards = {card.key: card for card in result.diagram.hosts}
    return {
        row.address: str(why_not_tried(result, host_of(result, cards[row.host]), row))
        for row in result.diagram.rows
        if row.address not in tried
    }


def test_what_a_run_leaves_out_is_told_with_the_reason():
    assert set(reasons("postfix", mx=EQUALS, hosts=HOSTS).values()) == {
        "Postfix tries 5 addresses in a run; this one is not among them."
    }
    told = reasons("stalwart", mx="10 a.example.org", hosts=HOSTS)
    assert told == {"192.0.2.3": "Stalwart tries 2 addresses of a host at most."}
    told = reasons("qmail", mx="10 a.example.org", hosts={"a.example.org": "192.0.2.1 2001:db8::1"})
    assert told == {"2001:db8::1": "qmail (notqmail) connects over IPv4 alone."}
