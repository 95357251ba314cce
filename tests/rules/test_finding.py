"""Severities in their order."""

from mxgui.rules.finding import Severity


def test_the_worst_comes_first_and_what_is_not_known_before_what_is_merely_good_to_know():
    assert sorted(Severity, key=lambda severity: severity.rank) == [
        Severity.CRITICAL,
        Severity.ERROR,
        Severity.WARNING,
        Severity.NOTICE,
        Severity.INCONCLUSIVE,
        Severity.INFO,
    ]


def test_one_severity_can_be_worse_than_another_and_never_than_itself():
    assert Severity.ERROR.is_worse_than(Severity.WARNING)
    assert not Severity.ERROR.is_worse_than(Severity.ERROR)
    assert not Severity.INFO.is_worse_than(Severity.NOTICE)


def test_the_names_are_those_of_the_contract():
    assert {severity.value for severity in Severity} == {
        "critical",
        "error",
        "warning",
        "notice",
        "info",
        "inconclusive",
    }
