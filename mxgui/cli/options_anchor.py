"""The option that names the keys of another root for DNSSEC, as a laboratory has one."""

from __future__ import annotations

from argparse import ArgumentTypeError, _ActionsContainer
from pathlib import Path
from typing import TYPE_CHECKING

from mxgui.cli.argparse_words import as_help
from mxgui.i18n import tr
from mxgui.model.text import Text, text

if TYPE_CHECKING:
    from mxgui.net.dnssec_anchors import Anchors

MAX_BYTES = 65_536  # of a file that has one or two lines of use


def add_anchors(group: _ActionsContainer) -> None:
    """Add it to a group of options; what it comes to are anchors, None for the real root's."""
    group.add_argument(
        "--trust-anchor",
        type=anchors_in,
        metavar="FILE",
        help=as_help(text("DS or DNSKEY lines of the root that DNSSEC is validated from; IANA's")),
    )


def anchors_in(written: str) -> Anchors:
    """Read the anchors in a file; raises ArgumentTypeError if there are none to be had."""
    # Imported here: it takes a while, and most runs do without.
    from mxgui.net.dnssec_anchors import BadAnchors, read_anchors

    try:
        with Path(written).open("rb") as file:
            octets = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise _wrong(text("{file} cannot be read: {why}", file=written, why=why)) from error
    if len(octets) > MAX_BYTES:
        raise _wrong(text("{file} is too large for a file of trust anchors", file=written))
    try:
        return read_anchors(octets.decode("utf-8", "replace"))
    except BadAnchors as error:
        raise _wrong(
            text("{file} has no DS or DNSKEY record of the root in it", file=written)
        ) from error


def _wrong(why: Text) -> ArgumentTypeError:
    return ArgumentTypeError(tr(why))
