"""The certificates that the demo's hosts show, each with the fault it is to have."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from mxgui.demo.behaviour import Papers
from mxgui.demo.certificates import ANOTHER_HOST, Authority

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOST = "mx.here.example"


def names_in(certificate: x509.Certificate) -> list[str]:
    extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    return extension.value.get_values_for_type(x509.DNSName)


def shown(papers: Papers, authority: Authority | None = None) -> x509.Certificate:
    return (authority or Authority(NOON)).identity_of(HOST, papers).certificate


def test_an_issued_certificate_is_signed_by_the_authority_for_the_host():
    authority = Authority(NOON)
    certificate = shown(Papers.ISSUED, authority)
    certificate.verify_directly_issued_by(authority.intermediate.certificate)
    assert names_in(certificate) == [HOST]
    assert certificate.not_valid_before_utc < NOON < certificate.not_valid_after_utc


def test_a_self_signed_certificate_is_its_own_issuer():
    certificate = shown(Papers.SELF_SIGNED)
    certificate.verify_directly_issued_by(certificate)
    assert names_in(certificate) == [HOST]


def test_an_expired_certificate_ended_long_ago():
    assert shown(Papers.EXPIRED).not_valid_after_utc < NOON


def test_a_certificate_may_be_of_tomorrow_or_end_soon():
    assert shown(Papers.NOT_YET).not_valid_before_utc > NOON
    assert shown(Papers.SOON).not_valid_after_utc - NOON == timedelta(days=9)


def test_a_certificate_of_another_host_does_not_name_this_one():
    assert names_in(shown(Papers.OTHER_NAME)) == [ANOTHER_HOST]


@pytest.mark.parametrize("papers", Papers)
def test_a_certificate_is_made_once_for_each_host(papers):
    authority = Authority(NOON)
    assert authority.identity_of(HOST, papers) is authority.identity_of(HOST, papers)
    assert authority.identity_of(HOST, papers).pem.startswith(b"-----BEGIN PRIVATE KEY")


def test_most_hosts_send_the_intermediate_that_the_authority_has_signed():
    authority = Authority(NOON)
    [sent] = authority.identity_of(HOST, Papers.ISSUED).chain
    sent.verify_directly_issued_by(authority.identity.certificate)
    assert authority.identity_of(HOST, Papers.NO_INTERMEDIATE).chain == ()


def test_a_certificate_may_be_signed_by_the_authority_itself_or_by_nobody_known():
    authority = Authority(NOON)
    root = authority.identity.certificate
    shown(Papers.DIRECT, authority).verify_directly_issued_by(root)
    with pytest.raises(ValueError, match="Issuer"):
        shown(Papers.STRANGER, authority).verify_directly_issued_by(root)


def test_names_may_be_missing_or_stand_for_many():
    with pytest.raises(x509.ExtensionNotFound):
        names_in(shown(Papers.CN_ONLY))
    assert names_in(shown(Papers.WILDCARD)) == ["*.here.example"]


def test_a_weak_key_is_rsa_of_1024_bits():
    key = shown(Papers.WEAK).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    assert key.key_size == 1024


def test_the_authority_is_offered_to_those_who_are_to_trust_it():
    authority = Authority(NOON)
    assert x509.load_pem_x509_certificate(authority.pem) == authority.identity.certificate


def test_a_very_long_host_name_is_no_obstacle():
    name = ".".join(["a" * 60] * 4)
    certificate = Authority(NOON).identity_of(name, Papers.ISSUED).certificate
    assert names_in(certificate) == [name]
