"""Names in certificates and policies, and the hosts that they are meant for."""

import pytest

from mxgui.routing.names import matches, names_host, names_host_by_cn
from tests.builders import a_certificate

MX1 = "mx1.example.org"


@pytest.mark.parametrize(
    ("name", "pattern", "fits"),
    [
        (MX1, MX1, True),
        ("MX1.Example.ORG.", "mx1.example.org", True),
        (MX1, "mx2.example.org", False),
        (MX1, "*.example.org", True),
        ("example.org", "*.example.org", False),
        ("a.mx1.example.org", "*.example.org", False),
        (MX1, "mx*.example.org", False),
        (MX1, "*1.example.org", False),
        ("a.b.example.org", "a.*.example.org", False),
        (MX1, "*", False),
        (MX1, "*.", False),
        ("", "", False),
        (".example.org", "*.example.org", False),
    ],
)
def test_a_star_is_one_whole_left_most_label_and_nothing_else(name, pattern, fits):
    assert matches(name, pattern) is fits


def test_a_certificate_is_for_a_host_by_its_dns_ids_and_apart_from_that_by_its_common_name():
    certificate = a_certificate(MX1)
    assert names_host(certificate, (MX1,))
    assert names_host(certificate, ("other.example", MX1))
    assert not names_host(certificate, ("other.example",))
    assert names_host_by_cn(certificate, (MX1,)) is (MX1 in certificate.common_names)
