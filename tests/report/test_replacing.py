"""A file takes the place of another, also where something looks at that one for a moment."""

from pathlib import Path

import pytest

from mxgui.model.text import text
from mxgui.report.files import cannot_open
from mxgui.report.replacing import replace_patiently


class InUse(PermissionError):
    """What Windows says of a file that another program has open."""

    winerror = 32


class Busy:
    """A file system on which a file is in use for some tries."""

    def __init__(self, tries: int) -> None:
        self.tries = tries

    def __call__(self, temporary: Path, target: Path) -> None:
        self.tries -= 1
        if self.tries >= 0:
            raise InUse(13, "in use")
        temporary.replace(target)


def test_a_file_takes_the_place_of_another(tmp_path: Path):
    (tmp_path / "new").write_text("new")
    (tmp_path / "old").write_text("old")
    replace_patiently(tmp_path / "new", tmp_path / "old")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old", "new")]


def test_a_file_in_use_for_a_moment_is_waited_for(tmp_path: Path):
    (tmp_path / "new").write_text("new")
    replace_patiently(tmp_path / "new", tmp_path / "old", Busy(3))
    assert (tmp_path / "old").read_text() == "new"


def test_one_that_stays_in_use_is_told_of_in_words(tmp_path: Path):
    (tmp_path / "new").write_text("new")
    with pytest.raises(InUse) as refused:
        replace_patiently(tmp_path / "new", tmp_path / "old", Busy(1000))
    assert (tmp_path / "new").exists()
    told = cannot_open(text("It cannot be written"), refused.value)
    assert str(told) == "It cannot be written: another program has it open."


def test_any_other_refusal_is_not_tried_again(tmp_path: Path):
    busy = Busy(0)
    with pytest.raises(FileNotFoundError):
        replace_patiently(tmp_path / "none", tmp_path / "old", busy)
    assert busy.tries == -1
