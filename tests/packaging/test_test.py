"""test.py runs every check, tells how each ended, and fails when one did."""

import pytest

from test import CHECKS, Ended, Step, run_all, steps, variables

FINE = Ended(0)


def test_without_arguments_all_checks_run_and_the_tests_are_shared():
    *checks, tests = steps([], 2)
    assert tuple(checks) == CHECKS
    assert tests.name == "pytest --numprocesses=4 --max-worker-restart=0 --no-loadscope-reorder"
    assert tests.is_live


@pytest.mark.parametrize(("processors", "processes"), [(1, 3), (8, 10), (64, 10)])
def test_there_are_more_processes_than_processors_but_not_too_many(processors, processes):
    assert f"--numprocesses={processes}" in steps([], processors)[-1].arguments


def test_with_arguments_pytest_runs_alone_with_them():
    assert steps(["-k", "null"], 2) == (Step("pytest", ("-k", "null"), is_live=True),)


def test_the_checks_are_those_of_the_house():
    named = [step.name for step in CHECKS]
    assert named == ["ruff check", "ruff format --check", "mypy", "lint-imports"]


def test_what_is_compiled_is_kept():
    assert variables({"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": "x", "A": "b"}) == {"A": "b"}


def test_a_failing_step_does_not_keep_the_others_from_being_seen(capsys: pytest.CaptureFixture):
    seen: list[Step] = []

    def run(step: Step) -> Ended:
        seen.append(step)
        return Ended(1, "a.py:1: wrong\n") if step.program == "mypy" else FINE

    assert run_all(steps([], 2), run) == 1
    assert set(seen) == set(steps([], 2))
    said = capsys.readouterr().out.splitlines()
    assert "a.py:1: wrong" in said
    assert said[-1] == "Failed: mypy"


def test_what_is_seen_of_the_tests_does_not_mix_with_what_the_checks_say(capsys):
    def run(step: Step) -> Ended:
        return Ended(0, "" if step.is_live else f"{step.name} looked\n")

    assert run_all(steps([], 2), run) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("--- pytest")
    assert said[1].startswith("--- pytest")
    assert said[2:4] == ["--- ruff check", "ruff check looked"]


def test_a_failing_test_fails_the_whole(capsys: pytest.CaptureFixture):
    assert run_all(steps(["-x"], 2), lambda _step: Ended(2)) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Failed: pytest -x"


def test_when_all_is_well_the_exit_code_says_so(capsys: pytest.CaptureFixture):
    assert run_all([Step("ruff", ("check",))], lambda _step: FINE) == 0
    assert "--- ruff check is fine (" in capsys.readouterr().out
