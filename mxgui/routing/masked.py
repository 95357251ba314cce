"""Whether a box on the path has written over what a mail host says.

Firewalls that inspect SMTP put asterisks over the greeting and X over the extensions that they do
not know, STARTTLS among them (Cisco's "fixup protocol smtp" and "inspect esmtp").
"""

from __future__ import annotations

import re

from mxgui.model.smtp import Probe

_GREETING = re.compile(r"\*{6,}")
_EXTENSION = re.compile(r"X{6,}[A-Z]?\Z")


def is_masked(probe: Probe) -> bool:
    """Whether the greeting or an extension in a probe is masked."""
    if probe.greeting is not None and _GREETING.search(probe.greeting.text):
        return True
    return any(_EXTENSION.match(extension.keyword) for extension in probe.extensions)
