"""Names of DNS between the library and the model."""

from __future__ import annotations

import dns.name


def written(name: dns.name.Name) -> str:
    """Give a name as the model has it: lower case, no trailing dot, the root as a dot."""
    return name.canonicalize().to_text(omit_final_dot=True)
