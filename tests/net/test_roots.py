"""The authorities that are known: the system's and those added by hand, whatever is among them."""

import ssl

from mxgui.net.chain import chain_of
from mxgui.net.path import path_of
from mxgui.net.roots import Roots, certificates_in, loaded, system_bundle, system_ders
from tests.builders import NOON
from tests.net.test_chain import LEAF, MIDDLE, ROOT, session


def test_the_certificates_of_a_file_are_found_between_other_words_and_broken_ones():
    broken = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    odd = b"-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n"
    file = b"# our own\r\n" + ROOT.pem.replace(b"\n", b"\r\n") + broken + odd + MIDDLE.key_pem
    assert certificates_in(file + b"\xff\x00" + MIDDLE.pem) == (ROOT.der, MIDDLE.der)


def test_a_file_without_certificates_has_none():
    assert certificates_in(b"") == ()
    assert certificates_in(ROOT.der) == ()
    assert certificates_in(ROOT.key_pem) == ()


def test_a_private_ending_without_an_end_is_passed_over_quickly():
    assert certificates_in(b"-----BEGIN CERTIFICATE-----\n" * 100_000) == ()


def test_what_is_no_certificate_is_not_loaded():
    assert loaded(b"") is None
    assert loaded(ROOT.der[:-1]) is None
    assert loaded(ROOT.der) is not None


def test_the_system_has_a_file_of_authorities_and_they_are_known():
    first = ssl.PEM_cert_to_DER_cert(_first_block(system_bundle().read_text("latin-1")))
    certificate = loaded(first)
    assert certificate is not None
    assert Roots().at(NOON) is not Roots().at(NOON)  # each has a moment of its own
    assert path_of(certificate, [], NOON, Roots()).timeless_code == 0


def test_authorities_added_by_hand_stand_beside_the_system_s_and_garbage_among_them_is_nothing():
    roots = Roots((b"garbage", ROOT.der))
    assert chain_of(session(LEAF.der, MIDDLE.der), NOON, roots).trusted
    assert not chain_of(session(LEAF.der, MIDDLE.der), NOON, Roots()).trusted


def _first_block(pem: str) -> str:
    end = "-----END CERTIFICATE-----"
    return pem[pem.index("-----BEGIN CERTIFICATE-----") : pem.index(end) + len(end)]


def test_what_windows_trusts_stands_beside_the_bundle_and_nothing_is_there_twice():
    bundle = system_ders(())
    assert system_ders((ROOT.der, bundle[0])) == (ROOT.der, bundle[0], *bundle[1:])
