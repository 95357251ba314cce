"""Every fact of MTA-STS and TLS reporting has its words."""

import pytest

from mxgui.model.policy import FetchOutcome, PolicyFetch, Reach, TlsProblem
from mxgui.model.sts import Flaw, Mode, PolicyFault, RecordFault
from mxgui.model.tlsrpt import ReportFault
from mxgui.routing import sts_words
from mxgui.routing.sts import CertificateFault, ProbeSts


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (sts_words.reach_words, Reach),
        (sts_words.tls_problem_words, TlsProblem),
        (sts_words.record_fault_words, RecordFault),
        (sts_words.report_fault_words, ReportFault),
        (sts_words.mode_words, Mode),
        (sts_words.probe_words, ProbeSts),
        (sts_words.certificate_fault_words, CertificateFault),
        (lambda outcome: sts_words.fetch_words(PolicyFetch("example.org", outcome)), FetchOutcome),
        (lambda fault: sts_words.flaw_words(Flaw(fault, 1, "part")), PolicyFault),
    ],
)
def test_each_kind_is_worded_and_no_two_alike(words, kind):
    said = [str(words(one)) for one in kind]
    assert all(said)
    assert len(set(said)) == len(said)


def test_a_long_part_is_cut():
    assert len(str(sts_words.flaw_words(Flaw(PolicyFault.LINE, 1, "x" * 1000)))) < 200


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        ("text/plain", "text/plain"),
        ("Text/Plain; charset=utf-8", "text/plain"),
        ("text/html", "text/html"),
        (None, ""),
    ],
)
def test_the_media_type_is_without_its_parameters(sent, wanted):
    fetch = PolicyFetch("example.org", FetchOutcome.FETCHED, media_type=sent)
    assert sts_words.media_type(fetch) == wanted
