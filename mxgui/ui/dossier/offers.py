"""What a host offers: each extension explained, and what STARTTLS changes in the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mxgui.model.smtp import Extension, Probe, Reply, extensions_of
from mxgui.model.text import Text, counted, text
from mxgui.routing.shapes import Words
from mxgui.ui.dossier.extensions import meaning_of
from mxgui.ui.dossier.section import Line, Section, cut

MOST = 40  # lines of a reply that are explained; honest hosts have a dozen

_TITLE = text("Extensions")
_NO_EXTENSION = text("No extension: the line does not begin with a name.")


def offers_sections(probe: Probe) -> Iterator[Section]:
    """The extensions as they were offered last, which is under TLS if it came to that."""
    reply = probe.ehlo_tls or probe.ehlo
    if probe.command == "HELO":
        yield Section(_TITLE, (Line(text("None: it takes HELO and refuses EHLO.")),))
    elif reply is not None and reply.lines and probe.command:
        yield Section(_TITLE, tuple(_lines(probe, reply)))


def _lines(probe: Probe, reply: Reply) -> Iterator[Line]:
    words = f"{reply.code} {reply.lines[0]}"
    yield Line(cut(words), label=text("reply to EHLO"), mono=True)
    if probe.ehlo is not None and probe.ehlo_tls is not None:
        yield from _changes(_named(probe.extensions), _named(probe.extensions_tls))
    if len(reply.lines) == 1:
        yield Line(text("It offers none."))
    for written in reply.lines[1 : MOST + 1]:
        yield _offer(reply.code, written)
    more = len(reply.lines) - 1 - MOST
    if more > 0:
        yield Line(
            counted(
                "and {n} line more, in the transcript",
                "and {n} lines more, in the transcript",
                more,
            )
        )


def _offer(code: int, written: str) -> Line:
    found = extensions_of(Reply(code, ("", written)))
    about = meaning_of(found[0]) if found else _NO_EXTENSION
    return Line(cut(written), mono=True, about=about)


def _named(extensions: tuple[Extension, ...]) -> dict[str, str]:
    return {extension.keyword: extension.parameters for extension in extensions}


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Line]:
    """What is offered before or after STARTTLS alone; STARTTLS itself is not offered again."""
    both = before.keys() & after.keys()
    gone = [name for name in before if name not in after and name != "STARTTLS"]
    new = [name for name in after if name not in before]
    other = [name for name in before if name in both and before[name] != after[name]]
    if not (gone or new or other):
        yield Line(text("The same before STARTTLS and under TLS."))
    if gone:
        yield Line(_list(gone, before), label=text("only before STARTTLS"), mono=True)
    if new:
        yield Line(_list(new, after), label=text("only under TLS"), mono=True)
    if other:
        yield Line(_list(other, before), label=text("otherwise before STARTTLS"), mono=True)


def _list(names: list[str], parameters: Mapping[str, str]) -> Words:
    told = ", ".join(f"{name} {parameters[name]}".rstrip() for name in names[:MOST])
    return _more(cut(told), len(names) - MOST)


def _more(told: str, more: int) -> Text | str:
    return text("{told} and {n} more", told=told, n=more) if more > 0 else told
