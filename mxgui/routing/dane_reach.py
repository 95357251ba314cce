"""Which hosts and addresses a sender that uses DANE would use (RFC 7672, sections 2.1.2 and 2.2).

Without TLSA records that count it delivers as everybody does, and with unusable ones too, as long
as the session is encrypted; it skips what does not match, does not encrypt, or whose TLSA records
cannot be looked up.
"""

from __future__ import annotations

from mxgui.model.inspection import Inspection
from mxgui.routing.certainty import may_yet_encrypt
from mxgui.routing.dane import Dane, dane_of
from mxgui.routing.dane_steps import Verdict
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.tlsa import (
    Discovery,
    HostDane,
    discovered,
    discovered_at,
    discovered_each,
)
from mxgui.routing.usable import DANE_EE

_OPEN = (Verdict.NOT_TESTED, Verdict.UNKNOWN)


class DaneReach:
    """DANE at the hosts of one inspection; each decision is worked out once."""

    def __init__(self, inspection: Inspection) -> None:
        """Decide when it is wanted."""
        self._inspection = inspection

    def discovered(self, host: Host) -> Discovery:
        """Give the TLSA records that count for a host."""
        return discovered(self._inspection, host)

    def is_unknown(self, host: Host) -> bool:
        """Tell whether it is not known, over some family, which records count."""
        return any(
            found.dane is HostDane.UNKNOWN for found in discovered_each(self._inspection, host)
        )

    def decided(self, host: Host, own: HostAddress) -> Dane:
        """Give the decision at one address of a host."""
        return dane_of(self._inspection, host, own)

    def takes_host(self, host: Host) -> bool | None:
        """Tell whether DNS leaves the host to such a sender; None if that is not known."""
        found = self.discovered(host)
        match found.dane:
            case HostDane.LOOKUP_FAILED:
                return False if found.certain else None
            case HostDane.UNKNOWN:
                return None
            case _:
                return True

    def takes_address(self, host: Host, own: HostAddress) -> bool | None:
        """Tell whether such a sender would deliver to an address; None if that is not known."""
        verdict = self.decided(host, own).verdict
        if verdict in _OPEN:
            return None
        if verdict is Verdict.LOOKUP_FAILED:
            found = discovered_at(self._inspection, host, own.family)
            return False if found.certain else None
        probe = self._inspection.probe(own.address, host=host.name)
        if verdict is Verdict.NO_TLS and probe is not None and may_yet_encrypt(probe):
            return None
        return not verdict.skips

    def rests_on_key(self, host: Host, own: HostAddress) -> bool:
        """Tell whether a record names the server's own certificate or key, and it is that one.

        Senders that use DANE then look at no name and no date (RFC 7672, section 3.1.1).
        """
        deciding = self.decided(host, own).deciding
        return deciding is not None and deciding.record.usage == DANE_EE
