"""Published figures of how long mail waits for the end of an outage, from the sources of senders.

A message is tried at the times of its own schedule, and failing costs no time.
"""

from __future__ import annotations

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0
_FIRST = ("postfix", "exim", "sendmail", "opensmtpd", "qmail", "exchange", "haraka", "maddy")
_ALL = (*_FIRST, "mox", "stalwart", "stalwart 0.12", "kumomta")
# when a message from the start of the outage is delivered; B: it bounces, whenever that is
_FROM_THE_START = """
10m: 10m    30m    10m  26.7m  26.7m  14m    16m    15m    22.5m  17m    17m    20m
30m: 40m    30m    30m  1h     1h     34m    33.1m  30m    52.5m  32m    32m    1h
1h:  1.33h  1h     1h   1h     1h     1.07h  1.12h  1h     1.88h  1.03h  1.03h  1h
2h:  2.5h   2h     2h   2.78h  2.78h  2.07h  2.26h  2.25h  3.88h  2.03h  2.03h  2.33h
4h:  4.83h  5h     4h   4h     4h     4.07h  4.53h  4h     7.88h  4.03h  4.03h  5h
8h:  8.33h  11h    8h   9h     9h     8.07h  9.08h  9.25h  15.88h 28.03h 8.03h  10.33h
12h: 13h    16.5h  12h  13.44h 13.44h 12.07h 18.19h 12h    15.88h 28.03h 12.03h 21h
24h: 24.67h 28.5h  24h  25h    25h    24.07h 36.39h 25.5h  B      28.03h 24.03h 42.33h
36h: 36.33h 40.5h  36h  36h    36h    36.07h 36.39h 41.25h B      B      36.03h 42.33h
2d:  2d     2.19d  2d   2.04d  2.04d  B      3.03d  2.18d  B      B      2.00d  3.54d
3d:  3.02d  3.19d  3d   3.13d  3.13d  B      3.03d  B      B      B      3.00d  3.54d
4d:  4.04d  4.19d  4d   B      4.17d  B      B      B      B      B      4.00d  B
"""
# what is added after the end: mean/worst in minutes, of messages that arrive once a minute
_ADDED = """
30m: 7/19 14.5/29 4.5/9 11.6/33 1.8/4 6/16.1 7/14 11.5/29.5 5.3/14 17.8/39
1h: 14.1/39 14.5/29 4.5/9 13.1/33 3.1/9 12.1/33.2 7/14 17.2/59.5 9.9/29 16.2/39
2h: 25.1/69 14.5/29 4.5/9 21.6/59.7 3.8/9 24.6/67.5 14.5/44 27.6/119.5 19.7/59 32.8/79
4h: 29.4/69 25.8/89 4.5/9 26.5/73 4.2/9 49.5/136 19.2/59 47.8/239.5 39.6/119 62.8/159
8h: 31.9/69 52/209 4.5/9 41.2/113 4.3/9 98.8/272.1 39.8/134 87.9/479.5 674.6/1439 121.2/319
12h: 32.5/69 82/329 4.5/9 49.4/139.7 4.4/9 180.1/545.2 49.2/164 175.9/479.5 810.2/1439 176.2/639
24h: 33.7/69 130.8/359 4.5/9 68.1/193 4.4/9 360.1/1091.5 100/329 161.3/479.5 705.9/1439 337.8/1279
"""
_SPREAD_OVER = ("postfix", "exim", "sendmail", "qmail", "exchange", "haraka", "maddy")
UNITS = {"m": _MINUTE, "h": _HOUR, "d": _DAY}


def _seconds(written: str) -> float:
    return float(written[:-1]) * UNITS[written[-1]]


def _cells(table: str, senders: tuple[str, ...]) -> list[tuple[str, float, str]]:
    rows = [line.split(":") for line in table.strip().splitlines()]
    return [
        (sender, _seconds(length), cell)
        for length, cells in rows
        for sender, cell in zip(senders, cells.split(), strict=True)
    ]


def delivered_at() -> list[tuple[str, float, str]]:
    """Sender, length of the outage in seconds, and when a message from its start is delivered."""
    return _cells(_FROM_THE_START, _ALL)


def added_after() -> list[tuple[str, float, str]]:
    """Sender, length of the outage in seconds, and mean and worst of what is added."""
    return _cells(_ADDED, (*_SPREAD_OVER, "mox", "stalwart", "kumomta"))
