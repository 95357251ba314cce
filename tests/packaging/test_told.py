"""Version and homepage stand in one place each."""

import pytest

import told
from mxgui import __version__
from mxgui.identity import HOMEPAGE


def test_the_version_is_that_of_the_package():
    assert told.version() == __version__


def test_the_homepage_is_that_of_the_wheel():
    assert told.homepage() == HOMEPAGE


def test_a_checkout_without_them_is_told_of(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no line like"):
        told.homepage(tmp_path)
