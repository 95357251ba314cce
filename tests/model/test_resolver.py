"""What may be typed as a resolver, and what is said about the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.resolver import BadResolver, ResolverKind, ResolverSpec

TLS, HTTPS, PLAIN = ResolverKind.TLS, ResolverKind.HTTPS, ResolverKind.PLAIN


@pytest.mark.parametrize(
    ("typed", "spec", "shown"),
    [
        ("system", ResolverSpec(ResolverKind.SYSTEM), "system"),
        (" System ", ResolverSpec(ResolverKind.SYSTEM), "system"),
        ("192.0.2.1", ResolverSpec(PLAIN, "192.0.2.1", 53), "192.0.2.1:53"),
        ("192.0.2.1:5353", ResolverSpec(PLAIN, "192.0.2.1", 5353), "192.0.2.1:5353"),
        ("2001:db8::1", ResolverSpec(PLAIN, "2001:db8::1", 53), "[2001:db8::1]:53"),
        ("[2001:db8::1]", ResolverSpec(PLAIN, "2001:db8::1", 53), "[2001:db8::1]:53"),
        ("[2001:db8::1]:54", ResolverSpec(PLAIN, "2001:db8::1", 54), "[2001:db8::1]:54"),
        ("fe80::1%eth0", ResolverSpec(PLAIN, "fe80::1%eth0", 53), "[fe80::1%eth0]:53"),
        (
            "tls://dns.example",
            ResolverSpec(TLS, "", 853, "dns.example"),
            "tls://dns.example",
        ),
        (
            "TLS://Dns.Example.:8853#192.0.2.1",
            ResolverSpec(TLS, "192.0.2.1", 8853, "dns.example"),
            "tls://dns.example:8853#192.0.2.1",
        ),
        (
            "tls://bücher.example#2001:db8::1",
            ResolverSpec(TLS, "2001:db8::1", 853, "xn--bcher-kva.example"),
            "tls://xn--bcher-kva.example#2001:db8::1",
        ),
        (
            "tls://192.0.2.1",
            ResolverSpec(TLS, "192.0.2.1", 853, "192.0.2.1"),
            "tls://192.0.2.1",
        ),
        (
            "tls://[2001:db8::1]:853",
            ResolverSpec(TLS, "2001:db8::1", 853, "2001:db8::1"),
            "tls://[2001:db8::1]",
        ),
        ("tls://router", ResolverSpec(TLS, "", 853, "router"), "tls://router"),
        (
            "https://dns.example/dns-query{?dns}",
            ResolverSpec(HTTPS, "", 443, "dns.example", "https://dns.example/dns-query"),
            "https://dns.example/dns-query",
        ),
        (
            "https://DNS.example:8443/a?b=c",
            ResolverSpec(HTTPS, "", 8443, "dns.example", "https://dns.example:8443/a?b=c"),
            "https://dns.example:8443/a?b=c",
        ),
        (
            "https://192.0.2.1",
            ResolverSpec(HTTPS, "192.0.2.1", 443, "192.0.2.1", "https://192.0.2.1/dns-query"),
            "https://192.0.2.1/dns-query",
        ),
    ],
)
def test_every_form_is_read_and_shown(typed: str, spec: ResolverSpec, shown: str):
    assert ResolverSpec.parse(typed) == spec
    assert str(spec) == shown
    assert ResolverSpec.parse(shown) == spec


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("", "Name a resolver"),
        ("   ", "Name a resolver"),
        ("1" * 2_000, "Name a resolver"),
        ("192.0.2.1 192.0.2.2", "one at a time"),
        ("192.0.2.1\x00", "one at a time"),
        ("dns.example", "not an IP address"),
        ("dns.example:53", "not an IP address"),
        ("192.0.2.256", "not an IP address"),
        (":53", "not an IP address"),
        ("192.0.2.1:0", "no port"),
        ("192.0.2.1:65536", "no port"),
        ("192.0.2.1:", "no port"),
        ("192.0.2.1:5٣", "no port"),
        ("[2001:db8::1", r"as \[2001:db8::1\]:53"),
        ("[2001:db8::1]53", r"as \[2001:db8::1\]:53"),
        ("[192.0.2.1]:53", r"as \[2001:db8::1\]:53"),
        ("2001:db8::1:5:5:5:5:5:5", "not an IP address"),
        ("tls://", "behind tls://"),
        ("tls://#192.0.2.1", "behind tls://"),
        ("tls://dns.example#", "Behind the #"),
        ("tls://dns.example#other.example", "Behind the #"),
        ("tls://dns.example#192.0.2.1:853", "Behind the #"),
        ("tls://dns..example", "two dots"),
        ("tls://dns.example/dns-query", "may not hold “/”"),
        ("https://", "whole address"),
        ("https:///dns-query", "whole address"),
        ("https://me@dns.example/", "whole address"),
        ("https://dns.example/#192.0.2.1", "whole address"),
        ("https://dns.example/ü", "whole address"),
        ("https://dns.example:x/", "no port"),
        ("http://dns.example/dns-query", "http://"),
        ("quic://dns.example", "not known here"),
    ],
)
def test_the_rest_gets_a_sentence_that_says_what_to_change(typed: str, hint: str):
    with pytest.raises(BadResolver, match=hint) as error:
        ResolverSpec.parse(typed)
    assert str(error.value.text).endswith(".")
    assert len(str(error.value.text)) < 250


@given(st.text(max_size=60) | st.from_regex(r"(tls|https)://[ -~]{0,40}", fullmatch=True))
def test_whatever_is_typed_is_read_or_refused(typed: str):
    try:
        spec = ResolverSpec.parse(typed)
    except BadResolver:
        return
    assert ResolverSpec.parse(str(spec)) == spec
