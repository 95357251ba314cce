"""Signing on Windows: `python packaging/windows/signing.py FILE...`.

`SIGN_OPTIONS` holds what tells signtool which key to use: `/sha1 THUMBPRINT` of a certificate in
the store, or `/dlib ... /dmdf ...` for a key in a service. `SIGN_TIMESTAMP` names a time-stamp
server (RFC 3161), without which a signature ends with its certificate. Without them nothing is
signed, and one line says so. Standard library only.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

KITS = Path("Windows Kits", "10", "bin")  # under "Program Files (x86)"


def main(arguments: Sequence[str]) -> int:
    """Sign files; the exit code is 0 also where there is no key."""
    command = sign_command(os.environ, tool(os.environ))
    if command is None:
        print("Not signed: SIGN_OPTIONS and SIGN_TIMESTAMP name no key and no time-stamp server.")
        return 0
    return subprocess.run([*command, *arguments], check=False).returncode


def sign_command(variables: Mapping[str, str], program: str) -> list[str] | None:
    """How a file is signed, the file's name left out; None without a key."""
    options, stamp = variables.get("SIGN_OPTIONS", ""), variables.get("SIGN_TIMESTAMP", "")
    if not options.strip() or not stamp.strip():
        return None
    key = [word.strip('"') for word in shlex.split(options, posix=False)]
    about = ["/d", "mxgui", "/fd", "sha256", "/td", "sha256", "/tr", stamp.strip()]
    return [program, "sign", *about, *key]


def for_inno(command: Sequence[str]) -> str:
    """The command as Inno Setup takes it behind `/S`: `$q` is a quote, `$f` the file."""
    return " ".join(f"$q{word}$q" for word in command) + " $f"


def tool(variables: Mapping[str, str]) -> str:
    """Where signtool lies: on the path, else in the newest kit."""
    found = shutil.which("signtool")
    if found is not None:
        return found
    kits = Path(variables.get("ProgramFiles(x86)", "C:/Program Files (x86)")) / KITS
    tools = sorted(kits.glob("10.*/x64/signtool.exe"))
    return str(tools[-1]) if tools else "signtool"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
