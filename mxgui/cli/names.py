"""The names of the commands, apart from their code, so that the window need not load it."""

from __future__ import annotations

COMMAND_NAMES = ("inspect", "simulate", "report", "senders", "explain", "demo")
