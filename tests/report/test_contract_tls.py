"""What certificates come to, in the JSON of format 1."""

import pytest

from mxgui.model.chain import PathProblem
from mxgui.report.contract_probes import probe_value
from mxgui.report.contract_tls import with_certificates
from mxgui.routing.route import route_of
from tests.builders import a_certificate, a_probe, an_inspection
from tests.routing.test_certificates import HOST, inspected
from tests.rules.faults import refusing_starttls, unencrypted


def told(known):
    probe = known.probe("192.0.2.1")
    return with_certificates(probe_value(probe, route_of(known)), known, probe)


def test_a_good_certificate_is_verified():
    value = told(inspected(a_certificate(HOST)))
    assert value["starttls"] == "verified"
    assert value["tls"]["name_matches"] == {"dns_id": True, "cn": True}
    assert (value["tls"]["trusted"], value["tls"]["problems"]) == (True, [])


def test_problems_are_listed_in_the_words_of_the_contract():
    facts = {"trusted": False, "problems": (PathProblem.SELF_SIGNED, PathProblem.EXPIRED)}
    value = told(inspected(a_certificate("other.example.net"), **facts))
    assert value["starttls"] == "unverified"
    assert value["tls"]["problems"] == ["expired", "self_signed", "name_mismatch"]
    assert value["tls"]["trusted"] is False


def test_before_the_chain_is_checked_its_worth_is_null():
    value = told(inspected(a_certificate(HOST), checked=False))
    assert value["starttls"] == "unverified"
    assert (value["tls"]["trusted"], value["tls"]["problems"]) == (None, None)
    assert value["tls"]["name_matches"]["dns_id"] is True


@pytest.mark.parametrize(
    ("probe", "state"),
    [
        (unencrypted(HOST, "192.0.2.1"), "not_offered"),
        (refusing_starttls(HOST, "192.0.2.1"), "refused"),
    ],
)
def test_a_probe_without_encryption_stays_as_it_is(probe, state):
    value = told(an_inspection(probes={"192.0.2.1": probe}))
    assert (value["starttls"], value["tls"]) == (state, None)


def test_the_keys_are_those_of_the_probe_alone():
    known = an_inspection()
    probe = known.probe("192.0.2.1")
    assert list(told(known)) == list(probe_value(a_probe(), route_of(known)))
    assert probe is not None
