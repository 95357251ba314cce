"""Files that were brought: saved inspections, lists of domains, and what is neither."""

import os
import socket
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mxgui.model.smtp import Reason, StoppedBy
from mxgui.ui.brought import MAX_SAVED, ended, is_saved, read_files
from mxgui.ui.dropped import MAX_DROP
from mxgui.ui.jobs import MOST
from tests.ui.saving import a_saved
from tests.ui.showing import a_running, two_tiers


def names(read) -> list[str]:
    return [entry.domain.ascii for entry in read.entries]


@pytest.mark.parametrize(
    ("name", "form"), [("a.mxgui.json", "json"), ("a.json", "json"), ("report.html", "html")]
)
def test_what_was_saved_is_read_whole(tmp_path, name, form):
    path = a_saved(tmp_path / name, form=form)
    read = read_files((path,))
    assert read.saved == ((path, two_tiers()),)
    assert read.words is None


def test_several_are_read_and_each_but_once(tmp_path):
    one, two = a_saved(tmp_path / "one.json"), a_saved(tmp_path / "zwei ü.mxgui.json")
    read = read_files((one, two, one))
    assert [path for path, _ in read.saved] == [one, two]


def test_lists_of_domains_are_read_beside_them(tmp_path):
    (tmp_path / "one.txt").write_bytes("\ufeffone.example\r\nbücher.example\r\n".encode())
    (tmp_path / "two.txt").write_bytes(b"two.example\nONE.example\n")
    saved = a_saved(tmp_path / "a.mxgui.json")
    read = read_files((str(tmp_path / "one.txt"), saved, str(tmp_path / "two.txt")))
    assert names(read) == ["one.example", "xn--bcher-kva.example", "two.example"]
    assert [path for path, _ in read.saved] == [saved]


def test_a_bounce_in_a_file_is_no_page(tmp_path):
    (tmp_path / "bounce").write_text("<ann@example.org>: host mx.example.org said: 550 no\n")
    assert names(read_files((str(tmp_path / "bounce"),))) == ["example.org"]


def test_the_ending_tells_and_else_the_content():
    assert is_saved(Path("A.MXGUI.JSON"), b"one.example")
    for data in (b' \r\n{"format": 1', b"\xef\xbb\xbf{}", b"<!DOCTYPE html>", b"<HTML>"):
        assert is_saved(Path("a"), data)
    for data in (b"", b"example.org", b"<ann@example.org>: no", b"[192.0.2.1]"):
        assert not is_saved(Path("a.json"), data)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "broken"),
        (b"one.example\n", "no JSON"),
        (b"[1, 2]", "holds no facts"),
        (b"{}", "holds no facts"),
        (b'{"format": 1, "facts": {}}', "does not tell its form"),
        (b'{"format": 2, "facts": {}}', "A newer mxgui"),
        (b'{"format": 1, "facts": {"codec": 99}}', "A newer mxgui"),
        (b"<html>a page</html>", "a page, but not a report"),
        (b'{"a":' * 100_000, "broken"),
        (b"\xff\xfe\x00", "broken"),
    ],
)
def test_another_thing_is_told_in_one_sentence_with_its_name(tmp_path, content, told):
    path = tmp_path / "x.mxgui.json"
    path.write_bytes(content)
    read = read_files((str(path),))
    assert not read.saved
    assert not read.entries
    assert told in str(read.words)
    assert str(read.words).startswith("x.mxgui.json: ")


def test_a_file_that_was_cut_off_anywhere_is_told(tmp_path):
    whole = Path(a_saved(tmp_path / "a.mxgui.json")).read_bytes()
    for length in range(1, len(whole) - 2, len(whole) // 40):
        (tmp_path / "b.mxgui.json").write_bytes(whole[:length])
        read = read_files((str(tmp_path / "b.mxgui.json"),))
        assert not read.saved
        assert read.words is not None


@settings(deadline=None, max_examples=60)
@given(place=st.integers(0, 10_000), octets=st.binary(max_size=40))
def test_no_change_of_a_file_is_an_error(place, octets):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(a_saved(Path(folder, "b.mxgui.json")))
        whole = path.read_bytes()
        at = place * len(whole) // 10_000
        path.write_bytes(whole[:at] + octets + whole[at + len(octets) :])
        read = read_files((str(path),))
    assert read.saved or read.words is not None


def test_whatever_cannot_be_read_is_told_and_the_others_are_opened(tmp_path):
    saved = a_saved(tmp_path / "a.mxgui.json")
    for wrong in (tmp_path / "missing.mxgui.json", tmp_path, tmp_path / ("x" * 300)):
        read = read_files((str(wrong), saved))
        assert [path for path, _ in read.saved] == [saved]
        assert str(wrong) in str(read.words)
    for wrong in ("a\0b.json", "~nobody-of-that-name/a.json"):
        assert read_files((wrong,)).words is not None


def odd_files(folder: Path) -> list[Path]:
    """Files of a system that has them which are none to be read."""
    if not hasattr(os, "mkfifo"):
        return []
    pipe, place = folder / "pipe.mxgui.json", folder / "s.mxgui.json"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(place))
    return [pipe, place, Path("/dev/zero"), Path("/dev/null")]


def test_names_are_told_without_ends_of_lines_and_nobodys_home_is_not_there(tmp_path):
    (tmp_path / "a\nX: all is well.json").write_bytes(b"{")
    told = str(read_files((str(tmp_path / "a\nX: all is well.json"),)).words)
    assert "\n" not in told
    assert r"a\x0aX" in told
    assert str(read_files(("~nobody at all/a.json",)).words).startswith("There is no file")


def test_a_pipe_a_socket_and_a_device_are_not_waited_for():
    with tempfile.TemporaryDirectory() as folder:
        for path in odd_files(Path(folder)):
            read = read_files((str(path),))
            assert str(read.words) == f"{path} is a device or a pipe, not a file."


def test_what_is_too_large_is_not_read(tmp_path):
    for name, size in (("a.mxgui.json", MAX_SAVED), ("list.txt", MAX_DROP)):
        with (tmp_path / name).open("wb") as file:
            file.write(b"a.example\n")
            file.truncate(size + 1)
        read = read_files((str(tmp_path / name),))
        assert not read.saved
        assert not read.entries
        assert "too large" in str(read.words)


def test_more_files_than_a_window_takes_are_told(tmp_path):
    path = tmp_path / "list"
    path.write_text("one.example\n")
    read = read_files((str(path),) * (MOST + 1))
    assert names(read) == ["one.example"]
    assert str(MOST) in str(read.words)


def test_what_was_saved_under_way_has_ended_once_it_is_opened(tmp_path):
    read = read_files((a_saved(tmp_path / "a.mxgui.json", a_running()),))
    known = read.saved[0][1]
    assert not known.running
    assert known.cut_short
    probe = known.probe("192.0.2.1")
    assert probe is not None
    assert (probe.running, probe.reason) == (False, Reason.CANCELLED)
    assert probe.stopped_by is StoppedBy.CANCELLED


def test_what_has_ended_stays_as_it_is():
    whole = replace(two_tiers())
    assert ended(whole) is whole


def test_a_file_in_which_nothing_is_to_be_opened_is_named(tmp_path):
    (tmp_path / "hostname").write_text("intranet\n")
    read = read_files((str(tmp_path / "hostname"),))
    assert str(read.words).startswith("hostname: ")
