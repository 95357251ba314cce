"""The command line in a language that nobody speaks: no word without a catalog."""

import pytest

from mxgui.cli.commands import COMMANDS
from mxgui.report.exporters.json import EXPORTER as JSON
from mxgui.report.report import report_of
from mxgui.routing.senders import SENDERS
from mxgui.rules.checks import RULES
from tests.cli.running import Shell
from tests.pseudo import CODE, bare_words, folder
from tests.report.samples import three_tiers

SAVED = "saved.json"
# What is the same in every language: names of the program, of its commands, of kinds of sender
DATA = {"mxgui", *(command.name for command in COMMANDS), *(sender.id for sender in SENDERS)}


@pytest.fixture
def pseudo(shell: Shell, tmp_path) -> Shell:
    """A shell with the catalogs of nobody's language, in a folder with a saved inspection."""
    (tmp_path / SAVED).write_bytes(JSON.render(report_of(three_tiers(), str)))
    return shell.speaking(folder())


def told(shell: Shell, arguments: str) -> set[str]:
    """The words outside of the language that a command printed."""
    ran = shell(f"--lang={CODE}", *arguments.split())
    return set(bare_words(f"{ran.out}\n{ran.err}")) - DATA


@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_every_word_of_the_help_is_in_the_catalogs(pseudo, command):
    assert not told(pseudo, f"{command} --help")


@pytest.mark.parametrize(
    "arguments",
    [
        "explain",
        *(f"explain {rule.id}" for rule in RULES),
        "senders",
        *(f"senders {sender.id}" for sender in SENDERS),
        f"report {SAVED}",
        f"simulate --from {SAVED}",
        f"simulate --from {SAVED} --down ipv6:554 --outage 4h --seed 7",
        f"simulate --from {SAVED} --sender all",
        f"simulate --from {SAVED} --as mx-a.example.org",
        "demo three-tiers.example",
        "demo null-mx.example",
    ],
)
def test_every_word_of_a_result_is_in_the_catalogs(pseudo, arguments):
    assert not told(pseudo, arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "fly",
        "inspect",
        "inspect a..b",
        "inspect museum",
        "inspect 1.2.3",
        "inspect a.example b.example",
        *(
            f"inspect example.org {option}"
            for option in (
                "--port 0",
                "--port",
                "--dns-patience nan",
                "--seed 1_0",
                "--resolver tls://",
                "--helo two",
                "--probe some",
                "--output report.doc",
                "--expect a..b",
                "--proxy ://",
                "--mx x",
                "--mx 10",
                "--ca-file nowhere",
                "--trust-anchor nowhere",
                "--as x..y",
                "--sender someone",
                "--fail-on x",
                "--authoritative=1",
                "--unknown",
            )
        ),
        "demo --resolver 192.0.2.1 --format text",
        "demo --keys x",
        "report nowhere.json",
        "report .",
        f"report {SAVED} --output {SAVED}",
        f"report {SAVED} --output nowhere/report.html",
        "explain MX-CNAMES",
        "explain rubbish",
        "senders someone",
        "simulate",
        f"simulate other.example --from {SAVED}",
        *(
            f"simulate --from {SAVED} {option}"
            for option in (
                "--down nowhere.example",
                "--down x:y",
                "--mx 10,foo.example",
                "--outage x",
                "--backup x",
            )
        ),
    ],
)
def test_every_word_of_a_complaint_is_in_the_catalogs(pseudo, arguments):
    assert not told(pseudo, arguments)


def test_a_complaint_tells_the_mistake_and_where_help_is(pseudo):
    ran = pseudo(f"--lang={CODE}", "fly")
    assert ran.code == 2
    assert "íñválíd çhöíçé: 'fly'" in ran.err
    assert "“mxgui --" in ran.err


def test_the_language_may_stand_before_and_behind_the_command(pseudo):
    before = pseudo("--lang", CODE, "explain", "MX-NULL")
    assert (
        before
        == pseudo("explain", "MX-NULL", "--lang", CODE)
        == pseudo(f"--lang={CODE}", "explain", "MX-NULL")
    )
    assert "«" in before.out
