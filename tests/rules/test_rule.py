"""What a rule says of itself."""

import pytest

from mxgui.rules.checks import RULES
from mxgui.rules.rule import rfc


def test_a_reference_names_rfc_and_section():
    assert str(rfc("7505", "3")) == "RFC 7505 section 3"
    assert str(rfc("8914")) == "RFC 8914"


def test_every_id_has_one_rule():
    ids = [rule.id for rule in RULES]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_a_page_of_whole_sentences(rule):
    assert str(rule.title)
    assert not str(rule.title).endswith(".")
    for words in (rule.why, rule.fix):
        assert str(words).endswith(".")
        assert str(words)[0].isupper()
    assert rule.references
