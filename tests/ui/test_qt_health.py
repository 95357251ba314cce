"""The Qt that is installed counts its references right: a bad version is caught in a second."""

import sys

CALLS = 1000
SOME = 100  # what Python itself adds and drops meanwhile; a bad version adds one for each call


def test_calls_of_qt_do_not_use_up_none(qapp):
    # PySide6 6.12.0 on Python 3.11 took one reference too many in each call, until Python aborted.
    qapp.processEvents()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        qapp.processEvents()
    assert abs(sys.getrefcount(None) - before) < SOME
