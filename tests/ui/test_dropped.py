"""A text or a file that was dropped: a list of domains, or what one might paste."""

import pytest

from mxgui.ui.dropped import MAX_DROP, read_dropped
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
