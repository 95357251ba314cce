"""Original TTLs of the MX records, and no others."""

import pytest

from mxgui.model.event import Learned, SecureStep
from mxgui.model.inspection import learn
from mxgui.model.security import Security
from mxgui.rules.finding import Severity
from tests.authorities import NS1, a_server, asked
from tests.builders import a_question, an_answer, an_inspection
from tests.rules.judging import ids, the

MX = "10 mx1.example.org"


def of_resolver(**facts):
    return an_inspection(answers=(an_answer(records=MX, **facts),))


@pytest.mark.parametrize(
    ("original", "found"),
    [(59, "MX-TTL-LOW"), (60, None), (86_400, None), (86_401, "MX-TTL-HIGH")],
)
def test_an_original_ttl_that_a_signature_vouches_for_counts(original, found):
    told = [one for one in ids(of_resolver(ttl_original=original)) if one.startswith("MX-TTL")]
    assert told == ([found] if found else [])


def test_what_a_resolver_has_left_never_counts():
    assert "MX-TTL-LOW" not in ids(of_resolver(ttl=5))


def test_what_a_name_server_says_itself_counts():
    known = asked(a_server(NS1, ttl=30))
    assert the(known, "MX-TTL-LOW").severity is Severity.NOTICE
    assert "30" in str(the(known, "MX-TTL-LOW").text)


def test_what_validation_says_counts():
    secure = Security(a_question(), ttl_original=90_000)
    known = learn(an_inspection(), Learned(SecureStep(a_question()), secure))
    assert the(known, "MX-TTL-HIGH").severity is Severity.NOTICE
