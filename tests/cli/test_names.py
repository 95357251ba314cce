"""The names of the commands."""

from mxgui.cli.commands import COMMANDS
from mxgui.cli.names import COMMAND_NAMES


def test_the_names_are_those_of_the_shelf():
    assert tuple(command.name for command in COMMANDS) == COMMAND_NAMES
