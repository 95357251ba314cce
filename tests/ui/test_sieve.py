"""A sieve lets through what was asked for, and the graph and the findings know each other."""

import pytest

from mxgui.model.smtp import Outcome
from mxgui.model.text import text
from mxgui.rules.finding import Finding, Severity
from mxgui.ui.sieve import Sieve, key_of_subject, subjects_of
from tests.ui.showing import a_result, key_of

REFUSED = Finding(
    "SMTP-REFUSED", Severity.WARNING, "b.example.org", text("{host} refuses", host="b.example.org")
)
NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("sieve", "passes"),
    [
        (Sieve(), True),
        (Sieve("REFUSES"), True),
        (Sieve("smtp-refused b.example"), True),
        (Sieve("refuses a.example"), False),
        (Sieve("  "), True),
        (Sieve(hidden=frozenset({Severity.WARNING})), False),
        (Sieve(hidden=frozenset({Severity.ERROR})), True),
        (Sieve(only_chosen=True), True),  # nothing is chosen
    ],
)
def test_words_severity_and_host_decide(sieve, passes):
    assert sieve.passes(REFUSED, NOTHING) is passes


def test_only_what_is_about_the_chosen_host_passes():
    sieve = Sieve(only_chosen=True)
    assert sieve.passes(REFUSED, frozenset({"b.example.org"}))
    assert not sieve.passes(REFUSED, frozenset({"a.example.org"}))
    assert Sieve().passes(REFUSED, frozenset({"a.example.org"}))


def test_a_host_an_address_and_the_domain_have_their_findings():
    result = a_result(probes={"192.0.2.2": Outcome.REFUSED})
    assert subjects_of(result, key_of(result, "b.example.org")) == {"b.example.org"}
    of_address = subjects_of(result, key_of(result, "192.0.2.2"))
    assert of_address == {"b.example.org", "192.0.2.2"}
    assert subjects_of(result, result.diagram.domain.key) == {"example.org"}
    assert subjects_of(result, None) == subjects_of(result, "host 99") == NOTHING


def test_a_subject_leads_to_its_part_of_the_graph():
    result = a_result()
    for name in ("a.example.org", "192.0.2.2"):
        assert key_of_subject(result, name) == key_of(result, name)
    assert key_of_subject(result, "example.org") == result.diagram.domain.key
    assert key_of_subject(result, "nobody.example") is None
