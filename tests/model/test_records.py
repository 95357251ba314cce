"""What DNS said: how a question ended, and the records of an answer."""

import pytest

from mxgui.model.records import Alias, Mx, Question, RecordType, Status
from tests.builders import a_failed_answer, an_answer


@pytest.mark.parametrize("status", Status)
def test_a_status_is_success_absence_failure_or_not_asked_and_only_one_of_them(status):
    kinds = [status.is_absent, status.is_failure, status in (Status.NOERROR, Status.NOT_ASKED)]
    assert kinds.count(True) == 1


@pytest.mark.parametrize("status", [Status.NODATA, Status.NXDOMAIN])
def test_only_no_data_and_no_name_are_certain_absence(status):
    assert status.is_absent


def test_the_records_of_an_answer_keep_their_order():
    answer = an_answer("example.org", "MX", "20 mx2.example.org, 10 mx1.example.org")
    assert answer.mx == (Mx(20, "mx2.example.org"), Mx(10, "mx1.example.org"))
    assert answer.addresses == ()


def test_the_addresses_of_an_answer_keep_their_order():
    answer = an_answer("mx1.example.org", "A", "192.0.2.9, 192.0.2.1")
    assert [str(address) for address in answer.addresses] == ["192.0.2.9", "192.0.2.1"]
    assert answer.mx == ()


def test_the_canonical_name_stands_at_the_end_of_the_aliases():
    steps = (Alias("a.example", "b.example", 60), Alias("b.example", "c.example", 60))
    assert an_answer("a.example", "A", "192.0.2.1", aliases=steps).canonical == "c.example"
    assert a_failed_answer("a.example", "A").canonical == "a.example"


def test_a_question_reads_as_name_and_type():
    assert str(Question("example.org", RecordType.AAAA)) == "example.org AAAA"


def test_a_tlsa_record_reads_as_a_master_file_has_it():
    answer = an_answer("_25._tcp.mx1.example.org", "TLSA", "3 1 1 abcd")
    assert [str(record) for record in answer.tlsa] == ["3 1 1 abcd"]
    assert answer.addresses == ()


def test_texts_are_those_of_the_txt_records_alone():
    assert an_answer("example.org", "TXT", "v=spf1 -all").texts == ("v=spf1 -all",)
    assert an_answer().texts == ()
