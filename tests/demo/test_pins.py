"""TLSA records of the demo pin what its hosts show, or what they do not."""

import hashlib

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from mxgui.demo.behaviour import Papers
from mxgui.demo.certificates import Authority
from mxgui.demo.hosts import host
from mxgui.demo.pins import Pins
from tests.demo.world import NOON

AUTHORITY = Authority(NOON)
PINS = Pins(AUTHORITY, (host("mx.here.example", "192.0.2.1"),))
OWNER = "_25._tcp.mx.here.example"
SHOWN = AUTHORITY.identity_of("mx.here.example", Papers.ISSUED).certificate


def key_of(certificate) -> bytes:
    return certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("3 1 1 own", hashlib.sha256(key_of(SHOWN)).hexdigest()),
        ("3 0 2 own", hashlib.sha512(SHOWN.public_bytes(Encoding.DER)).hexdigest()),
        ("2 1 1 issuer", hashlib.sha256(key_of(AUTHORITY.intermediate.certificate)).hexdigest()),
        ("2 0 0 root", AUTHORITY.identity.certificate.public_bytes(Encoding.DER).hex()),
    ],
    ids=["own", "own in full", "issuer", "root"],  # keys are new with every start
)
def test_a_pin_is_of_what_the_table_says(written, data):
    assert PINS.write(OWNER, written) == f"{written.rpartition(' ')[0]} {data}"


def test_pins_of_keys_that_nobody_has_are_of_the_right_length_and_differ():
    pins = {PINS.write(OWNER, f"3 1 1 {what}") for what in ("own", "next", "other")}
    assert len(pins) == 3
    assert {len(pin.split()[3]) for pin in pins} == {64}


def test_a_pin_of_the_host_is_the_same_at_every_port():
    assert PINS.write(OWNER.replace("_25.", "_2525."), "3 1 1 own") == PINS.write(
        OWNER, "3 1 1 own"
    )
