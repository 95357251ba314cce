"""What may be typed as a proxy, and what is said about the rest."""

import pytest

from mxgui.model.proxy import BadProxy, ProxySpec


@pytest.mark.parametrize(
    ("typed", "spec", "shown"),
    [
        ("socks5://127.0.0.1:1080", ProxySpec("127.0.0.1", 1080), "socks5://127.0.0.1:1080"),
        (
            "SOCKS5H://Proxy.Example",
            ProxySpec("proxy.example", 1080),
            "socks5://proxy.example:1080",
        ),
        (" localhost:9050 ", ProxySpec("localhost", 9050), "socks5://localhost:9050"),
        ("socks5://[2001:db8::1]:9", ProxySpec("2001:db8::1", 9), "socks5://[2001:db8::1]:9"),
        ("2001:db8::1", ProxySpec("2001:db8::1", 1080), "socks5://[2001:db8::1]:1080"),
        (
            "socks5://bob:s%3Acr%40t@192.0.2.1:1080/",
            ProxySpec("192.0.2.1", 1080, "bob", "s:cr@t"),
            "socks5://192.0.2.1:1080",
        ),
    ],
)
def test_a_proxy_is_read_and_shown_without_who_may_use_it(typed, spec, shown):
    found = ProxySpec.parse(typed)
    assert found == spec
    assert found.shown == shown
    assert ProxySpec.parse(shown).shown == shown


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x" * 2000,
        "http://127.0.0.1:8080",
        "socks4://127.0.0.1:1080",
        "socks5://",
        "socks5://127.0.0.1:0",
        "socks5://127.0.0.1:99999",
        "socks5://[::1",
        "socks5://[127.0.0.1]:1080",
        "socks5://bad name:1080",
        "socks5://prüxy:1080",
        f"socks5://{'u' * 300}:p@127.0.0.1:1080",
        "socks5://u:%C3%A9@127.0.0.1:1080",
    ],
)
def test_what_is_no_proxy_is_refused_with_a_sentence(typed):
    with pytest.raises(BadProxy) as bad:
        ProxySpec.parse(typed)
    assert str(bad.value).endswith(".")


def test_the_sentence_never_repeats_a_password():
    with pytest.raises(BadProxy) as bad:
        ProxySpec.parse("socks5://bob:secret@192.0.2.1:no")
    assert "secret" not in str(bad.value)
    assert "secret" not in repr(ProxySpec.parse("socks5://bob:secret@192.0.2.1:1080"))
