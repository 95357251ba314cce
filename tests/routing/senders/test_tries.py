"""When mail that found all closed arrives, by how long that lasted: senders.md has the table."""

from itertools import pairwise

import pytest

from mxgui.routing.senders import SENDERS, sender_of

MINUTE, HOUR, DAY = 60, 3600, 86400
OUTAGES = (
    10 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    4 * HOUR,
    8 * HOUR,
    12 * HOUR,
    DAY,
    36 * HOUR,
    2 * DAY,
    3 * DAY,
    4 * DAY,
)
# Hours from arrival to delivery, for each of these outages; None: the message has come back
HOURS = {
    "postfix": (1 / 6, 2 / 3, 1.33, 2.5, 4.83, 8.33, 13, 24.67, 36.33, 48, 72.5, 97),
    "exim": (0.5, 0.5, 1, 2, 5, 11, 16.5, 28.5, 40.5, 52.5, 76.5, 100.5),
    "sendmail": (1 / 6, 0.5, 1, 2, 4, 8, 12, 24, 36, 48, 72, 96),
    "opensmtpd": (0.44, 1, 1, 2.78, 4, 9, 13.44, 25, 36, 49, 75.11, None),
    "qmail": (0.44, 1, 1, 2.78, 4, 9, 13.44, 25, 36, 49, 75.11, 100),
    "exchange": (0.23, 0.57, 1.07, 2.07, 4.07, 8.07, 12.07, 24.07, 36.07, None, None, None),
    "haraka": (0.27, 0.55, 1.12, 2.26, 4.53, 9.08, 18.19, 36.39, 36.39, 72.8, 72.8, None),
    "maddy": (0.25, 0.5, 1, 2.25, 4, 9.25, 12, 25.5, 41.25, 52.25, None, None),
    "mox": (0.375, 0.875, 1.88, 3.88, 7.88, 15.88, 15.88, None, None, None, None, None),
    "stalwart": (0.28, 0.53, 1.03, 2.03, 4.03, 28.03, 28.03, 28.03, None, None, None, None),
    "kumomta": (0.33, 1, 1, 2.33, 5, 10.33, 21, 42.33, 42.33, 85, 85, None),
}


@pytest.mark.parametrize("name", HOURS)
def test_mail_arrives_at_the_first_try_after_the_end(name):
    tries = list(sender_of(name).queue.tries())
    found = [next((at / HOUR for at in tries if at >= outage), None) for outage in OUTAGES]
    assert found == pytest.approx(HOURS[name], abs=0.03)


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_tries_that_take_time_come_later_and_never_before_the_one_before_has_ended(sender):
    at_once, slow = list(sender.queue.tries()), list(sender.queue.tries(600.0))
    assert all(late >= early for early, late in zip(at_once, slow, strict=False))
    assert all(after - before >= 600 for before, after in pairwise(slow))
    assert sender.queue.given_up(600.0) < sender.queue.lifetime + 2 * DAY
