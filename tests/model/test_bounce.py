"""Bounces and log lines as the common mail servers write them, and pastes that mean harm."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.bounce import Bounce, bounce_of, failing_domain

BOUNCES = Path(__file__).parent.parent / "data" / "bounces"
PASTE = 60 * 1024  # letters; what a person may paste is a little more

HOST, ADDRESS = "mx1.example.org", "192.0.2.1"
SHAPES = {
    "dsn": Bounce(
        HOST,
        None,
        "550 5.1.1 <anna@example.org>: Recipient address rejected:"
        " User unknown in virtual mailbox table",
    ),
    "dsn_of_two": Bounce("mx2.example.org", None, "451 4.4.1 try again"),
    "exchange_bounce": Bounce(reply="550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found"),
    "exim_bounce": Bounce(HOST, ADDRESS, "550 5.1.1 No such user here"),
    "exim_log_deferred": Bounce(HOST, ADDRESS, "Connection timed out"),
    "exim_log_failed": Bounce(HOST, ADDRESS, "550 5.1.1 No such user"),
    "exim_log_unroutable": Bounce(reply="all relevant MX records point to non-existent hosts"),
    "gmail_bounce": Bounce(HOST, ADDRESS, "554 5.7.1 Relay access denied"),
    "office365_bounce": Bounce(HOST, None, "552 5.2.2 Mailbox is full"),
    "opensmtpd_bounce": Bounce(reply="550 5.1.1 No such user"),
    "opensmtpd_log": Bounce(HOST, ADDRESS, "550 5.1.1 No such user"),
    "postfix_bounce": Bounce(
        HOST,
        ADDRESS,
        "550 5.1.1 <anna@example.org>: Recipient address rejected: User unknown",
    ),
    "postfix_bounce_unreached": Bounce(HOST, "2001:db8::1", "Connection refused"),
    "postfix_log_deferred": Bounce(HOST, ADDRESS, "450 4.2.0 <anna@example.org>: Greylisted"),
    "postfix_log_of_many": Bounce(HOST, ADDRESS, "554 5.7.1 Refused by policy"),
    "postfix_log_unreached": Bounce(HOST, ADDRESS, "Connection timed out"),
    "qmail_bounce": Bounce(None, ADDRESS, "550 5.1.1 no mailbox here by that name"),
    "sendmail_bounce": Bounce(HOST, None, "550 5.1.1 <anna@example.org>... User unknown"),
    "sendmail_log": Bounce(HOST, ADDRESS, "Deferred: Connection refused by mx1.example.org."),
}


def pasted(name: str) -> str:
    return (BOUNCES / f"{name}.txt").read_text("utf-8")


def domain_in(words: str) -> str | None:
    domain = failing_domain(words)
    return domain.ascii if domain else None


def test_every_saved_shape_has_a_line_in_the_table():
    assert {file.stem for file in BOUNCES.glob("*.txt")} == set(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_the_domain_of_the_failing_recipient_is_found(name):
    assert domain_in(pasted(name)) == "example.org"


@pytest.mark.parametrize(("name", "told"), SHAPES.items())
def test_the_remote_host_and_its_reply_are_found(name, told):
    assert bounce_of(pasted(name)) == told


@pytest.mark.parametrize("name", SHAPES)
def test_quoting_indentation_and_other_line_ends_change_nothing(name):
    lines = pasted(name).splitlines()
    quoted = "\r\n".join(f"> {line}" for line in lines)
    indented = "\n".join(f"    {line}" for line in lines)
    assert bounce_of(quoted) == bounce_of(indented) == SHAPES[name]
    assert failing_domain(quoted) == failing_domain(indented) == failing_domain(pasted(name))


@pytest.mark.parametrize(
    ("words", "domain"),
    [
        ("Mail for bert <bert@example.com>, please", "example.com"),
        ("see bert@example.com.", "example.com"),
        ("to=<bert@[192.0.2.9]>, status=bounced (550 no)", "[192.0.2.9]"),
        ("to=<bert@[IPv6:2001:db8::9]>, status=bounced (550 no)", "[IPv6:2001:db8::9]"),
        ("to=<bert@BÜCHER.example>, dsn=5.1.1, status=bounced (550 no)", "xn--bcher-kva.example"),
        ("From: clara@example.net\nbert@example.com bounced", "example.com"),
        ("From: clara@example.net\nTo: nobody", "example.net"),
        ("RCPT TO:<bert@example.com>\n550 5.1.1 no", "example.com"),
        ("a@b..c a@localhost a@-x.org d@example.com", "example.com"),
    ],
)
def test_looser_forms_are_read_when_no_surer_one_is_there(words, domain):
    assert domain_in(words) == domain


@pytest.mark.parametrize("words", ["", "no recipient here", "a@ b", "@", "user@localhost is full"])
def test_without_a_recipient_there_is_no_domain(words):
    assert failing_domain(words) is None


def test_a_paste_without_a_recipient_may_still_name_a_host():
    told = bounce_of("connect to mx1.example.org[192.0.2.1]:25: No route to host")
    assert told == Bounce(HOST, ADDRESS, "No route to host")


def test_a_host_that_is_no_name_and_control_characters_are_not_kept():
    told = bounce_of("Remote-MTA: dns; ..\nDiagnostic-Code: smtp; 550 \x1b[31mred\u202e")
    assert told == Bounce(None, None, "550 [31mred")


@pytest.mark.parametrize(
    "piece",
    [
        "<", "a@", "@", "to=", "to=<a@b", "a", "a.", "a-", " ", "\t", "\n", "\n ", "\r\n\t", "> ",
        ">", "<a@b>:", "<a@b> (", "** ", "== a@b", "H=", "H=a [", "host ", "host a[", "relay=a[",
        "connect to ", "connect to a[1]:25: ", "by a.", "said: ", "said:\n", "stat=", "status=a (",
        "returned '", "550 5.1.1 ", "550-", ": 550 x", "Final-Recipient: rfc822; a@b.c\n",
        "Final-Recipient:", "Remote-MTA: dns; a [", "Diagnostic-Code: smtp;", "(reason: ", "R=a: ",
        "following address\n", "these recipients ", "defer (1): a ", "Giving up on 1", "é@ü.", "[",
        "to=a@☃", "a@xn--zzzzzzzz ", "following addresses \n a@-",
    ],
)  # fmt: skip
def test_a_hostile_paste_is_read_in_reasonable_time(piece):
    # A pattern that backtracks needs hours for these; the limit of the whole run tells of it.
    words = (piece * PASTE)[:PASTE]
    failing_domain(words + "\nlast line")
    bounce_of(f"x@example.org {words}")


@given(st.text())
def test_any_text_is_read_without_an_exception(words):
    failing_domain(words)
    bounce_of(words)
