"""What certificates are worth for a host, as of the probe."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mxgui.model.certificate import Tls
from mxgui.model.chain import PathProblem
from mxgui.model.event import Learned, chain_step, probe_step
from mxgui.model.inspection import learn
from mxgui.model.line import PROXY
from mxgui.model.smtp import StartTls
from mxgui.routing.certificates import (
    Flaw,
    Part,
    Weakness,
    certificate_view,
    path_places,
    starttls_of,
)
from tests.builders import NOON, a_certificate, a_chain, a_probe, an_inspection

HOST = "mx1.example.org"
DAY = timedelta(days=1)
ROOT = a_certificate("Root", subject="CN=Root", issuer="CN=Root", key="RSA 1024", digest="sha1")


def inspected(*chain, checked=True, probe=None, **facts):
    """An inspection of one host that showed this chain, and what was checked of it."""
    seen = probe or a_probe(HOST)
    if chain:
        seen = replace(seen, tls=Tls("TLSv1.3", "", HOST, chain=chain))
    known = an_inspection(probes={"192.0.2.1": replace(seen, tls=None)})
    known = learn(known, Learned(probe_step(seen.target), seen))
    if checked and seen.tls:
        fact = a_chain(seen, **facts)
        known = learn(known, Learned(chain_step(probe_step(seen.target)), fact))
    return known


def view(*chain, host=HOST, **facts):
    known = inspected(*chain, **facts)
    found = certificate_view(known, known.probe("192.0.2.1"), host)
    assert found is not None
    return found


def test_a_trusted_chain_with_the_host_s_name_is_verified():
    found = view(a_certificate(HOST))
    assert (found.trusted, found.dns_id, found.verified) == (True, True, True)
    assert found.problems == ()
    assert found.days_left == 60


def test_without_a_session_there_is_nothing_to_look_at():
    known = inspected(probe=replace(a_probe(HOST), tls=None))
    assert certificate_view(known, known.probe("192.0.2.1"), HOST) is None
    assert certificate_view(known, None, HOST) is None


def test_as_long_as_the_path_is_not_checked_nothing_is_said_of_it():
    found = view(a_certificate(HOST), checked=False)
    assert (found.trusted, found.verified, found.flaws) == (None, False, ())


def test_the_check_of_another_chain_does_not_count():
    assert view(a_certificate(HOST), sha256="ab" * 32).trusted is None


@pytest.mark.parametrize(
    ("names", "dns_id", "flaws"),
    [
        ((HOST,), True, ()),
        (("MX1.Example.ORG.",), True, ()),
        (("*.example.org",), True, ()),
        (("*.*.org", "*", "mx*.example.org"), False, (Flaw.NAME_MISMATCH,)),
        (("example.org", "other.example.org"), False, (Flaw.NAME_MISMATCH,)),
        ((), False, (Flaw.NAME_MISMATCH,)),
    ],
)
def test_the_name_is_looked_for_among_dns_ids(names, dns_id, flaws):
    found = view(a_certificate(HOST, names=names))
    assert (found.dns_id, found.flaws) == (dns_id, flaws)
    assert found.cn  # which it has in all of these


def test_a_common_name_is_told_apart_and_verifies_nothing():
    found = view(a_certificate(HOST, names=()))
    assert (found.dns_id, found.cn, found.verified) == (False, True, False)


def test_dates_are_those_of_the_probe():
    ended = a_certificate(HOST, not_after=NOON - DAY)
    begins = a_certificate(HOST, not_before=NOON + DAY)
    assert view(ended, checked=False).problems == ("expired",)
    assert view(begins, checked=False).problems == ("not_yet_valid",)
    assert view(ended).days_left == -1
    known = inspected(ended, probe=replace(a_probe(HOST), began=NOON - 2 * DAY), checked=False)
    found = certificate_view(known, known.probe("192.0.2.1"), HOST)
    assert found is not None
    assert found.flaws == ()


def test_a_certificate_without_dates_has_no_days_left():
    assert view(a_certificate(HOST, not_before=None, not_after=None)).days_left is None


def test_problems_of_the_path_are_told_in_the_words_of_the_contract():
    every = tuple(PathProblem)
    found = view(a_certificate("x", names=(), key="RSA 512"), trusted=False, problems=every)
    assert found.problems == tuple(flaw.value for flaw in Flaw)
    assert not found.verified


@pytest.mark.parametrize(
    ("facts", "weak"),
    [
        ({"key": "RSA 2048"}, ()),
        ({"key": "RSA 2047"}, (Weakness(0, Part.KEY, "RSA 2047"),)),
        ({"key": "EC 224"}, ()),
        ({"key": "EC 192"}, (Weakness(0, Part.KEY, "EC 192"),)),
        ({"key": "DSA 3072"}, (Weakness(0, Part.KEY, "DSA 3072"),)),
        ({"key": "Ed25519"}, ()),
        ({"key": ""}, ()),
        ({"digest": "sha1"}, (Weakness(0, Part.SIGNATURE, "ecdsa-with-sha256"),)),
        (
            {"digest": "", "signature": "rsa-with-md5"},
            (Weakness(0, Part.SIGNATURE, "rsa-with-md5"),),
        ),
        ({"digest": "", "signature": "ed25519"}, ()),
        ({"digest": "sha1", "issuer": f"CN={HOST}"}, ()),
    ],
)
def test_weak_keys_and_signatures_are_told(facts, weak):
    found = view(a_certificate(HOST, **facts))
    assert found.weaknesses == weak
    assert found.has(Flaw.WEAK) is bool(weak)


def test_intermediates_count_and_roots_and_strangers_do_not():
    middle = a_certificate("Middle", key="RSA 1024")
    stranger = a_certificate("Stranger", key="RSA 512")
    found = view(a_certificate(HOST), stranger, middle, ROOT, path=(0, 2, 3))
    assert found.weaknesses == (Weakness(2, Part.KEY, "RSA 1024"),)


def test_places_out_of_a_strange_file_are_passed_over():
    leaf = a_certificate(HOST)
    chain = a_chain(a_probe(HOST), path=(-1, 0, 7))
    assert path_places(chain, (leaf,)) == (0,)
    assert path_places(None, (leaf,)) == (0,)


def test_starttls_is_verified_by_path_and_name_together():
    assert starttls(a_certificate(HOST)) is StartTls.VERIFIED
    assert starttls(a_certificate(HOST), trusted=False) is StartTls.UNVERIFIED
    assert starttls(a_certificate("other.example.net")) is StartTls.UNVERIFIED
    assert starttls(a_certificate(HOST), checked=False) is StartTls.UNVERIFIED


def starttls(*chain, **facts):
    known = inspected(*chain, **facts)
    probe = known.probe("192.0.2.1")
    assert probe is not None
    return starttls_of(known, probe, HOST)


@pytest.mark.parametrize(
    "state", [StartTls.NOT_TESTED, StartTls.NOT_OFFERED, StartTls.REFUSED, StartTls.FAILED]
)
def test_what_never_came_to_a_session_stays_as_it_is(state):
    probe = replace(a_probe(HOST), starttls=state, tls=None)
    assert starttls_of(inspected(probe=probe), probe, HOST) is state


def test_what_was_seen_through_a_proxy_is_judged_by_what_was_checked_there():
    direct = a_probe(HOST)
    through = replace(direct, target=replace(direct.target, vantage=PROXY))
    known = inspected(probe=through)
    found = certificate_view(known, through, HOST)
    assert found is not None
    assert found.trusted is True
    assert starttls_of(known, through, HOST) is StartTls.VERIFIED
    assert starttls_of(known, direct, HOST) is StartTls.UNVERIFIED


def test_a_handshake_for_one_name_alone_is_judged_by_its_own_chain():
    shared = a_probe(HOST)
    own = replace(shared, target=replace(shared.target, own=True))
    known = inspected(probe=own)
    assert starttls_of(known, own, HOST) is StartTls.VERIFIED
    assert starttls_of(known, shared, HOST) is StartTls.UNVERIFIED
