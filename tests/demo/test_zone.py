"""A domain of the demo reads its MX records as a master file writes them."""

import pytest

from mxgui.demo.zone import DemoDomain
from mxgui.model.records import Mx
from mxgui.model.text import text

ANY = text("Whatever.")


@pytest.mark.parametrize(
    ("written", "records"),
    [
        ("", ()),
        ("0 .", (Mx(0, "."),)),
        ("10 mx", (Mx(10, "mx.here.example"),)),
        (
            "10 a, 20 b.there.example.",
            (Mx(10, "a.here.example"), Mx(20, "b.there.example")),
        ),
    ],
)
def test_a_host_name_is_relative_unless_it_ends_in_a_dot(written, records):
    assert DemoDomain("here.example", ANY, mx=written).exchanges == records


def test_dns_holds_an_international_name_in_a_labels():
    domain = DemoDomain("bücher.example", ANY, mx="10 mx")
    assert domain.ascii == "xn--bcher-kva.example"
    assert domain.exchanges == (Mx(10, "mx.xn--bcher-kva.example"),)
