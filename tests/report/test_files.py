"""A file is written whole or not at all, and what is in the way is told in one sentence."""

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from mxgui.report.files import (
    CannotOpen,
    free_name,
    mode_of,
    read_bounded,
    refuse_existing,
    write_whole,
)

DATA = b"x" * 3_000_000
POSIX = os.name == "posix"


def failing(code: int, after: int = 0) -> Callable[[int, bytes], int]:
    """Give a write that takes some bytes and then fails as the system would."""
    left = after

    def write(handle: int, data: bytes) -> int:
        nonlocal left
        if left <= 0:
            raise OSError(code, os.strerror(code))
        written = os.write(handle, data[:left])
        left -= written
        return written

    return write


def told(work: Callable[[], object]) -> str:
    """The one sentence with which work was refused."""
    with pytest.raises(CannotOpen) as refused:
        work()
    sentence = str(refused.value.text)
    assert sentence.endswith(".")
    assert str(refused.value) == sentence
    return sentence


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_all_of_the_data(tmp_path: Path):
    file = tmp_path / "report.json"
    write_whole(file, DATA, force=False)
    assert file.read_bytes() == DATA
    assert names_in(tmp_path) == ["report.json"]


def test_a_file_that_is_there_is_left_as_it_was(tmp_path: Path):
    file = tmp_path / "report.json"
    file.write_bytes(b"old")
    assert told(lambda: write_whole(file, DATA, force=False)) == (
        f"{file} is there already, and was left as it is."
    )
    assert file.read_bytes() == b"old"
    assert names_in(tmp_path) == ["report.json"]


def test_a_file_that_is_there_is_replaced_when_that_is_wanted(tmp_path: Path):
    file = tmp_path / "report.json"
    file.write_bytes(b"old")
    write_whole(file, b"new", force=True)
    assert file.read_bytes() == b"new"
    assert names_in(tmp_path) == ["report.json"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the space allowed to you is used up"),
        (errno.EIO, "the disk reports an error"),
        (errno.EFBIG, "the file would be too large"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "there is no permission to do so"),
    ],
)
@pytest.mark.parametrize("after", [0, 2_000_000])
def test_a_disk_that_gives_out_leaves_nothing_behind(
    tmp_path: Path, code: int, reason: str, after: int
):
    file = tmp_path / "report.json"
    sentence = told(
        lambda: write_whole(file, DATA, force=False, write=failing(code, after)),
    )
    assert sentence == f"{file} cannot be written: {reason}."
    assert names_in(tmp_path) == []


def test_a_disk_that_gives_out_leaves_the_old_file_as_it_was(tmp_path: Path):
    file = tmp_path / "report.json"
    file.write_bytes(b"old")
    told(lambda: write_whole(file, DATA, force=True, write=failing(errno.ENOSPC, 9)))
    assert file.read_bytes() == b"old"
    assert names_in(tmp_path) == ["report.json"]


def test_a_write_that_takes_little_at_a_time_is_gone_on_with(tmp_path: Path):
    file = tmp_path / "report.json"
    write_whole(file, b"123456789", force=False, write=lambda to, data: os.write(to, data[:2]))
    assert file.read_bytes() == b"123456789"


def test_an_interrupted_write_leaves_nothing_behind(tmp_path: Path):
    def interrupted(handle: int, data: bytes) -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "report.json", DATA, force=False, write=interrupted)
    assert names_in(tmp_path) == []


def test_what_is_in_the_way_is_told_by_name(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    cases = {
        tmp_path / "missing" / "a.json": "the folder does not exist",
        tmp_path / "file" / "a.json": "part of its path is a file, not a folder",
        tmp_path / "folder": "it is a folder",
        tmp_path / f"{'n' * 300}.json": "the name is too long",
    }
    for file, reason in cases.items():
        assert told(partial(write_whole, file, b"", force=True)).endswith(f": {reason}.")
    assert names_in(tmp_path) == ["file", "folder"]


def test_a_name_with_a_nul_is_refused(tmp_path: Path):
    assert "cannot be written" in told(lambda: write_whole(tmp_path / "a\0b", b"", force=False))


def test_a_link_stays_and_the_file_behind_it_is_replaced(tmp_path: Path):
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_bytes(b"old")
    link.symlink_to(real)
    told(lambda: write_whole(link, b"new", force=False))
    write_whole(link, b"new", force=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_link_to_nothing_makes_the_file_it_names(tmp_path: Path):
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real.json")
    write_whole(link, b"new", force=False)
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_links_in_a_circle_are_refused(tmp_path: Path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    sentence = told(lambda: write_whole(one, b"", force=True))
    assert sentence.endswith("the links lead in a circle.")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path, mode: int):
    file = tmp_path / "report.json"
    file.write_bytes(b"old")
    file.chmod(mode)
    write_whole(file, b"new", force=True)
    assert not POSIX or file.stat().st_mode & 0o777 == mode


def test_a_new_file_gets_the_permissions_that_new_files_get(tmp_path: Path):
    (tmp_path / "plain").write_bytes(b"")
    write_whole(tmp_path / "ours", b"", force=False)
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_pipe_takes_the_data_and_is_not_replaced(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        refuse_existing(pipe, force=False)
        write_whole(pipe, b"whole", force=False)
        assert os.read(reader, 100) == b"whole"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_it_is_said_before_the_work_what_will_be_in_the_way(tmp_path: Path):
    (tmp_path / "there.json").write_bytes(b"")
    refuse_existing(tmp_path / "new.json", force=False)
    refuse_existing(tmp_path / "there.json", force=True)
    cases = {
        tmp_path / "there.json": "is there already, and was left as it is",
        tmp_path: "it is a folder",
        tmp_path / "missing" / "a.json": "the folder does not exist",
        tmp_path / "there.json" / "a.json": "part of its path is a file, not a folder",
    }
    for file, reason in cases.items():
        assert told(partial(refuse_existing, file, force=False)).endswith(f"{reason}.")
    assert names_in(tmp_path) == ["there.json"]


def test_a_free_name_counts_on_from_those_that_are_taken(tmp_path: Path):
    wanted = tmp_path / "example.org.html"
    assert free_name(wanted) == wanted
    wanted.write_bytes(b"")
    assert free_name(wanted).name == "example.org-2.html"
    (tmp_path / "example.org-2.html").write_bytes(b"")
    assert free_name(wanted).name == "example.org-3.html"


def test_a_free_name_of_a_saved_inspection_keeps_its_ending(tmp_path: Path):
    for name in ("a.mxgui.json", "a-2.mxgui.json", "a-3.mxgui.json"):
        assert free_name(tmp_path / "a.mxgui.json").name == name
        (tmp_path / name).touch()


def test_a_file_is_read_up_to_a_bound(tmp_path: Path):
    file = tmp_path / "saved.json"
    file.write_bytes(b"12345")
    assert read_bounded(file, 5) == b"12345"
    assert told(lambda: read_bounded(file, 4)) == f"{file} is too large to be read here."


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path):
    assert told(lambda: read_bounded(tmp_path / "none")) == f"There is no file {tmp_path / 'none'}."
    assert told(lambda: read_bounded(tmp_path)) == f"{tmp_path} cannot be read: it is a folder."


def test_permissions_of_a_file_stay_but_on_windows_no_new_file_is_read_only(tmp_path: Path):
    file = tmp_path / "report.json"
    file.touch()
    file.chmod(0o444)
    assert mode_of(file, "linux") == 0o444
    assert mode_of(file, "win32") == 0o644
