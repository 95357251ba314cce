"""The users and groups that the servers' packages would have made, known only in rooms."""

from __future__ import annotations

from pathlib import Path

USERS = {
    "postfix": 61025,
    "postdrop": 61026,
    "Debian-exim": 61027,
    "opensmtpd": 61028,
    "opensmtpq": 61029,
}


def write_users(folder: Path) -> dict[str, Path]:
    """Write the machine's own list with ours behind it; what to put in place of what."""
    passwd, group = folder / "passwd", folder / "group"
    passwd.write_text(
        Path("/etc/passwd").read_text()
        + "".join(f"{name}:x:{n}:{n}::/nonexistent:/bin/false\n" for name, n in USERS.items())
    )
    group.write_text(
        Path("/etc/group").read_text() + "".join(f"{name}:x:{n}:\n" for name, n in USERS.items())
    )
    return {"/etc/passwd": passwd, "/etc/group": group}
