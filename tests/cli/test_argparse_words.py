"""The words of argparse are found in our catalogs."""

import subprocess
import sys

from mxgui.cli.argparse_words import WORDS, let_argparse_speak
from tests.pseudo import CODE, bare_words, folder

SCRIPT = """
import sys
from argparse import ArgumentParser
from pathlib import Path
from mxgui.cli.argparse_words import let_argparse_speak
let_argparse_speak(sys.argv[1], Path(sys.argv[2]))
ArgumentParser(prog="mxgui").parse_args(["--help"])
"""


def test_the_help_has_no_word_of_another_language():
    command = [sys.executable, "-c", SCRIPT, CODE, str(folder())]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert "«öptíöñš" in ran.stdout
    assert [word for line in ran.stdout.splitlines() for word in bare_words(line)] == ["mxgui"]


def test_without_catalogs_nothing_is_done():
    let_argparse_speak("es", None)
    assert WORDS
