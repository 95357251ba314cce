"""Every ending of a question and of a try has a look."""

import pytest

from mxgui.model.records import Attempt, AttemptResult, Status, Transport
from mxgui.routing.shapes import Tone
from mxgui.ui.answers.looks import STATUS_LOOKS, look_of_try, with_code


def a_try(result: AttemptResult, rcode: str | None = None) -> Attempt:
    return Attempt("192.0.2.53:53", Transport.UDP, result, 0.0, 0.1, rcode)


def test_every_status_has_a_look_and_no_two_the_same_word():
    assert set(STATUS_LOOKS) == set(Status)
    assert len({look.word for look in STATUS_LOOKS.values()}) == len(STATUS_LOOKS)


def test_every_result_of_a_try_has_a_look():
    assert all(look_of_try(a_try(result)).word for result in AttemptResult)


def test_an_answer_that_is_no_help_is_a_warning():
    assert look_of_try(a_try(AttemptResult.ANSWERED, "SERVFAIL")).tone is Tone.WARN
    assert look_of_try(a_try(AttemptResult.ANSWERED, "NXDOMAIN")).tone is Tone.OK


@pytest.mark.parametrize(
    ("status", "code", "told"),
    [
        (Status.NOERROR, "NOERROR", "Found · NOERROR"),
        (Status.SERVFAIL, "SERVFAIL", "SERVFAIL"),
        (Status.REFUSED, "REFUSED", "Refused"),
        (Status.TIMEOUT, None, "No answer"),
    ],
)
def test_a_code_stands_behind_the_word_unless_it_says_the_same(status, code, told):
    assert str(with_code(STATUS_LOOKS[status], code)) == told
