"""What may be wished for about settings and their files."""

from __future__ import annotations

from dataclasses import dataclass, field

from mxgui.app.settings import Settings


@dataclass(frozen=True, slots=True)
class UseSettings:
    """To have these settings from now on, in every window.

    `proxy` is the proxy as it was typed, with user and password, which the settings do not have;
    empty if it was typed without.
    """

    settings: Settings
    proxy: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """To have the settings as they stand in their file: another program may have changed them."""


@dataclass(frozen=True, slots=True)
class Welcomed:
    """To see the welcome no more by itself."""


@dataclass(frozen=True, slots=True)
class Understood:
    """To hear no more of what went wrong with the files of settings and memory."""


@dataclass(frozen=True, slots=True)
class ForgetDomains:
    """To offer no earlier domains at the field any more."""
