"""Which TLSA records can be used, and which are outranked."""

import pytest

from mxgui.model.records import Tlsa
from mxgui.routing.dane_steps import Why
from mxgui.routing.usable import is_outranked, is_usable, strongest_digests, why_unusable
from tests.dane_shelf import shelf

SHA256, SHA512 = bytes(32), bytes(64)
DER = shelf()["leaf"].der


def briefly(value: object) -> str:
    """The name of a case, without the bytes of a certificate that is new with every start."""
    return str(value)[:12]


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (Tlsa(3, 1, 1, SHA256), None),
        (Tlsa(2, 0, 2, SHA512), None),
        (Tlsa(3, 0, 0, DER), None),
        (Tlsa(0, 1, 1, SHA256), Why.USAGE),
        (Tlsa(1, 1, 1, SHA256), Why.USAGE),
        (Tlsa(255, 1, 1, SHA256), Why.USAGE),
        (Tlsa(3, 2, 1, SHA256), Why.SELECTOR),
        (Tlsa(3, 1, 3, SHA256), Why.MATCHING),
        (Tlsa(3, 1, 1, SHA512), Why.LENGTH),
        (Tlsa(3, 1, 1, b""), Why.LENGTH),
        (Tlsa(3, 1, 2, SHA256), Why.LENGTH),
        (Tlsa(3, 0, 0, b""), Why.NOT_DER),
        (Tlsa(3, 0, 0, DER + b"\0"), Why.NOT_DER),
        (Tlsa(3, 0, 0, DER[:-1]), Why.NOT_DER),
        (Tlsa(3, 1, 0, DER), Why.NOT_DER),
        (Tlsa(2, 0, 0, bytes(65_000)), Why.NOT_DER),
    ],
    ids=briefly,
)
def test_a_record_is_usable_or_it_is_told_why_not(record, why):
    assert why_unusable(record) is why
    assert is_usable(record) is (why is None)


@pytest.mark.parametrize(
    ("weaker", "stronger", "outranked"),
    [
        (Tlsa(3, 1, 1, SHA256), Tlsa(3, 1, 2, SHA512), True),
        (Tlsa(3, 1, 2, SHA512), Tlsa(3, 1, 1, SHA256), False),
        (Tlsa(3, 1, 1, SHA256), Tlsa(3, 0, 2, SHA512), False),  # another selector
        (Tlsa(3, 1, 1, SHA256), Tlsa(2, 1, 2, SHA512), False),  # another usage
        (Tlsa(3, 1, 1, SHA256), Tlsa(3, 1, 2, SHA256), False),  # no such digest
        (Tlsa(3, 1, 1, SHA256), Tlsa(3, 1, 3, SHA512), False),  # a digest that nobody knows
        (Tlsa(3, 0, 0, DER), Tlsa(3, 0, 2, SHA512), False),
        (Tlsa(3, 0, 1, SHA256), Tlsa(3, 0, 0, DER), False),
    ],
    ids=briefly,
)
def test_only_a_stronger_digest_of_the_same_usage_and_selector_outranks(
    weaker, stronger, outranked
):
    strongest = strongest_digests((weaker, stronger))
    assert is_outranked(weaker, strongest) is outranked
