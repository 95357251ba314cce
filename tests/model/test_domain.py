"""Domains as people type them: what is taken, in both forms, and what is refused, and how."""

import unicodedata
from ipaddress import ip_address

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mxgui.model.domain import (
    MAX_LABEL,
    MAX_NAME,
    BadDomain,
    Domain,
    SingleLabel,
    address_of,
    unicode_of,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # halves of surrogate pairs too
STEERING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("typed", "ascii_form", "unicode_form"),
    [
        ("example.org", "example.org", "example.org"),
        ("example.org.", "example.org", "example.org"),
        ("  Example.ORG \n", "example.org", "example.org"),
        ("_dmarc.example.org", "_dmarc.example.org", "_dmarc.example.org"),
        ("bücher.example", "xn--bcher-kva.example", "bücher.example"),
        ("BÜCHER.example", "xn--bcher-kva.example", "bücher.example"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example", "bücher.example"),
        ("XN--BCHER-KVA.example", "xn--bcher-kva.example", "bücher.example"),
        ("faß.example", "xn--fa-hia.example", "faß.example"),
        ("_dmarc.bücher.example", "_dmarc.xn--bcher-kva.example", "_dmarc.bücher.example"),
        ("日本語。example", "xn--wgv71a119e.example", "日本語.example"),
        ("ｅｘａｍｐｌｅ．org", "example.org", "example.org"),
        ("דוגמה.example", "xn--6dbbec0c.example", "דוגמה.example"),
        ("l·l.example", "xn--ll-0ea.example", "l·l.example"),
        ("com.", "com", "com"),
        ("bücher.", "xn--bcher-kva", "bücher"),
        ("xn--a.example", "xn--a.example", "xn--a.example"),
        ("1.example", "1.example", "1.example"),
    ],
)
def test_a_domain_is_known_in_both_forms(typed, ascii_form, unicode_form):
    domain = Domain.parse(typed)
    assert (domain.ascii, domain.unicode) == (ascii_form, unicode_form)
    assert domain.is_international == (ascii_form != unicode_form)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type a domain, such as example.org."),
        (" \t", "Type a domain, such as example.org."),
        (".", "Type a domain, such as example.org."),
        ("example..org", "There are two dots side by side"),
        (".example.org", "There are two dots side by side"),
        ("example.org..", "There are two dots side by side"),
        ("\u00ad.example.org", "There are two dots side by side"),
        ("exa mple.org", "A domain has no spaces in it"),
        ("exa\u00a0mple.org", "A domain has no spaces in it"),
        ("example.org example.net", "A domain has no spaces in it"),
        ("a" * 64 + ".org", "A label may have 63 letters at most"),
        ("ü" * 58 + ".org", "A label may have 63 letters at most"),
        (".".join(["a" * 49] * 5) + ".abcd", "The name has 254 letters in DNS; 253 are allowed"),
        (".".join(["ü" * 20] * 12), "The name has "),
        ("a" * 60_000, "The name has 60000 letters in DNS"),
        ("ü" * 60_000, "The name has 60000 letters in DNS"),
        ("me@example.org", "A domain may not hold “@”: take it out."),
        ("example.org/path", "A domain may not hold “/”: take it out."),
        ("example.org,", "A domain may not hold “,”: take it out."),
        ("<b>.org", "A domain may not hold “<”: take it out."),
        ("bü!.org", "A domain may not hold “!”: take it out."),
        ("a\x07b.org", "A domain may not hold “U+0007”: take it out."),
        ("-example.org", "A label may not begin or end with a hyphen: -example"),
        ("example-.org", "A label may not begin or end with a hyphen: example-"),
        ("☃.example", "A domain may not hold “☃” at that place"),
        ("I❤.example", "A domain may not hold “❤” at that place"),
        ("ex\u202eample.org", "A domain may not hold “U+202E” at that place"),
        ("\ud800.org", "A domain may not hold “U+D800” at that place"),
        ("\u0301a.org", "A domain may not hold “U+0301” at that place"),
        ("bü--cher.org", "“bü--cher” breaks the rules for internationalised names"),
        ("-bücher.org", "“-bücher” breaks the rules for internationalised names"),
        ("דוגמה1a.example", "A domain may not hold “a” at that place"),
    ],
)
def test_what_is_no_domain_is_refused_with_one_sentence(typed, sentence):
    with pytest.raises(BadDomain) as refused:
        Domain.parse(typed)
    assert str(refused.value.text).startswith(sentence)
    assert str(refused.value.text).count("\n") == 0
    assert len(str(refused.value.text)) < 160


@pytest.mark.parametrize(
    "typed", ["a" * MAX_LABEL + ".org", ".".join(["a" * 49] * 5) + ".abc", "ü" * 57 + ".org"]
)
def test_the_longest_names_are_taken(typed):
    assert len(Domain.parse(typed).ascii) <= MAX_NAME


@pytest.mark.parametrize(("typed", "label"), [("localhost", "localhost"), ("BÜCHER", "bücher")])
def test_a_single_label_is_asked_back_about_and_a_dot_insists_on_it(typed, label):
    with pytest.raises(SingleLabel, match=f"“{label}” has no dot") as asked:
        Domain.parse(typed)
    assert Domain.parse(f"{asked.value.label}.").unicode == label


@pytest.mark.parametrize(
    ("address", "written"),
    [("192.0.2.1", "[192.0.2.1]"), ("2001:db8::1", "[IPv6:2001:db8::1]")],
)
def test_an_address_literal_is_written_as_in_mail(address, written):
    domain = Domain.of_literal(ip_address(address))
    assert (domain.ascii, str(domain.literal)) == (written, address)


@given(ANY_TEXT)
@example("xn--.org")
@example("xn--a-.org")
@example("a\u200d.org")
@example("\u200c.org")
@example("xn--\ud800")
def test_any_text_is_a_domain_or_is_refused(typed):
    try:
        domain = Domain.parse(typed)
    except BadDomain:
        return
    assert domain.ascii.isascii()
    assert len(domain.ascii) <= MAX_NAME
    assert Domain.parse(f"{domain.ascii}.") == domain


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz0123456789-", max_size=20), min_size=1))
def test_a_name_from_dns_never_shows_what_could_steer_the_eye(labels):
    name = ".".join(f"xn--{label}" for label in labels)
    shown = unicode_of(name)
    assert not STEERING & set(shown)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in shown)


@given(ANY_TEXT)
def test_a_refusal_is_one_printable_line(typed):
    with pytest.raises(BadDomain) as refused:
        Domain.parse(f"{typed}☃")
    assert str(refused.value.text).isprintable()


@pytest.mark.parametrize("mark", sorted(STEERING | set("\x00\x1b\u0085\u200b\ufeff")), ids=ascii)
def test_a_label_that_hides_a_mark_stays_an_a_label(mark):
    hidden = "xn--" + f"a{mark}b".encode("punycode").decode("ascii")
    assert unicode_of(f"{hidden}.example") == f"{hidden}.example"


@given(st.characters(exclude_categories=(), exclude_characters="."))
def test_no_letter_smuggles_another_into_the_shown_name(letter):
    try:
        punycoded = f"a{letter}".encode("punycode").decode("ascii")
    except UnicodeError:
        return
    shown = unicode_of(f"xn--{punycoded.lower()}.example")
    assert not STEERING & set(shown)
    assert shown.endswith(".example")
    assert shown.count(".") == 1


def test_a_label_that_would_show_as_plain_ascii_is_left_as_it_is():
    assert unicode_of("xn--example-.org") == "xn--example-.org"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:DB8:0::1", "2001:db8::1"),
        ("fe80::1%eth0", "None"),
        ("192.0.2", "None"),
        ("192.0.2.01", "None"),
        ("", "None"),
    ],
)
def test_an_address_is_read_strictly(written, address):
    assert str(address_of(written)) == address
