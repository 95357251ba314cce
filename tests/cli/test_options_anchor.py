"""The option that names another root's keys."""

from argparse import ArgumentParser

import pytest

from mxgui.cli.options_anchor import MAX_BYTES, add_anchors
from mxgui.net.dnssec_anchors import read_anchors

LINE = ". IN DS 20326 8 2 e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d\n"


def anchors(*arguments):
    parser = ArgumentParser()
    add_anchors(parser)
    return parser.parse_args(arguments).trust_anchor


def test_without_it_the_real_root_is_meant():
    assert anchors() is None


def test_a_file_of_records_is_read(tmp_path):
    (file := tmp_path / "root.key").write_text(f"; our own\n{LINE}")
    assert anchors("--trust-anchor", str(file)) == read_anchors(LINE)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "has no DS or DNSKEY record of the root in it"),
        (b"\xff\x00\x1b[2J", "has no DS or DNSKEY record of the root in it"),
        (LINE.replace(". IN", "org. IN").encode(), "has no DS or DNSKEY record of the root in it"),
        (b";" * (MAX_BYTES + 1), "is too large for a file of trust anchors"),
        (None, "cannot be read: No such file or directory"),
    ],
)
def test_a_file_without_an_anchor_is_bad_use_in_one_sentence(shell, tmp_path, content, said):
    file = tmp_path / "root.key"
    if content is not None:
        file.write_bytes(content)
    ran = shell("inspect", "example.org", "--trust-anchor", str(file))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err
