"""The route in the JSON of format 1: tiers, hosts, addresses, and how each was found."""

from __future__ import annotations

from mxgui.model.domain import unicode_of
from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer
from mxgui.model.security import Security
from mxgui.report.contract_dane import host_dane_value, tlsa_value
from mxgui.report.values import Value, share
from mxgui.routing.planned import mx_security
from mxgui.routing.reverse import reverse_of
from mxgui.routing.route import Host, HostAddress, Route
from mxgui.routing.shares import shares_of
from mxgui.routing.sts import sts_of, sts_of_host


def route_value(inspection: Inspection, route: Route) -> dict[str, Value]:
    """The route, with what DNSSEC, DANE and MTA-STS come to."""
    answer = route.answer
    security = mx_security(inspection)
    return {
        "kind": route.kind.value,
        "status": answer.status.value,
        "ede": _extended_errors(answer),
        "ttl": answer.ttl,
        "ttl_original": _original(answer, security),
        "alias_chain": _alias_chain(answer),
        "dnssec": security.state.value,
        "ad": answer.ad,
        "tiers": [
            {
                "preference": tier.preference,
                "hosts": [_host(inspection, host) for host in tier.hosts],
            }
            for tier in route.tiers
        ],
    }


def _host(inspection: Inspection, host: Host) -> dict[str, Value]:
    return {
        "name": host.name,
        "unicode": unicode_of(host.name),
        "ttl": host.ttl,
        "alias_chain": [alias.target for alias in host.aliases],
        "special": host.special.value if host.special else None,
        "lookups": {"a": host.a.status.value, "aaaa": host.aaaa.status.value},
        "ede": [*_extended_errors(host.a), *_extended_errors(host.aaaa)],
        "share": share(shares_of(inspection).of_host(host)),
        "tlsa": tlsa_value(inspection, host),
        "dane": host_dane_value(inspection, host),
        "sts": sts_of_host(sts_of(inspection), host.name).value,
        "addresses": [_address(inspection, host, own) for own in host.addresses],
    }


def _address(inspection: Inspection, host: Host, own: HostAddress) -> dict[str, Value]:
    answer = host.aaaa if own.family == 6 else host.a
    security = inspection.security(answer.question.name, answer.question.type)
    reverse = reverse_of(inspection, own.address)
    return {
        "address": own.address,
        "family": own.family,
        "ttl": own.ttl,
        "dnssec": security.state.value,
        "ad": answer.ad,
        "share": share(shares_of(inspection).of(host, own.address)),
        "special": own.special.value if own.special else None,
        "ptr": None if reverse.names is None else list(reverse.names),
        "forward_confirmed": reverse.confirmed,
    }


def _original(answer: Answer, security: Security) -> int | None:
    """The original TTL: what was signed, where that was validated."""
    return answer.ttl_original if security.ttl_original is None else security.ttl_original


def _extended_errors(answer: Answer) -> list[Value]:
    return [{"code": error.code, "text": error.text} for error in answer.ede]


def _alias_chain(answer: Answer) -> list[Value]:
    return [alias.target for alias in answer.aliases]
