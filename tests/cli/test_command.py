"""One command of the command line."""

from mxgui.cli.commands import COMMANDS


def test_every_command_says_what_it_is_for():
    for command in COMMANDS:
        assert str(command.help).endswith(".")
