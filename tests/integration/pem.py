"""The certificates of the laboratory, and the authority behind them, made anew for each run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import trustme

from tests.integration.hosts import HOSTS, SELF_SIGNED


@dataclass(frozen=True, slots=True)
class Pem:
    """Files with a certificate chain and its key."""

    certificate: Path
    key: Path


@dataclass(frozen=True, slots=True)
class Pems:
    """All certificates of one run."""

    authority: Path  # what a client must trust
    good: Pem  # for every host, and for the resolver
    self_signed: Pem


def issue(folder: Path, resolver_names: Sequence[str]) -> Pems:
    """Make the authority and the certificates, and write them into the folder."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "authority.pem")
    names = [host.name for host in HOSTS if host is not SELF_SIGNED]
    good = authority.issue_cert(*names, *resolver_names)
    # Its own root, sent as the only certificate: nobody vouches for it but itself.
    alone = trustme.CA(organization_name=SELF_SIGNED.name)
    return Pems(
        folder / "authority.pem",
        _written(folder, "good", good.cert_chain_pems, good.private_key_pem),
        _written(folder, "self-signed", [alone.cert_pem], alone.private_key_pem),
    )


def _written(folder: Path, name: str, chain: Sequence[trustme.Blob], key: trustme.Blob) -> Pem:
    pem = Pem(folder / f"{name}.pem", folder / f"{name}.key")
    pem.certificate.write_bytes(b"".join(blob.bytes() for blob in chain))
    pem.key.write_bytes(key.bytes())
    pem.key.chmod(0o644)  # each server reads it as a user of its own; it guards nothing
    return pem
