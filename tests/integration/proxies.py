"""Two real ways out of a line that may not use port 25: `ssh -D`, and Debian's microsocks."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.integration.debian import unpack
from tests.integration.lab import Lab
from tests.integration.rooms import Room, running
from tests.integration.waiting import wait_until_listening

BESIDE_THE_HOSTS = "203.0.113.1"  # as the line with the blocked port sees it
SSH_PORT, SOCKS_PORT, HERE_PORT = 2222, 1081, 1080
LOGIN = ("bob", "secret")
# Whatever sshd wants of a machine, in a room that has none of it
_PRIVATE_RUN = 'mount -t tmpfs tmpfs /run && mkdir -m 755 /run/sshd && exec "$@"'


@contextmanager
def microsocks(lab: Lab) -> Iterator[str]:
    """A proxy that wants a user and a password, beside the mail hosts; its place is given."""
    room = replace(lab.receivers, packages=(unpack("microsocks"),))
    user, password = LOGIN
    argv = ["microsocks", "-i", BESIDE_THE_HOSTS, "-p", str(SOCKS_PORT), "-u", user, "-P", password]
    with _listening(room, argv, lab.folder / "microsocks.log", SOCKS_PORT, BESIDE_THE_HOSTS):
        yield f"{BESIDE_THE_HOSTS}:{SOCKS_PORT}"


@contextmanager
def ssh_tunnel(lab: Lab) -> Iterator[str]:
    """`ssh -D` from the line with the blocked port to a server beside the mail hosts."""
    key, config = _write_ssh(lab.folder)
    passwd = lab.folder / "passwd-sshd"
    known = lab.receivers.files["/etc/passwd"].read_text()
    passwd.write_text(f"{known}sshd:x:61099:65534::/run/sshd:/usr/sbin/nologin\n")
    files = {**lab.receivers.files, "/etc/passwd": passwd}
    room = replace(lab.receivers, packages=(unpack("openssh-server"),), files=files)
    server = ["sh", "-ec", _PRIVATE_RUN, "sh", "/usr/sbin/sshd", "-D", "-e", "-f", str(config)]
    client = [
        "ssh",
        *("-N", "-D", f"127.0.0.1:{HERE_PORT}", "-p", str(SSH_PORT), "-i", str(key)),
        *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"),
        f"root@{BESIDE_THE_HOSTS}",
    ]
    with (
        _listening(room, server, lab.folder / "sshd.log", SSH_PORT, BESIDE_THE_HOSTS),
        _listening(lab.port_25_blocked, client, lab.folder / "ssh.log", HERE_PORT, "127.0.0.1"),
    ):
        yield f"127.0.0.1:{HERE_PORT}"


def _write_ssh(folder: Path) -> tuple[Path, Path]:
    """Write the keys of both sides, and what the server is to do; give the client's key."""
    for name in ("host", "user"):
        key = folder / f"ssh-{name}"
        if not key.exists():
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)]
            subprocess.run(command, check=True)
    config = folder / "sshd_config"
    config.write_text(
        f"ListenAddress {BESIDE_THE_HOSTS}:{SSH_PORT}\n"
        f"HostKey {folder / 'ssh-host'}\n"
        f"AuthorizedKeysFile {folder / 'ssh-user'}.pub\n"
        "PidFile none\nUsePAM no\nStrictModes no\nPermitRootLogin yes\n"
    )
    return folder / "ssh-user", config


@contextmanager
def _listening(
    room: Room, argv: Sequence[str], log: Path, port: int, address: str
) -> Iterator[None]:
    with running(room, argv, log) as process:
        wait_until_listening(room.namespace, {f"{address}:{port}"}, {log: process})
        yield
