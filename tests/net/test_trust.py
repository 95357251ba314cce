"""Whom a resolver's certificate is checked against."""

from __future__ import annotations

import ssl
from pathlib import Path

import certifi
import trustme

from mxgui.net.trust import bundle, system_trust, verifying_context
from tests.servers.certificates import der_of_authority


def test_names_and_certificates_are_checked():
    context = system_trust()
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


def test_the_first_file_that_is_there_is_the_store(tmp_path: Path):
    store = tmp_path / "store.pem"
    store.touch()
    assert bundle([tmp_path / "none.pem", tmp_path, store]) == str(store)


def test_a_system_without_store_has_the_list_of_certifi(tmp_path: Path):
    assert bundle([tmp_path / "none.pem"]) == certifi.where()


def test_a_policy_host_has_to_have_its_name_as_a_dns_name():
    context = verifying_context()
    assert context.check_hostname
    assert not context.hostname_checks_common_name


def test_authorities_can_be_added():
    authority = der_of_authority(trustme.CA())
    before, after = verifying_context(), verifying_context([authority])
    assert after.cert_store_stats()["x509_ca"] == before.cert_store_stats()["x509_ca"] + 1
