"""What the command line says of itself, as values."""

from typing import Any

from linux.described import Option, read

OPTION: dict[str, Any] = {
    "flags": ["-o", "--output"], "help": "where", "value": "FILE", "choices": [],
    "can_be_repeated": False, "is_optional": True, "group": "options",
}  # fmt: skip
ARGUMENT: dict[str, Any] = {**OPTION, "flags": [], "value": "DOMAIN", "is_optional": False}
TOLD: dict[str, Any] = {
    "identity": {"NAME": "mxgui"}, "version": "0.1.0", "description": "d", "epilog": "e",
    "options": [],
    "commands": [{"name": "inspect", "help": "Inspect.", "options": [OPTION, ARGUMENT]}],
}  # fmt: skip


def test_arguments_and_options_of_a_command_are_told_apart():
    command = read(TOLD).commands[0]
    assert [each.value for each in command.arguments] == ["DOMAIN"]
    assert [each.flag for each in command.flagged] == ["--output"]


def test_what_is_to_be_completed_follows_from_choices_and_the_name_of_the_value():
    assert Option(**OPTION).takes == "file"
    assert Option(**{**OPTION, "value": "FOLDER"}).takes == "folder"
    assert Option(**{**OPTION, "choices": ["a"]}).takes == "choices"
    assert Option(**ARGUMENT).takes == ""
