"""What the steps of a build share."""

import sys
from pathlib import Path

import pytest

from job import COLLECTED, NO_DATE, CannotBuild, Job, epoch, listing, prepare


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    (root / "mxgui").mkdir(parents=True)
    (root / "mxgui/__init__.py").write_text('__version__ = "0.3.0"\n', encoding="utf-8")
    (root / "CHANGELOG.md").write_text("## [Unreleased]\n", encoding="utf-8")
    (root / "build").mkdir()
    (root / "build/made.txt").write_text("", encoding="utf-8")
    return root


def job(checkout: Path, version: str | None = None) -> Job:
    top = checkout.parent
    return prepare(checkout, top / "out", top / "work", Path(sys.executable), version)


def test_what_was_made_is_no_source(checkout: Path):
    assert listing(checkout) == ["CHANGELOG.md", "mxgui/__init__.py"]


def test_the_version_is_the_checkouts_or_as_told(checkout: Path):
    assert job(checkout).version == "0.3.0"
    lower = job(checkout, "0.1.0")
    assert (lower.source / "mxgui/__init__.py").read_text() == '__version__ = "0.1.0"\n'
    assert "0.3.0" in (checkout / "mxgui/__init__.py").read_text()


def test_without_git_the_time_is_that_of_the_newest_release(checkout: Path):
    assert epoch(checkout, None) == NO_DATE
    (checkout / "CHANGELOG.md").write_text("## [0.3.0] - 1980-01-02\n", encoding="utf-8")
    assert epoch(checkout, None) == NO_DATE + 86400
    assert epoch(checkout, "5") == 5


def test_a_program_that_fails_or_is_missing_is_told(checkout: Path):
    made = job(checkout)
    assert made.run([sys.executable, "-c", "print(1)"], "One") == "1\n"
    with pytest.raises(CannotBuild, match="Two failed"):
        made.run([sys.executable, "-c", "raise SystemExit(3)"], "Two")
    with pytest.raises(CannotBuild, match="needs the program no-such-program"):
        made.run(["no-such-program"], "Three")


def test_what_a_program_prints_is_utf_8_whatever_the_system_speaks(checkout: Path):
    made = job(checkout)
    assert made.run([sys.executable, "-c", "print('\\u2713')"], "One") == "\u2713\n"


def test_the_programs_run_alike_everywhere(checkout: Path):
    variables = job(checkout).variables()
    assert variables["PYTHONHASHSEED"] == "1"
    assert "PYTHONPATH" not in variables


def test_a_later_step_by_itself_finds_what_went_into_the_app(checkout: Path):
    work = job(checkout).work
    (work / COLLECTED).write_text("[]", encoding="utf-8")
    (work / "left.txt").write_text("", encoding="utf-8")
    (work / "pyinstaller").mkdir()
    job(checkout)
    assert {path.name for path in work.iterdir()} == {COLLECTED, "source"}
