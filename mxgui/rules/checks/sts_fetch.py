"""The MTA-STS policy could not be fetched: senders go on as if there were none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from mxgui.model.policy import FetchOutcome, PolicyFetch, policy_host
from mxgui.model.text import Text, text
from mxgui.routing.sts import sts_of
from mxgui.routing.sts_words import media_type, reach_words, tls_problem_words
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Check, Rule, rfc
from mxgui.rules.trouble import cut

_WHOLE_MINUTE = 60.0  # seconds; what RFC 8461 3.3 suggests that senders wait
_TEXT_PLAIN = "text/plain"


def _checker(
    finding: str, words: Callable[[PolicyFetch, str], Text], *outcomes: FetchOutcome
) -> Check:
    """Give the check for fetches that ended in one of these ways."""

    def check(case: Case) -> Iterator[Finding]:
        fetch = sts_of(case.inspection).fetch
        if fetch is not None and fetch.outcome in outcomes:
            severity = Severity.INCONCLUSIVE if _may_be_us(fetch) else Severity.ERROR
            host = policy_host(fetch.domain) or fetch.domain
            yield Finding(finding, severity, case.domain, words(fetch, host))

    return check


def _may_be_us(fetch: PolicyFetch) -> bool:
    impatient = fetch.outcome is FetchOutcome.TOO_SLOW and fetch.limit < _WHOLE_MINUTE
    return impatient or fetch.may_be_us


def _dns(fetch: PolicyFetch, host: str) -> Text:
    if fetch.outcome is FetchOutcome.NO_ADDRESS:
        return text("The policy host {host} has no address", host=host)
    return text("The addresses of the policy host {host} could not be looked up", host=host)


def _tcp(fetch: PolicyFetch, host: str) -> Text:
    if fetch.outcome is FetchOutcome.PRIVATE_ADDRESS:
        return text("The policy host {host} has private addresses only", host=host)
    ways = tuple(dict.fromkeys(reach_words(one.reach) for one in fetch.tries))
    return text("The policy host {host} cannot be reached: {ways}", host=host, ways=ways)


def _tls(fetch: PolicyFetch, host: str) -> Text:
    problem = tls_problem_words(fetch.tls_problem)
    return text("The policy host {host} cannot be trusted: {problem}", host=host, problem=problem)


def _status(fetch: PolicyFetch, host: str) -> Text:
    if fetch.outcome is FetchOutcome.NOT_HTTP:
        return text("What the policy host {host} answers is not HTTP", host=host)
    if fetch.outcome is FetchOutcome.CLOSED:
        return text("The policy host {host} ends the connection before its answer", host=host)
    return text(
        "The policy host {host} answers with status {status}", host=host, status=str(fetch.status)
    )


def _redirect(fetch: PolicyFetch, host: str) -> Text:
    return text(
        "The policy host {host} redirects ({status}) to {location}, which senders must not follow",
        host=host,
        status=str(fetch.status),
        location=cut(fetch.location) if fetch.location else text("nowhere"),
    )


def _size(fetch: PolicyFetch, host: str) -> Text:
    if fetch.outcome is FetchOutcome.TOO_BIG:
        return text("What {host} gives as its policy is over 64 KiB", host=host)
    return text(
        "The policy host {host} did not give its policy within {limit}",
        host=host,
        limit=timedelta(seconds=fetch.limit),
    )


def _check_type(case: Case) -> Iterator[Finding]:
    fetch = sts_of(case.inspection).fetch
    if fetch is None or fetch.outcome is not FetchOutcome.FETCHED:
        return
    if media_type(fetch) != _TEXT_PLAIN:
        words = text(
            "The policy comes as {type}, not as text/plain",
            type=cut(fetch.media_type) if fetch.media_type else text("a file of no media type"),
        )
        yield Finding("STS-FETCH-CTYPE", Severity.NOTICE, case.domain, words)


_WHY = text(
    "The record announces a policy that cannot be had. Senders that do not know it yet go on "
    "without its protection; those that know it keep to the old one until that expires."
)

RULES = (
    Rule(
        id="STS-FETCH-DNS",
        title=text("The policy host has no address"),
        why=_WHY,
        fix=text("Publish A or AAAA records for mta-sts under the domain, or a CNAME."),
        references=(rfc("8461", "3.3"),),
        check=_checker("STS-FETCH-DNS", _dns, FetchOutcome.NO_ADDRESS, FetchOutcome.LOOKUP_FAILED),
    ),
    Rule(
        id="STS-FETCH-TCP",
        title=text("The policy host cannot be reached"),
        why=_WHY,
        fix=text(
            "See that a web server listens on port 443 of all addresses of the policy host, and "
            "that no firewall keeps senders away from it."
        ),
        references=(rfc("8461", "3.3"),),
        check=_checker(
            "STS-FETCH-TCP", _tcp, FetchOutcome.NOT_REACHABLE, FetchOutcome.PRIVATE_ADDRESS
        ),
    ),
    Rule(
        id="STS-FETCH-TLS",
        title=text("The policy host's certificate is not good for it"),
        why=_WHY,
        fix=text(
            "Give the web server a certificate for mta-sts under the domain, by an authority that "
            "browsers trust, with its intermediate certificates, and see to its renewal."
        ),
        references=(rfc("8461", "3.3"),),
        check=_checker("STS-FETCH-TLS", _tls, FetchOutcome.TLS_FAILED),
    ),
    Rule(
        id="STS-FETCH-STATUS",
        title=text("The policy host does not answer with status 200"),
        why=_WHY,
        fix=text("Let the web server give the policy at /.well-known/mta-sts.txt."),
        references=(rfc("8461", "3.3"),),
        check=_checker(
            "STS-FETCH-STATUS",
            _status,
            FetchOutcome.STATUS,
            FetchOutcome.NOT_HTTP,
            FetchOutcome.CLOSED,
        ),
    ),
    Rule(
        id="STS-FETCH-REDIRECT",
        title=text("The policy host redirects"),
        why=_WHY,
        fix=text("Give the policy itself at /.well-known/mta-sts.txt, without any redirect."),
        references=(rfc("8461", "3.3"),),
        check=_checker("STS-FETCH-REDIRECT", _redirect, FetchOutcome.REDIRECT),
    ),
    Rule(
        id="STS-FETCH-CTYPE",
        title=text("The policy's media type is not text/plain"),
        why=text(
            "Senders should look at the media type, so that no page which a user has put there is "
            "taken for a policy; one that does refuses it."
        ),
        fix=text("Let the web server send “Content-Type: text/plain” with the policy."),
        references=(rfc("8461", "3.2"),),
        check=_check_type,
    ),
    Rule(
        id="STS-FETCH-SIZE",
        title=text("The policy is too big, or comes too slowly"),
        why=_WHY,
        fix=text(
            "A policy has some hundred bytes and comes within a second. Senders may stop after 64 "
            "KiB and after a minute."
        ),
        references=(rfc("8461", "3.3"),),
        check=_checker("STS-FETCH-SIZE", _size, FetchOutcome.TOO_BIG, FetchOutcome.TOO_SLOW),
    ),
)
