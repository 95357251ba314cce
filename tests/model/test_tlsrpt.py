"""The record of TLS reporting, by the grammar of RFC 8460, case by case."""

import pytest

from mxgui.model.tlsrpt import ReportFault, read_reporting

CASES = [
    (["v=TLSRPTv1; rua=mailto:a@example.org"], ("mailto:a@example.org",), None),
    (["v=TLSRPTv1;rua=mailto:a@example.org;"], ("mailto:a@example.org",), None),
    (
        ["v=TLSRPTv1; rua=mailto:a@example.org , https://x.example/y?z=1"],
        ("mailto:a@example.org", "https://x.example/y?z=1"),
        None,
    ),
    (["v=TLSRPTv1; rua=MAILTO:a@example.org"], ("MAILTO:a@example.org",), None),
    (["v=TLSRPTv1; x=1; rua=https://x.example"], ("https://x.example",), None),
    (["v=TLSRPTv1; rua=mailto:a%21b@example.org"], ("mailto:a%21b@example.org",), None),
    (["v=TLSRPTv1; rua=mailto:a@x.example; rua=mailto:b@x.example"],
     ("mailto:a@x.example", "mailto:b@x.example"), None),
    (["v=TLSRPTv1; rua=mailto:a@x.example", "v=spf1 -all"], ("mailto:a@x.example",), None),
    ([], (), None),
    (["v=spf1 -all"], (), None),
    (["v=TLSRPTv1; rua=mailto:a@x.example", "v=TLSRPTv1;"], (), ReportFault.SEVERAL),
    (["v=TLSRPTv1 ; rua=mailto:a@x.example"], (), ReportFault.VERSION),
    (["v=tlsrptv1; rua=mailto:a@x.example"], (), ReportFault.VERSION),
    (["v=TLSRPTv1;"], (), ReportFault.RUA_MISSING),
    (["v=TLSRPTv1; RUA=mailto:a@x.example"], (), ReportFault.RUA_MISSING),
    (["v=TLSRPTv1; rua=mailto:a@x.example; x=a b"], (), ReportFault.SYNTAX),
    (["v=TLSRPTv1; rua=mailto:a@x.example;;"], (), ReportFault.SYNTAX),
    (["v=TLSRPTv1; rua="], (), ReportFault.URI),
    (["v=TLSRPTv1; rua=a@x.example"], (), ReportFault.URI),
    (["v=TLSRPTv1; rua=mailto:"], (), ReportFault.URI),
    (["v=TLSRPTv1; rua=mailto:x.example"], (), ReportFault.URI),
    (["v=TLSRPTv1; rua=http://x.example/"], (), ReportFault.URI),
    (["v=TLSRPTv1; rua=https://"], (), ReportFault.URI),
    (["v=TLSRPTv1; rua=https:///x"], (), ReportFault.URI),
    (["v=TLSRPTv1; rua=mailto:a@x.example!10m"], (), ReportFault.URI),
    (["v=TLSRPTv1; rua=https://x.example/a b"], (), ReportFault.URI),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "rua", "fault"), CASES)
def test_a_record_is_read_to_the_letter(texts, rua, fault):
    known = read_reporting(texts)
    assert (known.rua, known.fault) == (rua, fault)
    assert known.is_valid is bool(rua)


def test_an_address_that_cannot_be_used_costs_no_other():
    known = read_reporting(["v=TLSRPTv1; rua=mailto:a@x.example,ftp://x.example"])
    assert (known.rua, known.unusable) == (("mailto:a@x.example",), ("ftp://x.example",))
    assert known.is_valid
