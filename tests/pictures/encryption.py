"""A domain whose hosts encrypt in every way: verified, with flaws of each kind, and broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mxgui.model.certificate import Certificate, Tls
from mxgui.model.chain import PathProblem
from mxgui.model.event import Learned, chain_step, probe_step
from mxgui.model.inspection import Inspection, learn
from mxgui.model.plan import Origin
from tests.builders import NOON, a_certificate, a_chain, a_probe, an_inspection
from tests.rules.faults import stalling

_P = PathProblem
_MIDDLE = a_certificate("Example TLS CA 2", issuer="CN=Example Root")
_ROOT = a_certificate("Root", subject="CN=Private Root", issuer="CN=Private Root")
_DAY = timedelta(days=1)


def encrypting_in_every_way() -> Inspection:
    """One exchange for each kind; all are up."""
    hosts = {f"{name}.example.org": f"203.0.113.{n}" for n, name in enumerate(_KINDS, start=10)}
    hosts["stalls.example.org"] = "203.0.113.90 2001:db8::90"
    mx = ", ".join(f"{10 if n < 4 else 20} {name}" for n, name in enumerate(hosts))
    probes = {address: a_probe(name, address) for name, address in hosts.items()}
    probes["203.0.113.90"] = a_probe("stalls.example.org", "203.0.113.90")
    probes["2001:db8::90"] = stalling("stalls.example.org", "2001:db8::90")
    known = an_inspection(
        mx=mx, hosts=hosts, probes=probes, origin=Origin("0.1.0", "192.0.2.53:53 (demo)", demo=True)
    )
    for name, kind in _KINDS.items():
        known = _with(known, f"{name}.example.org", hosts[f"{name}.example.org"], *kind)
    return known


def _leaf(**facts: object) -> Certificate:
    return a_certificate("HOST", issuer="CN=Example TLS CA 2", usages=("server auth",), **facts)


_KINDS: dict[str, tuple[tuple[Certificate, ...], tuple[PathProblem, ...]]] = {
    "verified": ((_leaf(), _MIDDLE), ()),
    "soon": ((_leaf(not_after=NOON + 6 * _DAY), _MIDDLE), ()),
    "expired": ((_leaf(not_after=NOON - 3 * _DAY), _MIDDLE), (_P.EXPIRED,)),
    "selfsigned": ((_leaf(), ), (_P.SELF_SIGNED,)),
    "private": ((_leaf(), a_certificate("Example TLS CA 2", issuer="CN=Private Root"), _ROOT),
                (_P.UNKNOWN_ISSUER,)),
    "incomplete": ((_leaf(),), (_P.MISSING_INTERMEDIATE,)),
    "othername": ((_leaf(names=("www.example.net", "example.net")), _MIDDLE), ()),
    "weak": ((_leaf(key="RSA 1024", digest="sha1", signature="rsa-with-sha1"), _MIDDLE), ()),
}  # fmt: skip


def _with(
    known: Inspection,
    host: str,
    address: str,
    chain: tuple[Certificate, ...],
    problems: tuple[PathProblem, ...],
) -> Inspection:
    """The same with the chain of one host; its name stands in the leaf unless another does."""
    leaf = chain[0]
    names = (host,) if leaf.names == ("HOST",) else leaf.names
    subject = f"CN={host}"
    issuer = subject if _P.SELF_SIGNED in problems else leaf.issuer
    digest = f"{address:0>64}".replace(".", "0")
    own = replace(
        leaf, subject=subject, issuer=issuer, names=names, common_names=(host,), sha256=digest
    )
    probe = a_probe(host, address)
    tls = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", host, chain=(own, *chain[1:]))
    probe = replace(probe, tls=tls)
    step = probe_step(probe.target)
    anchor = "" if problems else "CN=Example Root"
    checked = a_chain(probe, trusted=not problems, problems=problems, anchor=anchor)
    return learn(learn(known, Learned(step, probe)), Learned(chain_step(step), checked))
