"""What our own validation says of an answer, in words."""

from mxgui.model.records import Status
from mxgui.model.security import Check, Dnssec, OwnerState, Why
from mxgui.ui.answers.trust import MOST_STEPS, trust_sections
from mxgui.ui.looks import TRUST_LOOKS
from tests.securities import a_security, a_step, bogus, insecure

GOOD = a_step(Check.KEYS, Why.MATCHES, Dnssec.SECURE, type="DNSKEY")


def told(security) -> dict[str, list[str]]:
    return {
        str(section.title): [
            f"{line.label}: {line.value}" if line.label else str(line.value)
            for line in section.lines
        ]
        for section in trust_sections(security)
    }


def states(security) -> list[str]:
    return told(security)["DNSSEC, by our own validation"]


def test_every_state_has_a_shape_and_a_word_of_its_own():
    assert set(TRUST_LOOKS) == set(Dnssec)
    assert len({look.word for look in TRUST_LOOKS.values()}) == len(Dnssec)
    assert len({look.shape for look in TRUST_LOOKS.values()}) == len(Dnssec)


def test_the_step_that_fails_has_a_heading_of_its_own():
    security = a_security("example.org", "MX", Dnssec.BOGUS, GOOD, *bogus().steps)
    parts = told(security)
    assert states(security)[0].startswith("Bogus: ought to be signed rightly")
    (good,) = parts["Step by step, from the root"]
    (bad,) = parts["Here it fails"]
    assert good.startswith("fine: example.org: the DS matches key 12345")
    assert bad.startswith("fails: example.org MX: the signature expired on")


def test_where_the_chain_ends_is_told_and_what_comes_after():
    (step,) = insecure().steps
    parts = told(a_security("example.org", "MX", Dnssec.INSECURE, GOOD, step, GOOD))
    assert len(parts["From here on nothing is signed"]) == 1
    assert len(parts["And further"]) == 1


def test_each_set_along_the_way_has_its_state():
    owners = (
        OwnerState("a.example", "CNAME", Dnssec.SECURE),
        OwnerState("b.example", "A", Dnssec.INSECURE),
    )
    found = states(a_security("a.example", "A", Dnssec.INSECURE, owners=owners))
    assert found[1:] == ["a.example CNAME: Secure", "b.example A: Not signed"]


def test_a_resolver_that_strips_is_named():
    found = states(a_security(state=Dnssec.UNKNOWN, stripped=True))
    assert found == ["Not known: the resolver leaves out the signatures"]


def test_a_second_try_without_checking_is_told():
    found = states(a_security(state=Dnssec.BOGUS, unchecked=Status.NOERROR))
    assert "asked again without checking: Found" in found


def test_steps_are_bounded():
    steps = [a_step(Check.KEYS, Why.MATCHES, Dnssec.SECURE, f"z{n}.example") for n in range(500)]
    parts = told(a_security("a.example", "A", Dnssec.SECURE, *steps))
    assert len(parts["Step by step, from the root"]) == MOST_STEPS
