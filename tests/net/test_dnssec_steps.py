"""Steps as the model keeps them."""

from datetime import UTC, datetime

import dns.name
import dns.rdata
from dns.rdtypes.ANY.RRSIG import RRSIG

from mxgui.model.security import Check, Dnssec, SecurityStep, Why
from mxgui.net.dnssec_steps import signed_step, step_of

ROOT, NAME = dns.name.root, dns.name.from_text("Example.ORG.")


def test_names_and_types_are_as_the_model_has_them():
    step = step_of(Check.DELEGATION, Why.NO_DS, Dnssec.INSECURE, ROOT, NAME, 43)
    assert step == SecurityStep(
        Check.DELEGATION, Why.NO_DS, Dnssec.INSECURE, ".", "example.org", "DS"
    )


def test_a_signature_adds_its_key_and_its_time():
    written = "MX 13 2 300 20300101000000 20200101000000 7 org. AAAA"
    signature = dns.rdata.from_text("IN", "RRSIG", written)
    assert isinstance(signature, RRSIG)
    bare = step_of(Check.SIGNATURE, Why.SIGNED, Dnssec.SECURE, ROOT, NAME, "MX")
    step = signed_step(bare, signature)
    assert (step.key_tag, step.algorithm) == (7, 13)
    assert (step.since, step.until) == (
        datetime(2020, 1, 1, tzinfo=UTC),
        datetime(2030, 1, 1, tzinfo=UTC),
    )
    assert signed_step(bare, None) == bare
