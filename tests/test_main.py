"""The window, or the command line."""

import pytest

from mxgui.__main__ import in_terminal, main, split_language, wants_window


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["example.org"],
        ["example.org", "example.net"],
        ["demo"],
        ["demo", "a.example"],
        ["saved.mxgui.json"],
        ["/home/ada/saved.json", "example.org"],
        ["file:///home/ada/saved.json"],
    ],
)
def test_without_a_command_the_window_opens(arguments):
    assert wants_window(arguments, display=True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["inspect", "example.org"],
        ["report", "a.json"],
        ["explain"],
        ["exlain", "MX-CNAME"],
        ["--version"],
        ["--help"],
        ["example.org", "--format", "json"],
        ["demo", "--serve"],
        ["demo", "a.example", "--format", "json"],
    ],
)
def test_a_command_or_an_option_is_for_the_terminal(arguments):
    assert not wants_window(arguments, display=True)


@pytest.mark.parametrize(
    ("arguments", "language", "others"),
    [
        (["--lang", "es"], "es", []),
        (["--lang=es", "example.org"], "es", ["example.org"]),
        (["--lang", "es", "inspect", "example.org"], "es", ["inspect", "example.org"]),
        (["inspect", "example.org", "--lang", "es"], None, None),
        (["--lang"], None, None),
        (["--language=es"], None, None),
        ([], None, None),
    ],
)
def test_a_language_before_all_else_is_for_window_and_command_line(arguments, language, others):
    assert split_language(arguments) == (language, arguments if others is None else others)


def test_the_command_line_takes_the_language_too(capsys):
    assert main(["--lang", "en", "explain", "MX-NULL"]) == 0
    assert "RFC 7505" in capsys.readouterr().out


def test_without_a_display_the_demo_is_done_in_the_terminal():
    assert not wants_window(["demo"], display=False)


def test_the_command_line_gives_its_exit_code(capsys):
    assert main(["explain", "MX-NULL"]) == 0
    assert "RFC 7505" in capsys.readouterr().out


class Interrupting(str):
    """An argument at which somebody presses Ctrl-C."""

    __slots__ = ()

    def startswith(self, *_):
        """Be interrupted."""
        raise KeyboardInterrupt


def test_ctrl_c_before_any_work_has_begun_leaves_without_a_traceback():
    assert main([Interrupting("explain")]) == 130


def test_it_is_told_what_does_the_same_in_a_terminal():
    assert in_terminal([]) == "inspect DOMAIN"
    assert in_terminal(["example.org", "example.net"]) == "inspect example.org"
    assert in_terminal(["a.mxgui.json"]) == "report a.mxgui.json"
