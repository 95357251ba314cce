"""The JSON of `simulate`, key by key and type by type, written by hand from the contract.

`misfit` tells how shapes are written.
"""

from typing import Any

NULL = type(None)
NUMBER = (int, float)
SHARE = {"share": NUMBER, "share_exact": (str, NULL), "error": NUMBER}
PLACE = {"preference": int, "host": str, "address": str, **SHARE}
FATE = {"delivered", "deferred", "bounced"}
OUTCOME = {
    "delivered",
    "refused",
    "silent",
    "unreachable",
    "mute",
    "closed",
    "421",
    "554",
    "ehlo",
    "tls",
    "rcpt4",
    "rcpt5",
    "itself",
}
PART: dict[str, Any] = {
    "simulated": bool,
    "planned": bool,
    "sender": str,
    "sender_title": str,
    "sender_version": (str, NULL),
    "evidence": {"standard", "observed", "source", "manual"},
    "seed": int,
    "down": [str],
    "as": (str, NULL),
    "as_probed": bool,
    "backup": (str, NULL),
    "route": {"kind": {"mx", "implicit", "null", "none", "unknown"}, "status": str},
    "before_connect": {"try", "defer", "bounce"},
    "cause": (str, NULL),
    "reply": (str, NULL),
    "method": str,
    "samples": (int, NULL),
    "first": [PLACE],
    "untried": SHARE,
    "delivered": [PLACE],
    "attempts": [
        {
            "position": int,
            "preference": int,
            "host": str,
            "address": str,
            "outcome": OUTCOME,
            "spent_s": NUMBER,
            "takes_message": bool,
        }
    ],
    "fate": FATE,
    "fates": {"delivered": str, "deferred": str, "bounced": str},
    "delay_s": {"mean": NUMBER, "worst": NUMBER},
    "waiting": [
        {
            "outage_s": NUMBER,
            "median_s": (int, float, NULL),
            "worst_s": (int, float, NULL),
            "fate": FATE,
            "warned": bool,
            "total_median_s": (int, float, NULL),
            "total_worst_s": (int, float, NULL),
            "bounces": str,
            "bounces_share": NUMBER,
        }
    ],
    "unheard": [str],
    "unverified": [{"part": str, "text": str}],
    "notes": [str],
}
SIMULATION = {
    "format": int,
    "version": str,
    "domain": {"input": str, "taken_as": str, "ascii": str, "unicode": str},
    **PART,
}
