"""STARTTLS as hosts offer it: good, old, refused, broken, and with words put into it."""

import ssl
import warnings
from dataclasses import replace

import certifi
import pytest
from cryptography import x509

from mxgui.model.smtp import Outcome, Speaker, Stage, StartTls, StoppedBy
from tests.servers.certificates import (
    expired,
    leaf,
    old_server_context,
    self_signed,
    server_context,
)
from tests.servers.minting import a_leaf, an_rsa_key
from tests.servers.probing import PATIENT, knock
from tests.servers.smtp_acts import (
    GO_AHEAD,
    close,
    dripping,
    encrypting,
    flooding,
    go_ahead_injected,
    reset,
    silence,
    then,
)
from tests.servers.smtp_server import SmtpServer

DH_1024 = """\
-----BEGIN DH PARAMETERS-----
MIGHAoGBAKw2+NDTUuZAvwzWOXoHZkO1lZJk9RW0W6Kl+uoApWhMSAARQ9eNcLqw
avznZpwGETvI3aBxgh5Ua+LWszvPvbMIKfbQ6E1krI2S9HiPoeMkLexJacJusjU1
eFq45NBqEtfheNonJLD5EADbK0hz9+lNgtptvM1gu0MSZR5BgCiXAgEC
-----END DH PARAMETERS-----
"""


async def knock_at(table, context=None, patience=PATIENT):
    """Probe a host that does as the table says, under TLS with that context."""
    async with SmtpServer(table, context or server_context()) as server:
        return await knock(server.port, patience)


async def test_what_was_agreed_and_the_chain_are_kept():
    known = await knock_at(encrypting())
    assert known.tls is not None
    assert (known.tls.version, known.tls.cipher) == ("TLSv1.3", "TLS_AES_256_GCM_SHA384")
    assert not known.tls.injected
    assert known.tls.chain[0].names == ("mx1.example.org",)
    assert known.tls.chain[0].key.startswith("EC ")


async def test_the_name_of_the_exchange_is_asked_for():
    async with SmtpServer(encrypting(), server_context()) as server:
        known = await knock(server.port)
    assert known.tls is not None
    assert known.tls.sni == "mx1.example.org"
    assert server.names == ["mx1.example.org"]


@pytest.mark.parametrize("certificate", [expired(), self_signed(), leaf("other.example.net")])
async def test_a_certificate_that_nobody_should_trust_is_taken_and_told(certificate):
    known = await knock_at(encrypting(), server_context(certificate))
    assert known.starttls is StartTls.UNVERIFIED
    assert known.tls is not None
    assert known.tls.chain
    assert (known.stage, known.stopped_by) == (Stage.QUIT, None)


async def test_a_host_of_twenty_years_ago_can_still_encrypt():
    known = await knock_at(encrypting(), old_server_context())
    assert known.starttls is StartTls.UNVERIFIED
    assert known.tls is not None
    assert known.tls.version == "TLSv1"


@pytest.mark.parametrize("reply", [b"454 4.7.0 Not now\r\n", b"502 5.5.1 No such thing\r\n"])
async def test_a_host_that_offers_starttls_and_refuses_it_is_left_politely(reply):
    async with SmtpServer(encrypting(STARTTLS=reply), server_context()) as server:
        known = await knock(server.port)
    assert (known.starttls, known.stage) == (StartTls.REFUSED, Stage.STARTTLS)
    assert known.stopped_by is StoppedBy.REPLY
    assert known.delivers
    assert server.heard[-1] == "QUIT"


@pytest.mark.parametrize(
    ("act", "by"),
    [
        (then(GO_AHEAD, flooding(b"no TLS\r\n")), {StoppedBy.BAD_REPLY, StoppedBy.TOO_LONG}),
        (then(GO_AHEAD, silence), {StoppedBy.TIMEOUT}),
        (
            then(GO_AHEAD, dripping(b"\x16\x03\x03\x01\x00")),
            {StoppedBy.TIMEOUT, StoppedBy.BAD_REPLY},
        ),
        (then(GO_AHEAD, close), {StoppedBy.CLOSED}),
        (then(GO_AHEAD, reset), {StoppedBy.RESET, StoppedBy.CLOSED}),
    ],
)
async def test_a_handshake_that_fails_is_told_as_that(act, by):
    patience = replace(PATIENT, command=0.5 if StoppedBy.TIMEOUT in by else 10)
    known = await knock_at(encrypting(STARTTLS=act), patience=patience)
    assert (known.outcome, known.starttls) == (Outcome.GREETED, StartTls.FAILED)
    assert known.stage in (Stage.STARTTLS, Stage.HANDSHAKE)
    assert known.stopped_by in by
    assert known.tls is None
    assert known.delivers


async def test_a_server_that_answers_the_handshake_in_plain_words_is_told_with_openssls_own():
    async def plain_words(peer):
        await peer.say(GO_AHEAD)
        await peer.hear()  # as much of the client's hello as looks like a line
        await peer.say(b"500 What?\r\n" * 3)
        await peer.stay()

    known = await knock_at(encrypting(STARTTLS=plain_words))
    assert (known.starttls, known.stage) == (StartTls.FAILED, Stage.HANDSHAKE)
    assert known.stopped_by is StoppedBy.BAD_REPLY
    assert known.note == "wrong version number"


async def test_words_put_in_before_the_handshake_are_told_and_not_taken_for_the_host_s():
    known = await knock_at(encrypting(STARTTLS=go_ahead_injected))
    assert known.starttls is StartTls.UNVERIFIED
    assert known.tls is not None
    assert known.tls.injected
    assert [extension.keyword for extension in known.extensions_tls] == ["SIZE", "8BITMIME"]
    notes = [line.text for line in known.transcript if line.speaker is Speaker.NOTE]
    assert notes[0] == "before the handshake, unencrypted: 34 B"


async def test_a_host_that_refuses_our_name_under_tls_stops_there():
    known = await knock_at(encrypting(EHLO_tls=b"550 Not you\r\n"))
    assert (known.stage, known.stopped_by) == (Stage.EHLO_TLS, StoppedBy.REPLY)
    assert known.starttls is StartTls.UNVERIFIED
    assert known.ehlo_tls is not None
    assert known.ehlo_tls.code == 550
    assert known.extensions_tls == ()


async def test_a_chain_beyond_all_measure_ends_the_handshake():
    names = x509.SubjectAlternativeName(
        [x509.DNSName(f"{number:06d}.example.org") for number in range(20_000)]
    )
    monster = server_context(self_signed(extensions=(names,)))
    known = await knock_at(encrypting(), monster)
    assert known.starttls is StartTls.FAILED
    assert known.stage is Stage.HANDSHAKE
    assert known.tls is None


async def test_words_put_in_by_a_later_packet_end_the_handshake_and_are_told():
    async def inject_later(peer):
        await peer.say(GO_AHEAD)
        await peer.hear()  # the handshake has begun
        await peer.say(b"250-evil.example\r\n250 AUTH PLAIN\r\n")
        await peer.stay()

    known = await knock_at(encrypting(STARTTLS=inject_later))
    assert (known.starttls, known.stage) == (StartTls.FAILED, Stage.HANDSHAKE)
    assert known.injected
    assert known.extensions_tls == ()
    told = [line.text for line in known.transcript]
    assert "in place of TLS, unencrypted: 34 B" in told
    assert "250-evil.example" in told


async def test_words_put_in_are_told_also_when_the_handshake_then_fails():
    act = then(GO_AHEAD + b"250 AUTH PLAIN\r\n", close)
    known = await knock_at(encrypting(STARTTLS=act))
    assert (known.starttls, known.injected) == (StartTls.FAILED, True)


async def test_a_refusal_in_plain_words_is_no_injection():
    async def refuse(peer):
        await peer.say(GO_AHEAD)
        await peer.hear()
        await peer.say(b"454 4.7.0 TLS not available\r\n")
        await peer.stay()

    known = await knock_at(encrypting(STARTTLS=refuse))
    assert (known.starttls, known.injected) == (StartTls.FAILED, False)


@pytest.mark.parametrize(
    "said", [bytes(range(256)), bytes(9_000), b"\x17\3\3\0\4abcd", b"HTTP/1.1 400\r\n"]
)
async def test_garbage_in_place_of_a_handshake_pretends_to_be_no_reply(said):
    async def talk_garbage(peer):
        await peer.say(GO_AHEAD)
        await peer.hear()
        await peer.say(said)
        await peer.stay()

    known = await knock_at(encrypting(STARTTLS=talk_garbage))
    assert (known.starttls, known.stage) == (StartTls.FAILED, Stage.HANDSHAKE)
    assert not known.injected


async def test_a_host_that_asks_for_our_certificate_gets_none_and_is_talked_to():
    context = server_context()
    context.verify_mode = ssl.CERT_OPTIONAL
    context.load_verify_locations(certifi.where())
    known = await knock_at(encrypting(), context)
    assert known.starttls is StartTls.UNVERIFIED
    assert known.stage is Stage.QUIT


async def test_a_host_that_insists_on_our_certificate_fails_under_tls_and_not_before():
    context = server_context()
    context.verify_mode = ssl.CERT_REQUIRED
    known = await knock_at(encrypting(), context)
    assert (known.starttls, known.stage) == (StartTls.UNVERIFIED, Stage.EHLO_TLS)
    assert known.stopped_by in (StoppedBy.BAD_REPLY, StoppedBy.CLOSED, StoppedBy.RESET)


async def test_a_host_that_knows_no_server_names_or_has_its_own_choice_of_them_is_taken():
    async with SmtpServer(encrypting(), server_context(leaf("other.example.net"))) as server:
        known = await knock(server.port)
    assert known.starttls is StartTls.UNVERIFIED


async def test_no_protocol_is_asked_for_by_alpn():
    context = server_context()
    context.set_alpn_protocols(["smtp"])
    known = await knock_at(encrypting(), context)
    assert known.starttls is StartTls.UNVERIFIED


@pytest.mark.parametrize(
    ("ciphers", "version"),
    [
        ("AES128-SHA:@SECLEVEL=0", ssl.TLSVersion.TLSv1_2),
        ("DHE-RSA-AES128-SHA:@SECLEVEL=0", ssl.TLSVersion.TLSv1_2),
        ("AECDH-AES128-SHA:AES256-SHA:@SECLEVEL=0", ssl.TLSVersion.TLSv1_1),
    ],
)
async def test_old_ciphers_and_short_keys_are_agreed_to(ciphers, version, tmp_path):
    context = short_context(tmp_path)
    context.set_ciphers(ciphers)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = version
    known = await knock_at(encrypting(), context)
    assert known.tls is not None
    assert known.tls.version == version.name.replace("_", ".").replace("TLSv1.0", "TLSv1")
    assert known.tls.chain[0].key == "RSA 1024"


def short_context(folder):
    """The context of a server with an RSA key of 1024 bits and Diffie-Hellman as short."""
    minted = a_leaf(key=an_rsa_key(1024))
    file = folder / "short.pem"
    file.write_bytes(minted.key_pem + minted.pem)
    group = folder / "dh.pem"
    group.write_text(DH_1024)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(file)
    context.load_dh_params(group)
    return context
