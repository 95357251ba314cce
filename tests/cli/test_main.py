"""The start of the command line."""

import sys
from subprocess import run

import pytest

from mxgui import __version__

HEAVY = ("asyncio", "mxgui.report.report", "mxgui.routing.verdict", "mxgui.rules.engine")
FOR_HELP = f"""
import sys
from mxgui.cli.main import main
try:
    main(["--help"])
except SystemExit:
    loaded = [name for name in {HEAVY} if name in sys.modules]
    assert not loaded, loaded
"""


def test_the_version_is_told(shell):
    ran = shell("--version")
    assert (ran.code, ran.out) == (0, f"mxgui {__version__}\n")


@pytest.mark.parametrize("command", ["inspect", "report", "explain", "demo"])
def test_every_command_has_help(shell, command):
    ran = shell(command, "--help")
    assert ran.code == 0
    assert "usage: mxgui" in ran.out


def test_help_does_not_load_what_only_a_command_needs():
    run([sys.executable, "-c", FOR_HELP], check=True, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["inspect"], "DOMAIN"),
        (["inspect", "a..b"], "two dots"),
        (["inspect", ""], "Type a domain"),
        (["inspect", "museum"], "museum."),
        (["inspect", "example.org", "--port", "0"], "port"),
        (["inspect", "example.org", "--dns-patience", "-1"], "seconds"),
        (["inspect", "example.org", "--dns-patience", "nan"], "seconds"),
        (["inspect", "example.org", "--seed", "9" * 19], "18 digits"),
        (["inspect", "example.org", "--seed", "1_0"], "whole number"),
        (["inspect", "example.org", "--resolver", "tls://"], "tls://"),
        (["inspect", "example.org", "--helo", "two words"], "EHLO"),
        (["inspect", "example.org", "--probe", "some"], "every-host"),
        (["inspect", "example.org", "--output", "report.doc"], ".html"),
        (["demo", "--resolver", "192.0.2.1", "--format", "text"], "--resolver"),
        (["inspect", "1.2.3"], "number"),
        (["report", "nowhere.json"], "nowhere.json"),
        (["explain", "MX-CNAMES"], "MX-CNAME"),
        (["explain", "rubbish"], "rubbish"),
        (["fly"], "inspect"),
    ],
)
def test_bad_use_gets_one_sentence_and_code_2(shell, arguments, word):
    ran = shell(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert word in ran.err
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


def test_a_language_that_is_not_there_falls_back_to_english(shell):
    assert "alias" in shell("explain", "MX-CNAME", "--lang", "tlh").out
