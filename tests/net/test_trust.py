"""Whom a resolver's certificate is checked against."""

from __future__ import annotations

import ssl
from pathlib import Path

import certifi

from mxgui.net.trust import bundle, system_trust, verifying_context
from tests.servers.minting import an_authority


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


def test_authorities_added_by_hand_are_trusted_as_well_and_garbage_is_left_out():
    root = an_authority("Known Root")
    context = verifying_context((b"garbage", root.der))
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert root.der in context.get_ca_certs(binary_form=True)


def test_without_the_system_only_what_is_given_is_trusted():
    root = an_authority("Known Root")
    context = verifying_context((root.der,), system=False)
    assert context.get_ca_certs(binary_form=True) == [root.der]
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_on_windows_the_list_of_certifi_stands_beside_the_store_that_is_filled_by_and_by():
    known = {loaded["serialNumber"] for loaded in system_trust("win32").get_ca_certs()}
    listed = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    listed.load_verify_locations(bundle())
    assert known >= {loaded["serialNumber"] for loaded in listed.get_ca_certs()}
