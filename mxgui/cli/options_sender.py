"""The options that say which kind of sender is meant, and how it shuffles."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, _ArgumentGroup
from difflib import get_close_matches

from mxgui.cli.argparse_words import as_help
from mxgui.i18n import tr
from mxgui.model.place import shortened
from mxgui.model.plan import Plan
from mxgui.model.text import Text, text
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.switches import BadSwitch, read_own

ALL = "all"  # what is typed for every sender of the shelf
MAX_SEED = 2**63 - 1  # what a saved inspection can hold


def add_sender(group: _ArgumentGroup, *, also_all: bool = False) -> None:
    """Add them to a command; with `also_all` the word for all senders is one too."""
    words = text("whose order of tries; “mxgui senders” lists them ({usual})", usual=Plan().sender)
    if also_all:
        words = text("{words}; {all}: side by side", words=words, all=ALL)
    group.add_argument(
        "--sender",
        type=_sender_or_all if also_all else _sender,
        default=Plan().sender,
        metavar="NAME",
        help=as_help(words),
    )
    group.add_argument(
        "--seed", type=_seed, default=0, metavar="N", help=as_help(text("shuffle of one run (0)"))
    )


def add_own(group: _ArgumentGroup) -> None:
    """Add the option that says which of the exchanges the sender itself is."""
    group.add_argument(
        "--as",
        dest="own",
        type=_own,
        metavar="HOST|ADDRESS",
        help=as_help(text("the sender is this exchange itself (RFC 5321, 5.1)")),
    )


def sender_named(typed: str) -> Sender | None:
    """Give the sender of that name, in whatever case; None if there is none."""
    return next((one for one in SENDERS if one.id == typed.strip().lower()), None)


def unknown_sender(typed: str) -> Text:
    """Say that there is no such sender, and which name is the nearest, or all there are."""
    known = tuple(sender.id for sender in SENDERS)
    titles = {sender.title.lower(): sender.id for sender in SENDERS}
    close = get_close_matches(typed.lower(), (*known, *titles), n=1, cutoff=0.5)
    if close:
        name = titles.get(close[0], close[0])
        return text(
            "There is no sender {typed}; the nearest: {close}.", typed=shortened(typed), close=name
        )
    return text(
        "There is no sender {typed}; there are: {known}.", typed=shortened(typed), known=known
    )


def _own(typed: str) -> str:
    try:
        return read_own(typed)
    except BadSwitch as error:
        raise ArgumentTypeError(tr(error.text).rstrip(".")) from error


def _sender(typed: str) -> str:
    sender = sender_named(typed)
    if sender is None:
        raise ArgumentTypeError(tr(unknown_sender(typed)).rstrip("."))
    return sender.id


def _sender_or_all(typed: str) -> str:
    return ALL if typed.strip().lower() == ALL else _sender(typed)


def _seed(written: str) -> int:
    seed = int(written) if re.fullmatch(r"-?[0-9]{1,19}", written, re.ASCII) else MAX_SEED + 1
    if abs(seed) > MAX_SEED:
        why = text("give a whole number of at most 18 digits, not {given}", given=written)
        raise ArgumentTypeError(tr(why))
    return seed
