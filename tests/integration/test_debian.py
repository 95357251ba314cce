"""Packages are unpacked once, whole, and never installed."""

from __future__ import annotations

import pytest

from tests.integration.debian import unpack
from tests.integration.lab import exim

pytestmark = pytest.mark.integration


@pytest.mark.parametrize(
    ("package", "program"),
    [
        ("nsd", "usr/sbin/nsd"),
        ("unbound", "usr/sbin/unbound"),
        ("postfix", "usr/lib/postfix/sbin/smtpd"),
    ],
)
def test_a_package_lies_in_a_folder_of_its_own(package, program):
    assert (unpack(package) / program).is_file()


def test_companions_lie_in_the_same_folder():
    assert (exim() / "usr/sbin/exim4").is_file()
    assert (exim() / "usr/sbin/exinext").is_file()


def test_a_second_call_changes_nothing():
    before = unpack("nsd").stat()
    after = unpack("nsd").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
