"""The option that names further authorities for certificates, of mail hosts and of policy hosts."""

from __future__ import annotations

from argparse import ArgumentTypeError, _ActionsContainer
from pathlib import Path

from mxgui.cli.argparse_words import as_help
from mxgui.i18n import tr
from mxgui.model.text import Text, text
from mxgui.net.limits import BUNDLE_BYTES


def add_authorities(group: _ActionsContainer) -> None:
    """Add it to a group of options; what it comes to are certificates in DER."""
    group.add_argument(
        "--ca-file",
        type=authorities_in,
        default=(),
        metavar="PEM",
        help=as_help(text("further authorities to trust for certificates, beside the system's")),
    )


def authorities_in(written: str) -> tuple[bytes, ...]:
    """Read the certificates of a PEM file; raises ArgumentTypeError if there are none to be had."""
    from mxgui.net.roots import certificates_in

    try:
        with Path(written).open("rb") as file:
            octets = file.read(BUNDLE_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise _wrong(text("{file} cannot be read: {why}", file=written, why=why)) from error
    if len(octets) > BUNDLE_BYTES:
        raise _wrong(text("{file} is too large for a file of certificates", file=written))
    found = certificates_in(octets)
    if not found:
        raise _wrong(text("{file} holds no certificate in PEM form", file=written))
    return found


def _wrong(why: Text) -> ArgumentTypeError:
    return ArgumentTypeError(tr(why))
