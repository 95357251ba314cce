"""Signing and notarising on macOS: `python packaging/macos/signing.py APP_OR_DMG`.

`SIGN_IDENTITY` names a "Developer ID Application" certificate in a keychain, `NOTARY_PROFILE` the
credentials that `xcrun notarytool store-credentials` has kept there, or in `NOTARY_KEYCHAIN`.
Without the first the program bears the signature that names nobody ("ad hoc"): a seal must be whole
even so, else macOS calls a downloaded app damaged. Without the second nothing is sent to Apple; one
line says so. Standard library only.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ENTITLEMENTS = Path(__file__).resolve().parent / "entitlements.plist"
# How a Mach-O file begins: thin, either byte order, 32 and 64 bits; and one of several parts
_MAGIC = {
    bytes.fromhex(word)
    for word in ("feedface", "cefaedfe", "feedfacf", "cffaedfe", "cafebabe", "cafebabf")
}
Command = list[str]


def main(arguments: Sequence[str]) -> int:
    """Sign, notarise and staple; the exit code is 0 also where there is no key."""
    for command in steps(Path(arguments[0]), os.environ):
        print(" ".join(command), flush=True)
        code = subprocess.run(command, check=False).returncode
        if code:
            return code
    return 0


def steps(what: Path, variables: Mapping[str, str]) -> Iterable[Command]:
    """What has to be run, in this order, for a bundle or a disk image."""
    identity = variables.get("SIGN_IDENTITY", "")
    if not identity:
        if what.suffix == ".app":  # sealed anew, as licences came in after PyInstaller's own seal
            yield ["codesign", "--force", "--sign", "-", str(what)]
            yield ["codesign", "--verify", "--strict", *deep(what), str(what)]
        yield ["echo", "Not signed: SIGN_IDENTITY names no certificate."]
        return
    yield from (signed(path, identity, what) for path in inside_out(what))
    yield ["codesign", "--verify", "--strict", "--verbose=2", *deep(what), str(what)]
    profile = variables.get("NOTARY_PROFILE", "")
    if not profile:
        yield ["echo", "Not notarised: NOTARY_PROFILE names no credentials."]
        return
    sent = what
    if what.suffix == ".app":  # a bundle is a folder, and is sent as an archive
        sent = what.with_suffix(".zip")
        yield ["ditto", "-c", "-k", "--keepParent", str(what), str(sent)]
    kept = ["--keychain-profile", profile]
    if variables.get("NOTARY_KEYCHAIN"):
        kept += ["--keychain", variables["NOTARY_KEYCHAIN"]]
    yield ["xcrun", "notarytool", "submit", str(sent), *kept, "--wait"]
    if sent != what:
        yield ["rm", str(sent)]
    yield ["xcrun", "stapler", "staple", str(what)]
    kind = ["--type", "execute"] if what.suffix == ".app" else OPENED
    yield ["spctl", "--assess", *kind, "--verbose=2", str(what)]


OPENED = ["--type", "open", "--context", "context:primary-signature"]


def deep(what: Path) -> Command:
    """Whether what is inside is looked at, too; only for verifying, as signing goes one by one."""
    return ["--deep"] if what.suffix == ".app" else []


def signed(path: Path, identity: str, whole: Path) -> Command:
    """How one thing is signed; programs are told what they may do, libraries need no such word."""
    command = ["codesign", "--force", "--timestamp", "--sign", identity]
    if whole.suffix == ".app":
        command += ["--options", "runtime"]
        if path == whole or path.parent.name == "MacOS":
            command += ["--entitlements", str(ENTITLEMENTS)]
    return [*command, str(path)]


def inside_out(what: Path) -> list[Path]:
    """Everything with a signature of its own, each after all that is inside of it.

    `codesign --deep` would give libraries the entitlements of the program, and misses what lies
    outside of the usual folders.
    """
    if what.is_file():
        return [what]
    found = [path for path in what.rglob("*") if not path.is_symlink()]
    code = [path for path in found if path.is_file() and is_code(path)]
    frameworks = [path for path in found if path.is_dir() and path.suffix == ".framework"]
    inner = sorted((*code, *frameworks), key=lambda path: (-len(path.parts), str(path)))
    # A program in the bundle is sealed by it, so it comes last but for the bundle itself
    programs = [path for path in inner if path.parent.name == "MacOS"]
    return [*(path for path in inner if path not in programs), *programs, what]


def is_code(path: Path) -> bool:
    """Whether a file is a program or a library."""
    with path.open("rb") as file:
        return file.read(4) in _MAGIC


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
