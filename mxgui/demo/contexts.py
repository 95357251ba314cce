"""What the demo's hosts need to take TLS handshakes, made when a client first asks for one."""

from __future__ import annotations

import ssl
import tempfile
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mxgui.demo.behaviour import Behaviour, Encryption, Papers

if TYPE_CHECKING:
    from datetime import datetime

    from mxgui.demo.certificates import Authority, Identity


@dataclass(slots=True)
class Contexts:
    """One context for each certificate and manner; `at` is the moment that dates are reckoned from.

    The authority is made at first use: cryptography takes long to import, and the demo has to open
    in a moment.
    """

    at: datetime
    _authority: Authority | None = field(default=None, repr=False)
    _known: dict[tuple[str, Papers, bool], ssl.SSLContext] = field(default_factory=dict)

    @property
    def authority(self) -> Authority:
        """Who issues the certificates."""
        from mxgui.demo.certificates import Authority

        if self._authority is None:
            self._authority = Authority(self.at)
        return self._authority

    def context_of(
        self, name: str, manners: Behaviour, beside: Mapping[str, Behaviour]
    ) -> ssl.SSLContext:
        """Give the context of a host; a client that asks for one beside it gets that one's."""
        context = self.plain_context_of(name, manners)
        if beside:
            others = {other: self.plain_context_of(other, beside[other]) for other in beside}

            def choose(asked: ssl.SSLObject, wanted: str | None, _own: ssl.SSLContext) -> None:
                asked.context = others.get(wanted or "", context)

            context.sni_callback = choose
        return context

    def plain_context_of(self, name: str, manners: Behaviour) -> ssl.SSLContext:
        """Give the context that shows this host's certificate, whatever name is asked for."""
        is_old = manners.encryption is Encryption.OLD
        known = (name, manners.papers, is_old)
        if known not in self._known:
            identity = self.authority.identity_of(name, manners.papers)
            self._known[known] = _context(identity, is_old=is_old)
        return self._known[known]


def _context(identity: Identity, *, is_old: bool) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")  # a short key is refused otherwise
    if is_old:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # that it is old is the point
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    # the ssl module reads keys from files only; the folder is readable by its owner alone
    with tempfile.TemporaryDirectory(prefix="mxgui-demo-") as folder:
        path = Path(folder, "host.pem")
        path.write_bytes(identity.pem)
        context.load_cert_chain(path)
    return context
