"""The small print of the domain: what its answer is worth, and which policy it has."""

from dataclasses import replace

import pytest

from mxgui.model.event import SecureStep
from mxgui.model.records import Question, RecordType
from mxgui.model.security import Dnssec, Security
from mxgui.routing.protection_notes import protection_notes
from mxgui.routing.shapes import Tone
from tests.builders import an_inspection
from tests.policies import POLICY, TESTING, a_protected


def notes(inspection):
    return [(str(note.words), note.tone) for note in protection_notes(inspection)]


@pytest.mark.parametrize(
    ("inspection", "wanted"),
    [
        (a_protected(), [("MTA-STS in force", Tone.OK)]),
        (a_protected(TESTING), [("MTA-STS on trial", Tone.PLAIN)]),
        (a_protected(POLICY.replace("enforce", "none")), [("MTA-STS ends", Tone.PLAIN)]),
        (a_protected("no policy at all"), [("MTA-STS fails", Tone.WARN)]),
        (a_protected(None, None), []),
        (an_inspection(), []),
        (an_inspection("[192.0.2.1]", mx=""), []),
    ],
)
def test_a_policy_is_told_by_its_mode(inspection, wanted):
    assert notes(inspection) == wanted


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        (Dnssec.SECURE, [("DNSSEC secure", Tone.OK)]),
        (Dnssec.INSECURE, [("DNSSEC: not signed", Tone.PLAIN)]),
        (Dnssec.BOGUS, [("DNSSEC bogus", Tone.FAIL)]),
        (Dnssec.INDETERMINATE, [("DNSSEC cannot be told", Tone.WARN)]),
        (Dnssec.UNKNOWN, []),
    ],
)
def test_the_answer_for_the_route_is_told_by_what_it_is_worth(state, wanted):
    known = an_inspection()
    question = Question("example.org", RecordType.MX)
    facts = {**known.facts, SecureStep(question): Security(question, state)}
    assert notes(replace(known, facts=facts)) == wanted
