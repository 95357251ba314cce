"""Names of DNS as the model has them."""

import dns.name
import pytest

from mxgui.net.names import written


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Example.ORG.", "example.org"), (".", "."), (r"\065.\010b.", r"a.\010b")],
)
def test_a_name_is_lower_case_and_has_no_dot_behind_it(name, expected):
    assert written(dns.name.from_text(name)) == expected
