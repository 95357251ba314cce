"""The certificates that the demo's hosts show, each with the fault it is to have."""

import ssl
from datetime import UTC, datetime

import pytest
from cryptography import x509

from mxgui.demo.behaviour import Papers
from mxgui.demo.certificates import ANOTHER_HOST, Authority

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOST = "mx.here.example"


def names_in(certificate: x509.Certificate) -> list[str]:
    extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    return extension.value.get_values_for_type(x509.DNSName)


def shown(papers: Papers, authority: Authority | None = None) -> x509.Certificate:
    return (authority or Authority()).identity_of(HOST, papers).certificate


def test_an_issued_certificate_is_signed_by_the_authority_for_the_host():
    authority = Authority()
    certificate = shown(Papers.ISSUED, authority)
    certificate.verify_directly_issued_by(authority.identity.certificate)
    assert names_in(certificate) == [HOST]
    assert certificate.not_valid_before_utc < NOON < certificate.not_valid_after_utc


def test_a_self_signed_certificate_is_its_own_issuer():
    certificate = shown(Papers.SELF_SIGNED)
    certificate.verify_directly_issued_by(certificate)
    assert names_in(certificate) == [HOST]


def test_an_expired_certificate_ended_long_ago():
    assert shown(Papers.EXPIRED).not_valid_after_utc < NOON


def test_a_certificate_of_another_host_does_not_name_this_one():
    assert names_in(shown(Papers.OTHER_NAME)) == [ANOTHER_HOST]


@pytest.mark.parametrize("papers", Papers)
def test_a_context_is_made_once_for_each_host(papers):
    authority = Authority()
    context = authority.context_for(HOST, papers)
    assert isinstance(context, ssl.SSLContext)
    assert authority.context_for(HOST, papers) is context


def test_a_very_long_host_name_is_no_obstacle():
    name = ".".join(["a" * 60] * 4)
    certificate = Authority().identity_of(name, Papers.ISSUED).certificate
    assert names_in(certificate) == [name]
