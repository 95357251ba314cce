"""Certificates and TLS sessions as facts."""

from hashlib import sha256

from mxgui.model.certificate import Certificate, Tls
from tests.builders import a_certificate


def test_of_a_certificate_that_cannot_be_parsed_bytes_digest_and_a_note_are_kept():
    der = b"no certificate"
    kept = Certificate(der, sha256(der).hexdigest(), malformed="no ASN.1")
    assert (kept.subject, kept.names, kept.not_after) == ("", (), None)


def test_the_leaf_stands_first_in_a_session_without_injected_bytes():
    chain = (a_certificate("mx1.example.org"), a_certificate("Example CA"))
    session = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", "mx1.example.org", chain=chain)
    assert session.chain[0].names == ("mx1.example.org",)
    assert not session.injected


def test_the_key_is_told_by_kind_and_size():
    keys = [a_certificate(key=key) for key in ("RSA 1024", "Ed25519", "EC 256", "")]
    assert [(one.key_kind, one.key_bits) for one in keys] == [
        ("RSA", 1024),
        ("Ed25519", None),
        ("EC", 256),
        ("", None),
    ]


def test_a_root_names_itself():
    assert a_certificate(subject="CN=Root", issuer="CN=Root").is_self_issued
    assert not a_certificate(subject="", issuer="").is_self_issued
    assert not a_certificate().is_self_issued
