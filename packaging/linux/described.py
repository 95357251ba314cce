"""What mxgui says of itself, as plain values: man page, completions and metainfo are made of it.

`describe` asks the program in the Python of the build; nothing else here imports mxgui, so that a
build can be started by a Python that has nothing installed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from job import Job


@dataclass(frozen=True)
class Option:
    """An option, or an argument when it has no flags. `value` names what is to follow it."""

    flags: list[str]
    help: str
    value: str
    choices: list[str]
    can_be_repeated: bool
    is_optional: bool
    group: str

    @property
    def flag(self) -> str:
        """The flag that is shown; empty for an argument."""
        return self.flags[-1] if self.flags else ""

    @property
    def takes(self) -> str:
        """What is completed: `choices`, `file`, `folder` or nothing."""
        if self.choices:
            return "choices"
        return {"FILE": "file", "PEM": "file", "FOLDER": "folder"}.get(self.value, "")


@dataclass(frozen=True)
class Command:
    """A command of the command line."""

    name: str
    help: str
    options: list[Option]

    @property
    def arguments(self) -> list[Option]:
        """What stands without a flag."""
        return [option for option in self.options if not option.flags]

    @property
    def flagged(self) -> list[Option]:
        """What stands behind a flag, or is one."""
        return [option for option in self.options if option.flags]


@dataclass(frozen=True)
class Program:
    """The program: what it is called, and all that its command line knows."""

    identity: Mapping[str, str]
    version: str
    description: str
    epilog: str
    options: list[Option]
    commands: list[Command] = field(default_factory=list)


def describe(job: Job) -> Program:
    """Ask the program that is built; raises CannotBuild when it does not start."""
    return read(json.loads(job.run([job.python, "-c", ASK], "The description of mxgui")))


def read(told: Mapping[str, Any]) -> Program:
    """The values out of what `ASK` printed."""
    commands = [
        Command(each["name"], each["help"], [Option(**option) for option in each["options"]])
        for each in told["commands"]
    ]
    options = [Option(**option) for option in told["options"]]
    return Program(**{**told, "options": options, "commands": commands})


ASK = r"""
import argparse, json, os, sys
sys.path.insert(0, os.getcwd())
from mxgui import __version__, identity
from mxgui.cli.main import parser
from mxgui.i18n import install
from mxgui.routing.senders import SENDERS
from mxgui.rules.checks import RULES
install("en")
senders = [sender.id for sender in SENDERS]
known = {"SENDER": senders, "FINDING-ID": [rule.id for rule in RULES]}
known["NAME"] = senders
def option(action, group):
    flags = list(action.option_strings)
    value = action.metavar or ("VALUE" if action.choices else action.dest.upper())
    choices = [str(each) for each in action.choices or ()]
    if not choices and (value != "NAME" or "--sender" in flags):
        choices = known.get(value, [])
    return {
        "flags": flags, "help": (action.help or "").replace("%%", "%"),
        "value": "" if action.nargs == 0 else value, "choices": choices,
        "can_be_repeated": type(action).__name__ == "_AppendAction",
        "is_optional": bool(flags) or action.nargs == "?", "group": group,
    }
def options(made):
    groups = {id(a): g.title or "" for g in made._action_groups for a in g._group_actions}
    return [option(a, groups.get(id(a), "")) for a in made._actions
            if not isinstance(a, argparse._SubParsersAction)]
made = parser()
subs = next(a for a in made._actions if isinstance(a, argparse._SubParsersAction))
helps = {a.dest: a.help for a in subs._choices_actions}
print(json.dumps({
    "identity": {k: v for k, v in vars(identity).items() if k.isupper()},
    "version": __version__, "description": made.description, "epilog": made.epilog,
    "options": options(made),
    "commands": [{"name": name, "help": helps[name], "options": options(sub)}
                 for name, sub in subs.choices.items()],
}))
"""
