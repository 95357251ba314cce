"""Keys and signatures of the demo, each with the fault that its zone is about."""

from datetime import timedelta
from typing import Any

import dns.dnssec
import dns.exception
import dns.name
import dns.rrset
import pytest

from mxgui.demo.signing import Key, Signer
from mxgui.demo.tree import Zone
from mxgui.demo.zone import Signing
from tests.demo.world import NOON

NAME = dns.name.from_text("here.example.")
RRSET = dns.rrset.from_text(NAME, 300, "IN", "MX", "10 mx.here.example.")


def a_zone(signing: Signing = Signing.SIGNED) -> Zone:
    return Zone("here.example", "example", (), (), signing)


def validate(signer: Signer, zone: Zone) -> None:
    signatures = dns.rrset.from_rdata(NAME, 300, signer.sign(RRSET, zone))
    keys: dict[dns.name.Name, Any] = {
        NAME: dns.rrset.from_rdata(NAME, 300, signer.key_of(zone).record)
    }
    dns.dnssec.validate(RRSET, signatures, keys, now=NOON.timestamp())


def test_a_signature_holds_and_covers_the_ttl_of_the_zone():
    signer = Signer(NOON)
    validate(signer, a_zone())
    assert signer.sign(RRSET, a_zone()).original_ttl == 300


@pytest.mark.parametrize("signing", [Signing.EXPIRED, Signing.NOT_YET, Signing.TAMPERED])
def test_a_broken_signature_does_not_hold(signing):
    with pytest.raises(dns.exception.DNSException):
        validate(Signer(NOON), a_zone(signing))


def test_keys_and_signatures_are_made_once():
    signer = Signer(NOON)
    assert signer.key_of(a_zone()) is signer.key_of(a_zone())
    assert signer.sign(RRSET, a_zone()) is signer.sign(RRSET, a_zone())


@pytest.mark.parametrize(
    ("signing", "is_its_own"),
    [(Signing.SIGNED, True), (Signing.EXPIRED, True), (Signing.WRONG_DS, False)],
)
def test_a_parent_vouches_for_the_key_of_the_zone_or_for_one_that_is_gone(signing, is_its_own):
    signer, zone = Signer(NOON), a_zone(signing)
    own = dns.dnssec.make_ds(NAME, signer.key_of(zone).record, "SHA256")
    assert (signer.ds_of(zone) == own) is is_its_own
    assert signer.ds_of(zone) == signer.ds_of(zone)


def test_signatures_hold_for_a_month():
    signature = Signer(NOON).sign(RRSET, a_zone())
    assert signature.expiration == (NOON + timedelta(days=30)).timestamp()
    assert signature.inception < NOON.timestamp()


def test_a_key_is_one_that_a_parent_vouches_for():
    assert Key.fresh().record.flags == 257
