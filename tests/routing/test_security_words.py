"""A validation in words."""

import pytest

from mxgui.model.security import Check, Dnssec, Security, Why
from mxgui.routing.security_words import STATES, reason_words, step_words, zone_words
from tests.builders import a_question
from tests.securities import a_step, bogus, insecure

SECURE, BOGUS = Dnssec.SECURE, Dnssec.BOGUS
WHEN = "2026-11-23 12:00:00 UTC"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (
            a_step(Check.ANCHOR, Why.MATCHES, SECURE, ".", type="DNSKEY"),
            f"the root: key 12345 is one that we trust, and signs all keys until {WHEN}",
        ),
        (
            a_step(Check.DELEGATION, Why.SIGNED, SECURE, "org", name="example.org", type="DS"),
            f"org → example.org: the DS is signed with key 12345, until {WHEN}",
        ),
        (
            a_step(Check.KEYS, Why.MATCHES, SECURE, type="DNSKEY"),
            f"example.org: the DS matches key 12345, which signs all keys until {WHEN}",
        ),
        (
            a_step(Check.SIGNATURE, Why.SIGNED, SECURE),
            f"example.org MX: signed by example.org with key 12345, valid until {WHEN}",
        ),
        (
            a_step(Check.KEYS, Why.WRONG_DS, BOGUS, type="DNSKEY"),
            "example.org: the DS names a key (12345) that the zone does not have",
        ),
        (
            a_step(Check.SIGNATURE, Why.NOT_YET_VALID, BOGUS),
            f"example.org MX: the signature is not valid before {WHEN}",
        ),
        (
            a_step(Check.ABSENCE, Why.NO_PROOF, BOGUS),
            "the proof about example.org MX: it does not prove what the answer says, although "
            "example.org is signed",
        ),
        (
            a_step(Check.DELEGATION, Why.NO_PROOF, BOGUS, ".", name="org", type="DS"),
            "the root → org: neither a DS nor a proof that there is none",
        ),
    ],
)
def test_a_step_is_a_sentence(step, words):
    assert str(step_words(step)) == words


@pytest.mark.parametrize("check", Check)
@pytest.mark.parametrize("why", Why)
def test_every_step_has_words_whatever_it_lacks(check, why):
    bare = a_step(check, why, BOGUS, key_tag=None, algorithm=None, since=None, until=None)
    assert "{" not in str(step_words(bare))
    assert str(step_words(bare))


def test_the_reason_is_that_of_the_step_that_decides():
    assert str(reason_words(bogus(why=Why.NO_SIGNATURE))) == (
        "example.org MX: no signature, although example.org is signed"
    )
    assert str(reason_words(insecure())) == (
        "org → example.org: proved to have no DS, so what is below is not signed"
    )
    assert reason_words(Security(a_question())) == STATES[Dnssec.UNKNOWN]


def test_the_root_has_a_name():
    assert str(zone_words(".")) == "the root"
    assert zone_words("org") == "org"
