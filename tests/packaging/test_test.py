"""test.py runs every check, tells how each ended, and fails when one did."""

import pytest

from test import CHECKS, Step, run_all, steps


def test_without_arguments_all_checks_run_and_the_tests_last():
    assert steps([]) == (*CHECKS, Step("pytest"))


def test_with_arguments_pytest_runs_alone_with_them():
    assert steps(["-k", "null"]) == (Step("pytest", ("-k", "null")),)


def test_the_checks_are_those_of_the_house():
    named = [step.name for step in CHECKS]
    assert named == ["ruff check", "ruff format --check", "mypy", "lint-imports"]


def test_a_failing_step_does_not_keep_the_others_from_being_seen(capsys: pytest.CaptureFixture):
    seen: list[Step] = []

    def run(step: Step) -> int:
        seen.append(step)
        return 1 if step.program == "mypy" else 0

    assert run_all(steps([]), run) == 1
    assert seen == list(steps([]))
    assert capsys.readouterr().out.splitlines()[-1] == "Failed: mypy"


def test_when_all_is_well_the_exit_code_says_so(capsys: pytest.CaptureFixture):
    assert run_all([Step("ruff", ("check",))], lambda _step: 0) == 0
    assert "--- ruff check is fine (" in capsys.readouterr().out
