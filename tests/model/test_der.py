"""The public key, cut out of a certificate byte for byte."""

from contextlib import suppress

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.der import spki_of
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
