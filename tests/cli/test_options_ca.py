"""`--ca-file`: read once, bounded, and told in a sentence where it is of no use."""

from argparse import ArgumentParser, ArgumentTypeError

import pytest

from mxgui.cli.options_ca import add_authorities, authorities_in
from mxgui.net.limits import BUNDLE_BYTES
from tests.servers.minting import an_authority

ROOT, OTHER = an_authority("Known Root"), an_authority("Other Root")


def test_the_certificates_of_a_file_are_read(tmp_path):
    file = tmp_path / "own.pem"
    file.write_bytes(b"# ours\n" + ROOT.pem + OTHER.pem)
    parser = ArgumentParser()
    add_authorities(parser)
    assert parser.parse_args(["--ca-file", str(file)]).ca_file == (ROOT.der, OTHER.der)
    assert parser.parse_args([]).ca_file == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "holds no certificate"),
        (ROOT.der, "holds no certificate"),
        (ROOT.key_pem, "holds no certificate"),
        (bytes(BUNDLE_BYTES + 1), "is too large"),
    ],
)
def test_a_file_without_certificates_is_refused_with_a_sentence(content, words, tmp_path):
    file = tmp_path / "own.pem"
    file.write_bytes(content)
    with pytest.raises(ArgumentTypeError, match=words):
        authorities_in(str(file))


@pytest.mark.parametrize("name", ["nowhere.pem", ".", "nul\0.pem"])
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(name, tmp_path):
    with pytest.raises(ArgumentTypeError, match="cannot be read"):
        authorities_in(f"{tmp_path}/{name}")


def test_the_command_line_ends_with_2(shell):
    ended = shell("inspect", "example.org", "--ca-file", "nowhere.pem")
    assert ended.code == 2
    assert "nowhere.pem cannot be read" in ended.err
