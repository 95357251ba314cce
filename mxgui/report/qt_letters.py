"""The letters of the system's locale, as Qt wants them: it complains of any but UTF-8.

Where no language is chosen, as in jobs of cron and of services, it takes C.UTF-8 by itself; so it
is told that before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping

_PLAIN = ("", "C", "POSIX")
_UTF8 = "C.UTF-8"


def choose_utf8(
    variables: MutableMapping[str, str] = os.environ, platform: str = sys.platform
) -> None:
    """Let Qt find UTF-8 where the locale is the plain one; to be done before it starts.

    Which of the three variables counts is POSIX's rule (Base Definitions, 8.2).
    """
    if platform != "linux":
        return
    named = [name for name in ("LC_ALL", "LC_CTYPE", "LANG") if variables.get(name)]
    if not named or variables[named[0]] in _PLAIN:
        variables["LC_ALL" if named[:1] == ["LC_ALL"] else "LC_CTYPE"] = _UTF8
