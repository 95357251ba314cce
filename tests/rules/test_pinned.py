"""Whether DANE vouches for a certificate whatever its dates say."""

from mxgui.rules.pinned import is_pinned
from mxgui.rules.session import sessions_of
from tests.rules.test_session import case_of


def test_without_records_nothing_is_pinned():
    case = case_of()
    assert not any(is_pinned(case, one) for _, found in sessions_of(case) for one in found)
