"""The lenient side of TLS, and the names that may be asked for. Handshakes: test_smtp_starttls."""

import ssl

import pytest

from mxgui.net.tls import lenient_context, sni_of


def test_the_context_takes_any_certificate_and_old_versions_but_no_ssl_3():
    context = lenient_context()
    assert context.verify_mode is ssl.CERT_NONE
    assert not context.check_hostname
    assert context.minimum_version is ssl.TLSVersion.MINIMUM_SUPPORTED
    assert ssl.OP_NO_SSLv3 in context.options


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("mx1.example.org", "mx1.example.org"),
        ("MX1.Example.ORG.", "mx1.example.org"),
        ("_odd.example.org", "_odd.example.org"),
        ("xn--mnchen-3ya.example", "xn--mnchen-3ya.example"),
        ("192.0.2.1", None),
        ("[192.0.2.1]", None),
        ("2001:db8::1", None),
        ("mün.example", None),
        (r"a\032b.example", None),
        ("a..example", None),
        (".", None),
        ("", None),
        ("x" * 64 + ".example", None),
        (".".join(["x" * 60] * 5), None),
    ],
)
def test_only_a_host_name_is_asked_for(host, name):
    assert sni_of(host) == name


def test_whatever_name_is_asked_for_is_one_that_ssl_takes():
    for host in ("-.example", "_._.example", "x" * 63 + ".x", ".".join(["x" * 62] * 4)):
        name = sni_of(host)
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        session = lenient_context().wrap_bio(incoming, outgoing, server_hostname=name)
        with pytest.raises(ssl.SSLWantReadError):
            session.do_handshake()
