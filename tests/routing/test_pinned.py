"""Whether DANE vouches for a certificate whatever its dates say."""

from mxgui.routing.pinned import is_pinned
from tests.builders import an_inspection


def test_without_records_nothing_is_pinned():
    inspection = an_inspection()
    [probe] = inspection.probes
    assert is_pinned(inspection, probe, probe.target.host) is False
