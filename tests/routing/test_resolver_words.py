"""Resolvers in words."""

import pytest

from mxgui.routing.resolver_words import resolver_words


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("192.0.2.53:53", "192.0.2.53:53"),
        ("192.0.2.53:53 (system)", "192.0.2.53:53 (system)"),
        ("127.0.0.1:5300 (demo)", "127.0.0.1:5300 (demo)"),
        ("none (system)", "none known to the system"),
        ("tls://dns.example, [::1]:53 (system)", "tls://dns.example and [::1]:53 (system)"),
        ("", ""),
    ],
)
def test_every_resolver_is_told_with_where_it_comes_from(shown, words):
    assert str(resolver_words(shown)) == words
