"""The shelf of commands, in the order in which help lists them."""

from mxgui.cli.command import Command
from mxgui.cli.commands.demo import COMMAND as DEMO
from mxgui.cli.commands.explain import COMMAND as EXPLAIN
from mxgui.cli.commands.inspect import COMMAND as INSPECT
from mxgui.cli.commands.report import COMMAND as REPORT
from mxgui.cli.commands.senders import COMMAND as SENDERS
from mxgui.cli.commands.simulate import COMMAND as SIMULATE

COMMANDS: tuple[Command, ...] = (INSPECT, SIMULATE, REPORT, SENDERS, EXPLAIN, DEMO)
