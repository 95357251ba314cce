"""A domain is never mistaken for a file, nor a file for a domain."""

from contextlib import chdir

import pytest

from mxgui.report.saved_names import apart, names_file, path_of


@pytest.mark.parametrize(
    "argument",
    [
        "saved.mxgui.json",
        "SAVED.MXGUI.JSON",
        "a folder/saved.mxgui.json",
        "/home/ada/missing.json",
        "./example.org",
        "../report.html",
        "~/report.html",
        "file:///home/ada/a.json",
        "FILE:/home/ada/a.json",
    ],
)
def test_what_can_be_nothing_but_a_file_is_one(argument):
    assert names_file(argument, "linux")


@pytest.mark.parametrize(
    "argument",
    [
        "example.org",
        "ada@example.org",
        "https://example.org/a.mxgui.json",
        "https://example.org/",
        "[192.0.2.1]",
        "bücher.example",
        "example.org/missing",
        "<ada@example.org>: host mx said: 550",
        "a\0b/c",
        "",
    ],
)
def test_what_names_a_domain_is_no_file(argument):
    assert not names_file(argument, "linux")


def test_a_path_with_a_separator_is_a_file_if_it_is_there(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "example.org").touch()
    (tmp_path / "example.org").touch()
    (tmp_path / "example.json").touch()
    with chdir(tmp_path):
        assert names_file("kept/example.org")
        assert not names_file("kept/example.net")
        assert names_file("example.json")
        assert not names_file("missing.json")
        assert not names_file("example.org")  # a domain, whatever lies here


def test_drives_and_shares_are_files_on_windows_alone():
    for argument in (r"C:\kept\a.json", "D:/a.json", r"\\server\share\a.json", r".\a.json"):
        assert names_file(argument, "win32")
        assert not names_file(argument, "linux") or argument.startswith("/")


def test_a_url_of_a_file_is_its_path():
    assert path_of("file:///home/ada/B%C3%BCcher%20x.mxgui.json") == "/home/ada/Bücher x.mxgui.json"
    assert path_of("file://localhost/a.json") == "/a.json"
    assert path_of("file:/a.json") == "/a.json"
    assert path_of("kept/a.json") == "kept/a.json"


@pytest.mark.parametrize("url", ["file://elsewhere.example/a.json", "file://[::zz/a.json"])
def test_a_url_of_another_computer_leads_nowhere_else(url):
    assert path_of(url) == url


def test_files_and_domains_are_told_apart_in_their_order():
    named = ("example.org", "a.mxgui.json", "example.net", "file:///b.json")
    assert apart(named) == (("a.mxgui.json", "/b.json"), ("example.org", "example.net"))
