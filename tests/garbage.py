"""Qt's objects die in the thread that made them, also those that only the collector finds."""

import gc

import pytest


@pytest.fixture(scope="module", autouse=True)
def no_garbage_for_threads() -> None:
    """Collect what earlier tests left, before threads of these may do so.

    An object with a timer that another thread destroys stays in Qt's list of timers, which ends
    the process when its time has come.
    """
    gc.collect()
