"""What the codes of extended DNS errors mean (RFC 8914, section 4, and later entries of IANA)."""

from __future__ import annotations

from mxgui.model.records import ExtendedError
from mxgui.model.text import Text, text
from mxgui.routing.shapes import Words

_MEANINGS = {
    0: text("some other error"),
    1: text("the zone is signed with an algorithm that the resolver does not know"),
    2: text("the zone's DS records use digests that the resolver does not know"),
    3: text("an old answer from the cache, as no server could be reached"),
    4: text("the answer was made up by policy"),
    5: text("whether the zone is signed rightly could not be found out"),
    6: text("the signatures of the zone do not fit"),
    7: text("the signatures of the zone have run out"),
    8: text("the signatures of the zone are not valid yet"),
    9: text("the key that the parent zone names is missing"),
    10: text("signatures are missing"),
    11: text("none of the keys is a zone key"),
    12: text("the proof that there is no such record is missing"),
    13: text("a failure that was kept from an earlier question"),
    14: text("the server is not ready yet"),
    15: text("blocked by the operator of the server"),
    16: text("blocked on demand of an authority"),
    17: text("blocked on wish of the client"),
    18: text("this client may not ask here"),
    19: text("an old answer from the cache, that there is no such name"),
    20: text("the server has no authority for the name"),
    21: text("the server does not know this kind of question"),
    22: text("none of the zone's servers could be reached"),
    23: text("the network failed on the way to the zone's servers"),
    24: text("the data of the zone are not valid"),
    25: text("the signatures of the zone ended before they began"),
    26: text("the question came too early in the connection"),
    27: text("more NSEC3 iterations than the resolver bears"),
    28: text("the server cannot do as its policy demands"),
    29: text("the answer was put together by the server"),
    30: text("no question can be of this type"),
}
_FIRST_PRIVATE = 49152  # up to 65535, RFC 8914, section 5.2


def meaning_of(code: int) -> Text:
    """What a code means, in words."""
    if code >= _FIRST_PRIVATE:
        return text("a code of the server's own")
    return _MEANINGS.get(code, text("a code that is not known here"))


def short_words(error: ExtendedError) -> Words:
    """Code and meaning."""
    return text("{code}, {meaning}", code=error.code, meaning=meaning_of(error.code))


def error_words(error: ExtendedError) -> Words:
    """Code and meaning, and what the server wrote to it."""
    if not error.text:
        return short_words(error)
    return text(
        "{code}, {meaning}: {words}",
        code=error.code,
        meaning=meaning_of(error.code),
        words=error.text,
    )
