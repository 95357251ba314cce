"""Whatever is typed or pasted: what it is taken for, and the domain in it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.bounce import Bounce
from mxgui.model.domain import BadDomain, SingleLabel
from mxgui.model.entry import MAX_PASTE, TakenAs, read_entry

LOG = (
    "postfix/smtp[812]: 4D2F31: to=<anna@example.org>, relay=mx1.example.org[192.0.2.1]:25,"
    " dsn=4.2.0, status=deferred (host mx1.example.org[192.0.2.1] said: 450 4.2.0 Greylisted)"
)


@pytest.mark.parametrize(
    ("typed", "taken_as", "domain"),
    [
        ("example.org", TakenAs.DOMAIN, "example.org"),
        (" EXAMPLE.ORG. \r\n", TakenAs.DOMAIN, "example.org"),
        ("\ufeffexample.org", TakenAs.DOMAIN, "example.org"),
        ("bücher.example", TakenAs.DOMAIN, "xn--bcher-kva.example"),
        ("<example.org>", TakenAs.DOMAIN, "example.org"),
        ("anna@example.org", TakenAs.ADDRESS, "example.org"),
        ("@example.org", TakenAs.ADDRESS, "example.org"),
        ("<anna@example.org>,", TakenAs.ADDRESS, "example.org"),
        ("Anna Example <anna@example.org>", TakenAs.ADDRESS, "example.org"),
        ('"a@b"@example.org', TakenAs.ADDRESS, "example.org"),
        ("anna@[192.0.2.1]", TakenAs.ADDRESS, "[192.0.2.1]"),
        ("anna@[IPv6:2001:db8::1]", TakenAs.ADDRESS, "[IPv6:2001:db8::1]"),
        ("to=<anna@example.org>,", TakenAs.ADDRESS, "example.org"),
        ("mailto:anna@example.org", TakenAs.URL, "example.org"),
        ("MAILTO:anna%2Bb@example.org?subject=a@b", TakenAs.URL, "example.org"),
        ("mailto:anna@example.org,bert@example.com", TakenAs.URL, "example.org"),
        ("mailto:anna@b%C3%BCcher.example", TakenAs.URL, "xn--bcher-kva.example"),
        ("https://www.example.org/a?b@c#d", TakenAs.URL, "www.example.org"),
        ("https://me:secret@example.org:8443", TakenAs.URL, "example.org"),
        ("http://example.org?q", TakenAs.URL, "example.org"),
        ("http://example.org\\@example.net/", TakenAs.URL, "example.org"),
        ("http://b%C3%BCcher.example/", TakenAs.URL, "xn--bcher-kva.example"),
        ("https://[2001:db8::1]:25/", TakenAs.URL, "[IPv6:2001:db8::1]"),
        ("smtp://192.0.2.1:25", TakenAs.URL, "[192.0.2.1]"),
        ("[192.0.2.1]", TakenAs.LITERAL, "[192.0.2.1]"),
        ("192.0.2.1", TakenAs.LITERAL, "[192.0.2.1]"),
        ("[IPv6:2001:DB8:0::1]", TakenAs.LITERAL, "[IPv6:2001:db8::1]"),
        ("[ipv6:2001:db8::1]", TakenAs.LITERAL, "[IPv6:2001:db8::1]"),
        ("2001:db8::1", TakenAs.LITERAL, "[IPv6:2001:db8::1]"),
        (LOG, TakenAs.BOUNCE, "example.org"),
        ("Final-Recipient: rfc822; anna@example.org", TakenAs.BOUNCE, "example.org"),
        ("anna@example.org bert@example.com", TakenAs.BOUNCE, "example.org"),
    ],
)
def test_what_is_typed_is_taken_for_what_it_is(typed, taken_as, domain):
    entry = read_entry(typed)
    assert (entry.taken_as, entry.domain.ascii) == (taken_as, domain)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type a domain"),
        (" \u200b ", "Type a domain"),
        ("example.org example.net", "A domain has no spaces in it"),
        ("anna@", "The address ends at its @"),
        ("mailto:", "The address ends at its @"),
        ("mailto:?subject=x", "The address ends at its @"),
        ("https:///path", "The URL names no host"),
        ("https://", "The URL names no host"),
        ("https://:25/", "The URL names no host"),
        ("https://[2001:db8::1", "A domain may not hold “[”"),
        ("https://ex ample.org/", "A domain has no spaces in it"),
        ("http://%zz.example/", "A domain may not hold “%”"),
        ("http://%ff.example/", "A domain may not hold"),
        ("[example.org]", "That is no IP address"),
        ("[192.0.2.256]", "That is no IP address"),
        ("IPv6:2001:db8::g", "That is no IP address"),
        ("anna@[192.0.2]", "That is no IP address"),
        ("fe80::1%eth0", "A domain may not hold “:”"),
        ("the mail\nnever came", "No recipient's address was found"),
        ("mail for anna@localhost is stuck", "No recipient's address was found"),
        ("x" * (MAX_PASTE + 1), "That is 65537 letters long: paste 65536 at most"),
        ("word " * 200_000, "That is 1000000 letters long"),
    ],
)
def test_what_names_no_domain_is_refused_with_one_sentence(typed, sentence):
    with pytest.raises(BadDomain) as refused:
        read_entry(typed)
    assert str(refused.value.text).startswith(sentence)


def test_a_single_label_is_asked_back_about():
    with pytest.raises(SingleLabel):
        read_entry("anna@localhost")


def test_of_a_log_line_host_and_reply_are_kept():
    told = Bounce("mx1.example.org", "192.0.2.1", "450 4.2.0 Greylisted")
    assert read_entry(LOG).bounce == told
    assert read_entry("example.org").bounce is None


def test_a_long_paste_is_kept_in_part():
    entry = read_entry(LOG + " x" * 10_000)
    assert len(entry.input) == 1_001
    assert entry.input.endswith("…")


def test_half_a_surrogate_pair_is_not_kept():
    assert read_entry("anna\ud800@example.org").input == "anna?@example.org"


@pytest.mark.parametrize(
    "piece",
    ["<", "a@", "to=", "%", "[", "]", ":", "/", "@", ".", "-", "é", "ü.", "http://", "mailto:,",
     " ", "\n", "a b", "<a>", "\u00ad", "٠", "xn--", "א", "%C3"],
)  # fmt: skip
def test_a_hostile_paste_is_read_in_reasonable_time(piece):
    # What takes time by the square of its length would need minutes here.
    for start in ("", "http://", "mailto:", "a@", "[", "x y@"):
        with suppress(BadDomain):
            read_entry((start + piece * MAX_PASTE)[:MAX_PASTE])


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(["", "http://", "a@", "["]))
def test_any_text_is_an_entry_or_is_refused(typed, start):
    with suppress(BadDomain):
        assert read_entry(start + typed).input.encode("utf-8")
