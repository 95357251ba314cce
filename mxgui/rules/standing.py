"""The standing of hosts and addresses, as `routing.standing` tells it."""

from mxgui.routing.standing import (
    Standing,
    is_certain,
    is_looked_up,
    is_out_of_reach,
    is_special,
    standing_of_address,
    standing_of_host,
)

__all__ = [
    "Standing",
    "is_certain",
    "is_looked_up",
    "is_out_of_reach",
    "is_special",
    "standing_of_address",
    "standing_of_host",
]
