"""The words of the contract, and what each of them means to a sender."""

from mxgui.routing.dane_steps import Result, Verdict


def test_the_verdicts_are_those_of_the_contract():
    assert {verdict.value for verdict in Verdict} == {
        "none", "not_applicable", "match", "mismatch", "unusable", "lookup_failed", "no_tls",
        "not_tested", "unknown",
    }  # fmt: skip


def test_the_results_are_those_of_the_contract():
    assert {result.value for result in Result} == {"match", "no_match", "unusable", "outranked"}


def test_a_sender_skips_what_fails_and_only_that():
    skipped = {verdict for verdict in Verdict if verdict.skips}
    assert skipped == {Verdict.MISMATCH, Verdict.LOOKUP_FAILED, Verdict.NO_TLS}
