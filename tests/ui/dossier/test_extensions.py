"""Every extension has a short sentence with its source, and an unknown one is said to be so."""

import pytest

from mxgui.model.smtp import Extension, Reply, extensions_of
from mxgui.ui.dossier.extensions import meaning_of

COMMON = """
    8BITMIME SMTPUTF8 PIPELINING CHUNKING STARTTLS DSN ENHANCEDSTATUSCODES
    REQUIRETLS BINARYMIME VRFY ETRN HELP EXPN TURN
    ATRN DELIVERBY FUTURERELEASE MT-PRIORITY LIMITS XCLIENT XFORWARD
    BURL NO-SOLICITING CHECKPOINT X-ANONYMOUSTLS X-EXPS XRDST SIZE
    AUTH
"""


def said(keyword: str, parameters: str = "") -> str:
    return str(meaning_of(Extension(keyword, parameters)))


@pytest.mark.parametrize("keyword", COMMON.split())
def test_the_common_ones_are_known_with_their_source(keyword):
    words = said(keyword)
    assert "not known here:" not in words
    assert words.endswith(").")
    if not keyword.startswith("X"):
        assert "(RFC " in words


@pytest.mark.parametrize(
    ("keyword", "parameters", "words"),
    [
        ("SIZE", "52428800", "up to 50 MiB, 52428800 octets (RFC 1870)."),
        ("SIZE", "10240000", "up to 9.8 MiB"),
        ("SIZE", "1000", "up to 1000 octets"),
        ("SIZE", "0", "any size"),
        ("SIZE", "", "no limit"),
        ("SIZE", "much", "no limit"),
        ("SIZE", "9" * 400, "no limit"),
        ("AUTH", "PLAIN LOGIN", "by PLAIN and LOGIN"),
        ("AUTH", "", "no mechanism"),
        ("AUTH", " ".join(f"M{n}" for n in range(20)), "or 8 more ways"),
        ("DELIVERBY", "3600", "not sooner than in 1 h"),
        ("DELIVERBY", "", "by when"),
        ("FUTURERELEASE", "864000 2027-01-01T00:00:00Z", "for 10 d at most"),
        ("FUTURERELEASE", "", "moment"),
        ("MT-PRIORITY", "MIXER", "the rules of MIXER"),
        ("MT-PRIORITY", "", "before others"),
        ("LIMITS", "RCPTMAX=100", "RCPTMAX=100"),
        ("LIMITS", "", "names none"),
        ("NO-SOLICITING", "net.example:ADV", "net.example:ADV"),
        ("NO-SOLICITING", "", "unsolicited"),
    ],
)
def test_parameters_are_told_in_words(keyword, parameters, words):
    assert words in said(keyword, parameters)


def test_what_is_not_known_is_said_to_be_unknown():
    assert said("FRIENDLY").startswith("Not known here")
    assert "software alone" in said("X-FRIENDLY")


def test_parameters_without_end_are_cut():
    assert len(said("LIMITS", "x" * 5000)) < 200
    assert len(said("AUTH", "x" * 5000)) < 200


def test_the_old_way_to_write_auth_is_read_as_well():
    (extension,) = extensions_of(Reply(250, ("host", "AUTH=LOGIN PLAIN")))
    assert "by LOGIN and PLAIN" in str(meaning_of(extension))
