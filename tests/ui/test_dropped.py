"""A text or a file that was dropped: a list of domains, or what one might paste."""

import os

import pytest

from mxgui.ui.dropped import MAX_DROP, read_dropped, read_files
from mxgui.ui.jobs import MOST


def names(dropped) -> list[str]:
    return [entry.domain.ascii for entry in dropped.entries]


def test_one_domain_a_line_with_comments_and_each_once():
    written = (
        "# ours\none.example\n\nann@two.example  # Ann's\nONE.example.\nhttps://three.example/x\n"
    )
    dropped = read_dropped(written)
    assert names(dropped) == ["one.example", "two.example", "three.example"]
    assert dropped.words is None


def test_lines_that_are_no_domains_are_told_and_the_rest_is_opened():
    dropped = read_dropped("one.example\ntwo..dots\nthree.example\n")
    assert names(dropped) == ["one.example", "three.example"]
    assert "two..dots" in str(dropped.words)


def test_a_bounce_is_read_as_one():
    bounce = "The mail could not be delivered:\n<ann@example.org>: host mx said: 550 no\nSorry.\n"
    assert names(read_dropped(bounce)) == ["example.org"]


@pytest.mark.parametrize("written", ["", "\n\n# nothing\n", "no domain in this text at all\n" * 3])
def test_what_holds_no_domain_is_told(written):
    dropped = read_dropped(written)
    assert not dropped.entries
    assert dropped.words is not None


def test_a_window_takes_only_so_many():
    dropped = read_dropped("\n".join(f"{n}.example" for n in range(MOST + 5)))
    assert len(dropped.entries) == MOST
    assert str(MOST + 5) in str(dropped.words)


def test_a_text_beyond_all_measure_is_not_read():
    dropped = read_dropped("a.example\n" * (MAX_DROP // 10 + 1))
    assert not dropped.entries
    assert "KiB" in str(dropped.words)


def test_several_files_are_read_one_after_the_other(tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_bytes("\ufeffone.example\r\nbücher.example\r\n".encode())
    two.write_bytes(b"two.example\nONE.example\n")
    read = read_files((str(one), str(two)))
    assert names(read) == ["one.example", "xn--bcher-kva.example", "two.example"]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_opened(tmp_path):
    there = tmp_path / "there.txt"
    there.write_text("one.example\n")
    for wrong in (tmp_path / "missing.txt", tmp_path):
        read = read_files((str(wrong), str(there)))
        assert names(read) == ["one.example"]
        assert str(wrong) in str(read.words)


def test_a_file_of_nonsense_or_of_great_size_opens_nothing(tmp_path):
    nonsense, large = tmp_path / "nonsense", tmp_path / "large"
    nonsense.write_bytes(os.urandom(4096))
    large.write_bytes(b"a.example\n" * (MAX_DROP // 10 + 1))
    for path in (nonsense, large):
        read = read_files((str(path),))
        assert not read.entries
        assert read.words is not None


def test_a_name_that_no_file_can_have_is_told():
    read = read_files(("x" * 5000,))
    assert not read.entries
    assert read.words is not None
