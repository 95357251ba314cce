"""What was offered is explained line by line, and what STARTTLS changed is told."""

from typing import Any

from mxgui.model.smtp import Probe, Reply, extensions_of
from mxgui.ui.dossier.offers import MOST, offers_sections
from tests.builders import a_probe


def probe_of(before: str, after: str | None = None, **facts: Any) -> Probe:
    """A probe whose host offered these, joined by commas, before STARTTLS and under TLS."""
    told: dict[str, Any] = {"ehlo_tls": None, "extensions_tls": ()}
    for name, written in (("", before), ("_tls", after)):
        if written is not None:
            lines = [line.strip() for line in written.split(",") if line.strip()]
            reply = Reply(250, ("mail at your service", *lines))
            told[f"ehlo{name}"] = reply
            told[f"extensions{name}"] = extensions_of(reply)
    return a_probe(**{**told, **facts})


def said(probe: Probe) -> list[str]:
    (section,) = offers_sections(probe)
    return [f"{line.label} {line.value}".strip() for line in section.lines]


def test_every_line_of_the_reply_is_there_with_its_meaning():
    (section,) = offers_sections(probe_of("SIZE 1048576, FRIENDLY"))
    assert [str(line.value) for line in section.lines] == [
        "250 mail at your service",
        "SIZE 1048576",
        "FRIENDLY",
    ]
    assert "1 MiB" in str(section.lines[1].about)
    assert "Not known" in str(section.lines[2].about)


def test_what_starttls_changes_is_told():
    lines = said(probe_of("STARTTLS, SIZE 1000, XRDST", "SIZE 2000, AUTH PLAIN"))
    assert "only before STARTTLS XRDST" in lines
    assert "only under TLS AUTH PLAIN" in lines
    assert "otherwise before STARTTLS SIZE 1000" in lines
    assert "SIZE 2000" in lines


def test_the_same_list_but_for_starttls_is_told_to_be_the_same():
    lines = said(probe_of("STARTTLS, DSN", "DSN"))
    assert "The same before STARTTLS and under TLS." in lines
    assert "The same before STARTTLS and under TLS." not in said(probe_of("STARTTLS, DSN"))


def test_a_host_without_extensions_and_one_without_ehlo_are_told_apart():
    assert said(probe_of(""))[1:] == ["It offers none."]
    assert said(a_probe(command="HELO", ehlo_tls=None)) == ["None: it takes HELO and refuses EHLO."]
    assert not list(offers_sections(a_probe(command="", ehlo=None, ehlo_tls=None)))


def test_a_reply_without_end_is_cut_and_says_so():
    lines = said(probe_of(", ".join(f"X{n} {'y' * 2000}" for n in range(100))))
    assert lines[-1] == f"and {100 - MOST} lines more, in the transcript"
    assert max(map(len, lines)) <= 400


def test_a_line_that_names_no_extension_is_shown_as_it_is():
    reply = Reply(250, ("mail", "=?"))
    (section,) = offers_sections(a_probe(ehlo_tls=None, ehlo=reply, extensions=()))
    assert section.lines[1].value == "=?"
    assert "does not begin with a name" in str(section.lines[1].about)
