"""`--mx`: planned records, and a sentence for each mistake."""

import json

import pytest

from mxgui.model.planned import MOST
from tests.cli.running import Shell

NOWHERE = ("--resolver", "127.0.0.1:9", "--dns-patience", "0.2", "--probe", "none")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("mx.example.org", "The preference is missing"),
        ("70000 mx.example.org", "The preference 70000 is out of range"),
        ("10 mx", "“mx” has no dot"),
        ("10 192.0.2.1", "is an address"),
        ("", "Give a preference and a host"),
    ],
)
def test_what_is_no_record_is_refused_with_one_sentence(shell: Shell, written, words):
    ended = shell("inspect", "example.org", "--mx", written)
    assert ended.code == 2
    assert words in ended.err
    assert ended.err.count("\n") == 1


def test_too_many_and_those_of_an_address_literal_are_refused(shell: Shell):
    many = [part for n in range(MOST + 1) for part in ("--mx", f"{n} mx.example.org")]
    ended = shell("inspect", "example.org", *many)
    assert ended.code == 2
    assert f"{MOST + 1} records are too many" in ended.err
    ended = shell("inspect", "[192.0.2.1]", "--mx", "10 mx.example.org")
    assert ended.code == 2
    assert "[192.0.2.1] is an address and has no MX records" in ended.err


def test_the_records_are_planned_in_the_order_given_and_told_so(shell: Shell):
    ended = shell(
        *("inspect", "example.org", "--mx", "20 b.example", "--mx", "10 a.example"),
        *NOWHERE,
        *("--format", "json"),
    )
    told = json.loads(ended.out)
    assert told["planned"] is True
    assert [tier["preference"] for tier in told["route"]["tiers"]] == [10, 20]
    assert told["headline"].startswith("Planned, not published.")
    assert [one["exchange"] for one in told["facts"]["plan"]["mx"]] == ["b.example", "a.example"]
    assert "META-PLANNED" in [finding["id"] for finding in told["findings"]]
    assert "MX-TIMEOUT" not in [finding["id"] for finding in told["findings"]]
