"""Which values settings can have."""

import pytest

from mxgui.app import setting_checks as checks
from mxgui.app.setting import BadSetting
from mxgui.ui.scheme import Scheme


@pytest.mark.parametrize(
    ("check", "written", "kept"),
    [
        (checks.a_resolver, "tls://dns.example.net", "tls://dns.example.net"),
        (checks.a_name, "mail.example.net", "mail.example.net"),
        (checks.a_name, "[192.0.2.1]", "[192.0.2.1]"),
        (checks.a_proxy, "socks5://bob:secret@127.0.0.1:1080", "socks5://127.0.0.1:1080"),
        (checks.a_host, "mail.bücher.example", "mail.xn--bcher-kva.example"),
    ],
)
def test_what_can_be_used_is_kept_in_one_form(check, written, kept):
    assert check(written) == kept


@pytest.mark.parametrize(
    ("check", "written"),
    [
        (checks.a_resolver, "ftp://dns.example.net"),
        (checks.a_name, "localhost"),
        (checks.a_proxy, "http://127.0.0.1:3128"),
        (checks.a_host, "no..name"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(check, written):
    with pytest.raises(BadSetting) as caught:
        check(written)
    assert str(caught.value.text).endswith(".")


def test_the_colours_are_those_of_the_window():
    assert [(each.value, str(each.words)) for each in checks.schemes()] == [
        (scheme.value, str(scheme.words)) for scheme in Scheme
    ]


def test_there_is_english_at_least_and_the_language_of_the_system():
    assert [each.value for each in checks.languages()][:2] == ["", "en"]


@pytest.mark.parametrize("written", ["", "es", "pt_BR", "zh-Hans", "sr_Latn_RS", "ckb"])
def test_a_language_is_known_by_its_form(written):
    assert checks.is_language(written)


@pytest.mark.parametrize("written", ["../es", "e", "español", "es MX", "x" * 2000])
def test_what_has_another_form_is_no_language(written):
    assert not checks.is_language(written)
