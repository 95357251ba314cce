"""The host that offers a domain's MTA-STS policy, and how it does that (RFC 8461, section 3.3)."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.demo.behaviour import Papers
from mxgui.demo.hosts import DemoAddress, read_address

WEEK = 604_800  # seconds
TOO_MUCH = 70_000  # bytes; more than the 64 KiB that a policy may have


@dataclass(frozen=True, slots=True)
class PolicyHost:
    """What stands at `mta-sts.` of a domain; without an address it has no name in DNS either."""

    address: DemoAddress | None
    policy: str = ""
    status: int = 200
    location: str = ""  # where a redirect leads
    media_type: str = "text/plain"
    papers: Papers = Papers.ISSUED

    @property
    def response(self) -> bytes:
        """Every byte that it sends in reply to a GET of the policy; then it closes."""
        body = self.policy.replace("\n", "\r\n").encode()
        head = [
            f"HTTP/1.1 {self.status} {_REASONS.get(self.status, 'Other')}",
            f"Content-Type: {self.media_type}",
            f"Content-Length: {len(body)}",
            "Connection: close",
        ]
        if self.location:
            head.append(f"Location: {self.location}")
        return "\r\n".join((*head, "", "")).encode() + body


_REASONS = {200: "OK", 302: "Found", 404: "Not Found"}


def policy_of(mode: str, *patterns: str, max_age: int = WEEK) -> str:
    """Write a policy; patterns are whole names."""
    mx = "".join(f"mx: {pattern}\n" for pattern in patterns)
    return f"version: STSv1\nmode: {mode}\n{mx}max_age: {max_age}\n"


def offering(address: str, policy: str) -> PolicyHost:
    """Give a host at that address, written as hosts' addresses are, that does all rightly."""
    return PolicyHost(read_address(address), policy)
