"""Of SPF this alone: whether a domain says that nobody sends mail in its name (RFC 7208)."""

from __future__ import annotations

from collections.abc import Sequence

_VERSION = "v=spf1"
_NOBODY = "-all"


def sends_no_mail(texts: Sequence[str]) -> bool:
    """Whether the one SPF record among the texts is `-all` and nothing else that could match.

    Modifiers (`exp=...`) let nobody send. Several records are an error, and no such word.
    (RFC 7208, sections 4.5 and 4.6.1)
    """
    records = [text.split() for text in texts if _is_spf(text)]
    if len(records) != 1:
        return False
    terms = [term.lower() for term in records[0][1:]]
    mechanisms = [term for term in terms if not _is_modifier(term)]
    return mechanisms == [_NOBODY]


def _is_spf(text: str) -> bool:
    return text.lower() == _VERSION or text.lower().startswith(f"{_VERSION} ")


def _is_modifier(term: str) -> bool:
    name, equals, _ = term.partition("=")
    return bool(equals) and name.replace("-", "").replace("_", "").replace(".", "").isalnum()
