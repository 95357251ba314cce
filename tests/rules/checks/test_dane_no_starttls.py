"""TLSA records and no encryption."""

from dataclasses import replace

import pytest

from mxgui.model.event import Learned, probe_step
from mxgui.model.inspection import learn
from mxgui.model.smtp import StoppedBy
from mxgui.rules.finding import Severity
from tests.builders import a_reply
from tests.rules import faults
from tests.rules.dane_worlds import GOOD, UNUSABLE, A, B, DaneHost, dane_world
from tests.rules.judging import HOSTS, ids, the

ADDRESS = "20.0.0.1"
FAULTS = (
    faults.unencrypted(A, ADDRESS),
    faults.refusing_starttls(A, ADDRESS),
    faults.breaking_handshake(A, ADDRESS),
)


@pytest.mark.parametrize("probe", FAULTS)
@pytest.mark.parametrize("records", [(GOOD,), (UNUSABLE,)], ids=["usable", "unusable"])
def test_it_is_one_finding_that_stands_for_those_about_encryption(probe, records):
    inspection = dane_world(mx="10 a", a=DaneHost(records, probe=probe))
    finding = the(inspection, "DANE-NO-STARTTLS")
    assert (finding.severity, finding.subject) == (Severity.CRITICAL, A)
    assert not {"TLS-NONE", "TLS-OFFERED-FAILS"} & set(ids(inspection))


@pytest.mark.parametrize(
    ("mx", "severity"), [("10 a, 20 c", Severity.ERROR), ("10 a, 10 c", Severity.WARNING)]
)
def test_it_weighs_by_what_is_left_to_senders_that_do_dane(mx, severity):
    inspection = dane_world(mx=mx, a=DaneHost((GOOD,), probe=FAULTS[0]), c=DaneHost())
    assert the(inspection, "DANE-NO-STARTTLS").severity is severity


@pytest.mark.parametrize("probe", FAULTS)
def test_without_records_the_findings_about_encryption_stand(probe):
    inspection = dane_world(mx="10 a", a=DaneHost(probe=probe))
    assert "DANE-NO-STARTTLS" not in ids(inspection)
    assert {"TLS-NONE", "TLS-OFFERED-FAILS"} & set(ids(inspection))


def test_silence_at_the_handshake_leaves_a_doubt():
    probe = faults.breaking_handshake(A, ADDRESS, StoppedBy.TIMEOUT)
    inspection = dane_world(mx="10 a", a=DaneHost((GOOD,), probe=probe))
    assert the(inspection, "DANE-NO-STARTTLS").severity is Severity.INCONCLUSIVE


def test_what_a_box_on_this_path_masks_leaves_a_doubt():
    probe = replace(FAULTS[0], greeting=a_reply(220, "*" * 24))
    inspection = dane_world(mx="10 a", a=DaneHost((GOOD,), probe=probe))
    assert the(inspection, "DANE-NO-STARTTLS").severity is Severity.INCONCLUSIVE


def test_a_doubt_at_one_address_keeps_another_that_fails_from_being_the_end():
    (one, two) = HOSTS[B].split()
    silent = faults.breaking_handshake(B, one, StoppedBy.TIMEOUT)
    inspection = dane_world(mx="10 b", b=DaneHost((GOOD,), probe=silent))
    failing = faults.unencrypted(B, two)
    known = learn(inspection, Learned(probe_step(failing.target), failing))
    finding = the(replace(known, ended=inspection.ended), "DANE-NO-STARTTLS")
    assert finding.severity is Severity.WARNING
