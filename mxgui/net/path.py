"""Whether a path leads from a certificate to a root that is known, as OpenSSL builds paths.

Postfix and Exim ask the same library the same question. It stops at the first fault, so it is asked
twice: once with dates and once without, that an expired certificate of an unknown issuer is both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from OpenSSL import crypto

from mxgui.net.roots import Roots

# X509_V_ERR_* of OpenSSL's x509_vfy.h
SELF_SIGNED_LEAF = 18
NOT_YET_VALID = 9
EXPIRED = 10
ENDS_UNKNOWN = (2, 19)  # at what was trusted and is no root; at a root that nobody knows
NO_ISSUER = (20, 21)  # none at hand


@dataclass(frozen=True, slots=True)
class WebPath:
    """What OpenSSL says: `code` with dates and `timeless_code` without; 0 is well.

    `certificates` are those of the path without dates, in DER, leaf first and root last; none if
    there is no path. `note` are OpenSSL's words for the first fault.
    """

    code: int
    timeless_code: int
    certificates: tuple[bytes, ...] = ()
    note: str = ""


def path_of(
    leaf: crypto.X509, others: Sequence[crypto.X509], at: datetime, roots: Roots
) -> WebPath:
    """Look for a path at that moment, over the certificates that were sent with the leaf."""
    code, note, dated = _verified(roots.at(at), leaf, others)
    if code == 0:
        return WebPath(0, 0, dated)
    timeless_code, other_note, found = _verified(roots.timeless, leaf, others)
    return WebPath(code, timeless_code, found, other_note or note)


def _verified(
    store: crypto.X509Store, leaf: crypto.X509, others: Sequence[crypto.X509]
) -> tuple[int, str, tuple[bytes, ...]]:
    try:
        found = crypto.X509StoreContext(store, leaf, list(others)).get_verified_chain()
    except crypto.X509StoreContextError as error:
        code, _, words = error.errors
        return int(code), str(words), ()
    ders = tuple(crypto.dump_certificate(crypto.FILETYPE_ASN1, one) for one in found)
    return 0, "", ders
