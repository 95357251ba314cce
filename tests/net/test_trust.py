"""Whom a resolver's certificate is checked against."""

from __future__ import annotations

import ssl
from pathlib import Path

import certifi

from mxgui.net.trust import bundle, system_trust


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
