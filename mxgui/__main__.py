"""The window; or the command line when its arguments name a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended


def main(argv: Sequence[str] | None = None) -> int:
    """Start the face that the arguments ask for; give its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        language, arguments = split_language(given)
        if wants_window(arguments, has_display()):
            return _window(arguments, language)
        return _line(arguments, language)
    except KeyboardInterrupt:  # also while all that it needs is still being loaded
        return INTERRUPTED


def wants_window(arguments: Sequence[str], display: bool) -> bool:
    """Whether a window is to open: without arguments, for domains and files, and the demo.

    The demo goes to the terminal where there is no display, or where it is given options.
    """
    if arguments and arguments[0] == "demo":
        return display and not any(argument.startswith("-") for argument in arguments)
    if any(argument.startswith("-") for argument in arguments):
        return False
    from mxgui.cli.names import COMMAND_NAMES

    if not arguments:
        return True
    # A bare word is more likely a slip in a command's name than a domain of one label.
    return arguments[0] not in COMMAND_NAMES and not arguments[0].isalnum()


def split_language(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Give the language that `--lang` asks for before all else, and the other arguments."""
    first, is_joined, code = arguments[0].partition("=") if arguments else ("", "", "")
    if first != "--lang":
        return None, arguments
    if is_joined:
        return code, arguments[1:]
    return (arguments[1], arguments[2:]) if len(arguments) > 1 else (None, arguments)


def has_display() -> bool:
    """Whether a window could be seen here."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def in_terminal(arguments: Sequence[str]) -> str:
    """What does the same in a terminal."""
    from mxgui.report.saved_names import names_file

    if not arguments:
        return "inspect DOMAIN"
    return f"{'report' if names_file(arguments[0]) else 'inspect'} {arguments[0]}"


def _line(arguments: list[str], language: str | None) -> int:
    from mxgui.cli.main import main as command_line

    before = [] if language is None else [f"--lang={language}"]
    return command_line([*before, *arguments])


def _window(arguments: list[str], language: str | None) -> int:
    if not has_display():
        return _without_display(arguments, language)
    from mxgui.app.services import Services
    from mxgui.ui.run import run

    demo = arguments[:1] == ["demo"]
    domains = tuple(arguments[1:] if demo else arguments)
    return run(domains, Services(), demo=demo, language=language)


def _without_display(arguments: list[str], language: str | None) -> int:
    from mxgui.cli.console import complain
    from mxgui.cli.streams import set_up
    from mxgui.i18n import install, tr
    from mxgui.model.text import text

    install(language)
    set_up(sys.stderr)
    what = f"mxgui {in_terminal(arguments)}"
    words = text("There is no display here to open a window on: use “{command}”.", command=what)
    complain(tr(words))
    return 2


if __name__ == "__main__":
    sys.exit(main())
