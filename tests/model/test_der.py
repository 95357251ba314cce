"""Key and dates, cut out of a certificate byte for byte."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.der import is_certificate, is_key, spki_of, validity_of
from tests.servers.certificates import der_of, leaf, self_signed

GOOD = der_of(leaf())


@pytest.mark.parametrize("certificate", [GOOD, der_of(self_signed())])
def test_the_key_is_the_one_that_a_library_reads(certificate):
    key = x509.load_der_x509_certificate(certificate).public_key()
    assert spki_of(certificate) == key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_a_damaged_certificate_has_a_key_or_is_refused(place, byte):
    damaged = bytearray(GOOD)
    damaged[place] = byte
    with suppress(ValueError):
        assert spki_of(bytes(damaged)) in bytes(damaged)


@given(st.binary(max_size=300))
def test_bytes_that_are_no_certificate_are_refused(garbage):
    with pytest.raises(ValueError, match="certificate"):
        spki_of(garbage)


def test_what_is_built_as_a_certificate_is_told_from_what_is_not():
    assert is_certificate(GOOD)
    assert not is_certificate(GOOD + b"\0")
    assert not is_certificate(GOOD[:-1])
    assert not is_certificate(spki_of(GOOD))
    assert not is_certificate(b"")


def test_what_is_built_as_a_key_is_told_from_what_is_not():
    key = spki_of(GOOD)
    assert is_key(key)
    assert not is_key(key + b"\0")
    assert not is_key(key[:-1])
    assert not is_key(GOOD)
    assert not is_key(b"")


@given(st.binary(max_size=300))
def test_garbage_is_neither(garbage):
    assert not is_certificate(garbage)
    is_key(garbage)  # a few bytes may be built as one by chance; nothing is raised


@pytest.mark.parametrize(
    "begins", [datetime(1990, 1, 2, tzinfo=UTC), datetime(2026, 11, 23, 12, 30, 5, tzinfo=UTC)]
)
@pytest.mark.parametrize("days", [90, 36_500])
def test_the_dates_are_those_that_a_library_reads(begins, days):
    certificate = trustme.CA().issue_cert(
        "mx1.example.org", not_before=begins, not_after=begins + timedelta(days=days)
    )
    assert validity_of(der_of(certificate)) == (begins, begins + timedelta(days=days))


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_damaged_dates_are_read_or_refused(place, byte):
    damaged = bytearray(GOOD)
    damaged[place] = byte
    with suppress(ValueError):
        validity_of(bytes(damaged))
