"""A small file of ours: what cannot be read is set aside, what cannot be written is told once."""

import errno
import json
import os
from functools import partial
from pathlib import Path

import pytest

from mxgui.app.kept_file import FORMAT, KeptFile
from tests.builders import NOON

DAY = NOON.date().isoformat()


def a_file(folder: Path, *, needs_format: bool = True) -> KeptFile:
    return KeptFile(folder / "settings.json", needs_format=needs_format, now=lambda: NOON)


def test_what_was_written_is_read_and_nobody_hears_of_it(tmp_path):
    kept = a_file(tmp_path / "new" / "folder")
    assert kept.read() == {}
    assert kept.write(lambda told: {**told, "scheme": "dark"})
    assert kept.read() == {"scheme": "dark", "format": FORMAT}
    assert kept.troubles == []


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (b"{", "is damaged"),
        (b"", "is damaged"),
        (b"\xff\xfe\x00", "is damaged"),
        (b"[" * 100_000, "is damaged"),
        (b"[1]", "was not written by mxgui"),
        (b'{"theme": "dark"}', "was not written by mxgui"),
        (b'{"format": "1"}', "was not written by mxgui"),
        (b" " * 2_000_000, "is too large to be one of mxgui"),
    ],
)
def test_what_cannot_be_read_is_set_aside_with_the_day_and_told_with_its_path(
    tmp_path, written, why
):
    (tmp_path / "settings.json").write_bytes(written)
    kept = a_file(tmp_path)
    assert kept.read() == {}
    aside = tmp_path / f"settings-aside-{DAY}.json"
    assert aside.read_bytes() == written
    words = [str(each) for each in kept.troubles]
    assert words == [
        f"{tmp_path / 'settings.json'} {why}. It was set aside as {aside}, and mxgui goes on "
        "without it."
    ]
    assert kept.write(lambda told: told)
    assert aside.read_bytes() == written


def test_a_file_of_a_newer_version_stays_where_that_will_look_for_it(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"format": 2}')
    kept = a_file(tmp_path)
    assert kept.read() == {}
    (told,) = map(str, kept.troubles)
    assert "was written by a newer mxgui. It was left as it is" in told
    assert not kept.write(lambda told: {**told, "scheme": "dark"})
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
    assert file.read_text() == '{"format": 2}'


def test_what_was_set_aside_before_is_not_lost_for_the_next(tmp_path):
    for words in ("first", "second"):
        (tmp_path / "settings.json").write_text(words)
        a_file(tmp_path).read()
    asides = sorted(tmp_path.glob("*aside*"))
    assert {each.read_text() for each in asides} == {"first", "second"}


def test_a_folder_in_its_place_is_set_aside_too(tmp_path):
    (tmp_path / "settings.json").mkdir()
    kept = a_file(tmp_path)
    assert kept.read() == {}
    assert "it is a folder" in str(kept.troubles[0])
    assert kept.write(lambda told: told)


def test_what_cannot_be_written_is_told_once_and_the_program_goes_on(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    kept = a_file(tmp_path / "home")
    for _ in range(3):
        assert not kept.write(lambda told: told)
    assert [str(each) for each in kept.troubles] == [
        f"{tmp_path / 'home'} cannot be made: part of its path is a file, not a folder. What "
        "you choose is kept only until mxgui is closed."
    ]
    kept.troubles.clear()  # heard
    assert not kept.write(lambda found: found)
    assert kept.troubles == []


def full(_handle: int, _data: bytes) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_told_in_a_sentence_and_leaves_the_file_as_it_was(tmp_path):
    a_file(tmp_path).write(lambda told: {**told, "scheme": "dark"})
    kept = KeptFile(tmp_path / "settings.json", write=full)
    assert not kept.write(lambda _told: {})
    assert "the disk is full" in str(kept.troubles[0])
    assert a_file(tmp_path).read()["scheme"] == "dark"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_device_in_its_place_is_not_read(tmp_path):
    (tmp_path / "settings.json").symlink_to("/dev/zero")
    kept = a_file(tmp_path)
    assert kept.read() == {}
    assert "is no file" in str(kept.troubles[0])


def loop(file: Path) -> None:
    file.symlink_to(file.name)


def dead_end(file: Path) -> None:
    file.symlink_to("nowhere")


def pipe(file: Path) -> None:
    os.mkfifo(file)


def a_gigabyte(file: Path) -> None:
    with file.open("wb") as handle:
        handle.truncate(1024**3)  # takes no room on a disk


@pytest.mark.parametrize("make", [loop, dead_end, pipe, a_gigabyte])
def test_whatever_stands_there_is_not_read_but_set_aside_as_it_is(tmp_path, make):
    file = tmp_path / "settings.json"
    make(file)
    before = file.lstat()
    kept = a_file(tmp_path)
    assert kept.read() == {}
    aside = (tmp_path / f"settings-aside-{DAY}.json").lstat()
    assert (aside.st_ino, aside.st_size) == (before.st_ino, before.st_size)
    assert len(kept.troubles) == 1
    assert kept.write(lambda told: {**told, "scheme": "dark"})
    assert kept.read()["scheme"] == "dark"
    assert len(kept.troubles) == 1


def test_a_place_that_cannot_even_be_looked_at_is_told_once_and_costs_nothing_else(tmp_path):
    kept = a_file(tmp_path / ("long" * 100))
    assert not kept.exists
    for _ in range(2):
        assert kept.read() == {}
        assert not kept.write(lambda told: told)
    assert len(kept.troubles) == 1
    assert "It was left as it is" in str(kept.troubles[0])


def test_nowhere_is_a_place_as_well():
    kept = KeptFile(None)
    assert kept.read() == {}
    assert not kept.write(lambda told: told)
    assert kept.troubles == []
    assert not kept.exists


def test_a_file_is_whole_whenever_somebody_reads_it(tmp_path):
    kept = a_file(tmp_path)
    for number in range(20):
        kept.write(partial(dict, number=number))
        assert json.loads((tmp_path / "settings.json").read_text())["number"] == number
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]
