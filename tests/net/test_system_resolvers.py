"""The resolvers that a machine is set up to use."""

from __future__ import annotations

from pathlib import Path

import pytest

from mxgui.net.system_resolvers import system_resolvers


def shown(path: Path, written: str) -> list[str]:
    """The resolvers out of a file with this in it."""
    path.write_text(written, encoding="ascii")
    return [str(spec) for spec in system_resolvers(path, "linux")]


@pytest.mark.parametrize(
    ("written", "resolvers"),
    [
        ("nameserver 192.0.2.53\n", ["192.0.2.53:53"]),
        (
            "search a.test\nnameserver 192.0.2.1\nnameserver\t2001:db8::1 # 2\noptions edns0\n",
            ["192.0.2.1:53", "[2001:db8::1]:53"],
        ),
        ("nameserver fe80::1%eth0\n", ["[fe80::1%eth0]:53"]),
        ("# nameserver 192.0.2.1\n; nameserver 192.0.2.2\n", []),
        ("nameserver dns.test\nnameserver system\nnameserver tls://a.test\nnameserver\n", []),
        ("nameserver 192.0.2.1\nnameserver 192.0.2.1\n", ["192.0.2.1:53"]),
        (
            "".join(f"nameserver 192.0.2.{n}\n" for n in range(1, 6)),
            ["192.0.2.1:53", "192.0.2.2:53", "192.0.2.3:53"],
        ),
        ("", []),
    ],
)
def test_name_servers_are_read_in_their_order(tmp_path: Path, written: str, resolvers: list[str]):
    assert shown(tmp_path / "resolv.conf", written) == resolvers


def test_a_machine_without_the_file_has_none(tmp_path: Path):
    assert system_resolvers(tmp_path / "none", "linux") == ()


def test_a_file_that_is_no_text_does_no_harm(tmp_path: Path):
    path = tmp_path / "resolv.conf"
    path.write_bytes(b"\xff\xfe\0nameserver \x80\nnameserver 192.0.2.1\n")
    assert [str(spec) for spec in system_resolvers(path, "linux")] == ["192.0.2.1:53"]


def test_windows_is_asked_by_way_of_dnspython():
    # Off Windows dnspython reads the file of the system in its place; its form is what matters.
    assert all(spec.address for spec in system_resolvers(platform="win32"))
