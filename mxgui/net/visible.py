"""What a stranger sent, made harmless to look at: nothing in it moves a cursor or turns a line."""

from __future__ import annotations


def visible(sent: bytes | str) -> str:
    r"""Write bytes that are no UTF-8, and letters that do not print, as escapes.

    So ESC becomes `\x1b`, and the letters that turn the direction of a line `\u202e`. A plain space
    is the only white space that stays.
    """
    text = sent.decode("utf-8", "backslashreplace") if isinstance(sent, bytes) else sent
    if text.isprintable():
        return text
    # One escape a kind of letter: 64 KiB of NULs would be millions of bytes for a moment.
    return text.translate(
        {ord(letter): _escape(letter) for letter in set(text) if not letter.isprintable()}
    )


def cut(text: str, letters: int) -> str:
    """Shorten a text to so many letters; an ellipsis tells that something is missing."""
    return text if len(text) <= letters else f"{text[: letters - 1]}…"


def _escape(letter: str) -> str:
    code = ord(letter)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
