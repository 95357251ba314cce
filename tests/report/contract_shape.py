"""The JSON of format 1, key by key and type by type, written by hand from the contract.

`misfit` tells how shapes are written.
"""

from typing import Any

from tests.report.comparison_shape import COMPARISON, STATUS
from tests.report.misfit import MOMENT

NULL = type(None)
NUMBER = (int, float)
DNSSEC = {"secure", "insecure", "bogus", "indeterminate", "unknown"}
EDE = [{"code": int, "text": str}]
ADDRESS = {
    "address": str,
    "family": int,
    "ttl": (int, NULL),
    "dnssec": DNSSEC,
    "ad": (bool, NULL),
    "share": NUMBER,
    "special": (
        {
            "private",
            "loopback",
            "link_local",
            "documentation",
            "mapped",
            "shared",
            "benchmarking",
            "multicast",
            "unspecified",
            "reserved",
        },
        NULL,
    ),
    "ptr": ([str], NULL),
    "forward_confirmed": (bool, NULL),
}
AUTHORITY = {
    "zone": str,
    "server": str,
    "address": str,
    "transport": {"udp", "tcp"},
    "status": STATUS,
    "rcode": (str, NULL),
    "authoritative": (bool, NULL),
    "recursive": (bool, NULL),
    "serial": (int, NULL),
    "question": str,
    "answer": [str],
    "glue": [str],
    "ttl": (int, NULL),
    "took_ms": NUMBER,
    "skipped": (str, NULL),
    "note": (str, NULL),
}
HOST = {
    "name": str,
    "unicode": str,
    "ttl": (int, NULL),
    "alias_chain": [str],
    "special": ({"null", "literal", "localhost", "bad_name", "duplicate"}, NULL),
    "lookups": {"a": STATUS, "aaaa": STATUS},
    "ede": EDE,
    "share": NUMBER,
    "tlsa": (
        {"base": str, "status": STATUS, "dnssec": DNSSEC, "ttl": (int, NULL), "records": [str]},
        NULL,
    ),
    "dane": {"none", "not_applicable", "usable", "unusable", "lookup_failed", "unknown"},
    "sts": {"no_policy", "covered", "not_covered", "unknown"},
    "addresses": [ADDRESS],
}
ROUTE = {
    "kind": {"mx", "implicit", "null", "none", "unknown"},
    "status": STATUS,
    "ede": EDE,
    "ttl": (int, NULL),
    "ttl_original": (int, NULL),
    "alias_chain": [str],
    "dnssec": DNSSEC,
    "ad": (bool, NULL),
    "tiers": [{"preference": int, "hosts": [HOST]}],
}
PHASE = (*NUMBER, NULL)
PHASES = {
    "connect_ms": PHASE,
    "greeting_ms": PHASE,
    "ehlo_ms": PHASE,
    "starttls_ms": PHASE,
    "handshake_ms": PHASE,
    "ehlo_tls_ms": PHASE,
}
CERTIFICATE = {
    "subject": str,
    "issuer": str,
    "names": [str],
    "not_before": (MOMENT, NULL),
    "not_after": (MOMENT, NULL),
    "sha256": str,
    "spki_sha256": (str, NULL),
    "key": (str, NULL),
}
PROBLEM = {
    "expired",
    "not_yet_valid",
    "self_signed",
    "unknown_issuer",
    "missing_intermediate",
    "name_mismatch",
    "weak",
    "malformed",
    "unfit",
}
TLS = {
    "version": str,
    "cipher": str,
    "sni": str,
    "injected": bool,
    "certificate": (CERTIFICATE, NULL),
    "chain_length": int,
    "name_matches": ({"dns_id": bool, "cn": bool}, NULL),
    "trusted": (bool, NULL),
    "problems": ([PROBLEM], NULL),
}
PROBE = {
    "host": str,
    "address": str,
    "port": int,
    "preference": (int, NULL),
    "vantage": str,
    "shared_with": [str],
    "began": (MOMENT, NULL),
    "outcome": {
        "greeted",
        "deferred",
        "rejected",
        "not_smtp",
        "silent",
        "closed",
        "refused",
        "timed_out",
        "unreachable",
        "blocked_here",
        "proxy_no_answer",
        "not_tried",
    },
    "reason": (str, NULL),
    "stage": {"connect", "greeting", "ehlo", "starttls", "handshake", "ehlo_tls", "quit"},
    "stopped_by": (
        {"reply", "timeout", "closed", "reset", "bad_reply", "too_long", "cancelled"},
        NULL,
    ),
    "phases": PHASES,
    "greeting": ({"code": int, "text": str}, NULL),
    "greeting_name": (str, NULL),
    "ehlo": ({"code": int, "command": ({"EHLO", "HELO"}, NULL), "text": str}, NULL),
    "extensions": (dict[str, str], NULL),
    "extensions_tls": (dict[str, str], NULL),
    "starttls": {"not_tested", "not_offered", "refused", "failed", "unverified", "verified"},
    "tls": (TLS, NULL),
    "dane": (
        {
            "verdict": {
                "none",
                "not_applicable",
                "match",
                "mismatch",
                "unusable",
                "lookup_failed",
                "no_tls",
                "not_tested",
                "unknown",
            },
            "records": [
                {
                    "record": str,
                    "result": ({"match", "no_match", "unusable", "outranked"}, NULL),
                }
            ],
            "trace": [str],
        },
        NULL,
    ),
    "sts": {
        "no_policy",
        "pass",
        "not_covered",
        "certificate_fails",
        "no_tls",
        "not_tested",
        "unknown",
    },
    "transcript": [{"at_ms": NUMBER, "from": {"server", "client", "note"}, "text": str}],
}
FETCH = {
    "outcome": str,
    "status": (int, NULL),
    "media_type": (str, NULL),
    "location": (str, NULL),
    "port": int,
    "limit_s": NUMBER,
    "age_s": (*NUMBER, NULL),
    "tries": [{"address": str, "outcome": str}],
    "note": (str, NULL),
}
MTA_STS = {
    "verdict": (
        {"none", "valid", "record_invalid", "fetch_failed", "policy_invalid", "lookup_failed"},
        NULL,
    ),
    "record": (str, NULL),
    "policy": (str, NULL),
    "fetched_at": (MOMENT, NULL),
    "mode": ({"enforce", "testing", "none"}, NULL),
    "max_age": (int, NULL),
    "mx": ([str], NULL),
    "id": (str, NULL),
    "problem": (str, NULL),
    "line": (int, NULL),
    "fetch": (FETCH, NULL),
}
TLSRPT = {
    "verdict": ({"none", "valid", "invalid", "lookup_failed"}, NULL),
    "record": (str, NULL),
    "rua": [str],
    "problem": (str, NULL),
}
FINDING = {
    "id": str,
    "severity": {"critical", "error", "warning", "notice", "info", "inconclusive"},
    "provisional": bool,
    "subject": str,
    "text": str,
    "why": str,
    "fix": str,
    "references": [str],
    "includes": [str],
}
REPORT = {
    "format": int,
    "version": str,
    "domain": {
        "input": str,
        "taken_as": {"domain", "address", "url", "literal", "bounce"},
        "ascii": str,
        "unicode": str,
    },
    "began": MOMENT,
    "ended": (MOMENT, NULL),
    "cut_short": bool,
    "planned": bool,
    "comparison": (COMPARISON, NULL),
    "resolver": str,
    "vantages": [
        {
            "id": str,
            "helo": (str, NULL),
            "proxy": (str, NULL),
            "port_open": (bool, NULL),
            "ipv4": (bool, NULL),
            "ipv6": (bool, NULL),
            "problem": (str, NULL),
        }
    ],
    "verdict": {"flows", "degraded", "queues", "bounces", "takes_no_mail", "unknown"},
    "headline": str,
    "route": ROUTE,
    "sender": str,
    "seed": int,
    "as": (str, NULL),
    "try_order": [{"position": int, "preference": int, "host": str, "address": str}],
    "left_out": [{"preference": int, "host": str, "address": str}],
    "probes": [PROBE],
    "policies": {"mta_sts": MTA_STS, "tlsrpt": TLSRPT},
    "authorities": (NULL, [AUTHORITY]),
    "findings": [FINDING],
    "facts": dict[str, Any],
}
