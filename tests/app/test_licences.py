"""Every part of the program is named with its licence, and the texts are found where they lie."""

import sys
from collections.abc import Callable
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path

import pytest

from mxgui import __version__
from mxgui.app.licences import (
    LONGEST,
    OWN,
    OWN_EXTRAS,
    Part,
    canonical,
    parts,
    python_licence,
    texts_of,
)


class Site:
    """A folder of installed packages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def install(self, name: str, fields: str = "", **files: str) -> None:
        info = self._folder / f"{name.replace('-', '_')}-1.0.dist-info"
        (info / "licenses").mkdir(parents=True)
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{fields}"
        )
        listed = [f"{info.name}/METADATA,,"]
        for file, words in files.items():
            (info / "licenses" / file).write_text(words)
            listed.append(f"{info.name}/licenses/{file},,")
        (info / "RECORD").write_text("\n".join(listed))

    @property
    def find(self) -> Callable[[str], Distribution]:
        def find(name: str) -> Distribution:
            for found in distributions(name=name, path=[str(self._folder)]):
                return found
            raise PackageNotFoundError(name)

        return find

    @property
    def names(self) -> list[str]:
        """What is needed of what is installed, beside mxgui, its fonts and Python."""
        return [part.name for part in parts(self.find)[4:]]


@pytest.fixture
def site(tmp_path) -> Site:
    return Site(tmp_path)


def needs(*requirements: str) -> str:
    return "".join(f"Requires-Dist: {requirement}\n" for requirement in requirements)


def the(name: str, found: tuple[Part, ...]) -> Part:
    return next(part for part in found if part.name == name)


def test_mxgui_comes_first_with_its_own_licence():
    own = parts()[0]
    assert (own.name, own.version, own.licence) == (OWN, __version__, "MIT")
    assert "Permission is hereby granted" in texts_of(own)[0][1]


def test_the_fonts_and_python_have_their_texts():
    found = parts()
    for name in ("Inter", "JetBrains Mono"):
        assert "SIL OPEN FONT LICENSE" in texts_of(the(name, found))[0][1]
    assert the("Python", found).version == ".".join(map(str, sys.version_info[:3]))


def test_what_is_installed_here_and_needed_is_there_and_test_tools_are_not():
    names = {canonical(part.name) for part in parts()}
    assert {"dnspython", "pyside6-essentials", "shiboken6", "qasync", "cffi"} <= names
    assert not {"pytest", "ruff", "mypy", "hypothesis"} & names


def test_qt_is_told_with_its_terms_though_its_text_is_not_installed():
    qt = the("PySide6_Essentials", parts())
    assert "Lesser General Public License" in str(qt.note)
    assert "LGPL-3.0" in qt.licence


def test_the_extras_that_a_user_may_want_are_those_that_there_are():
    offered = set(distribution(OWN).metadata.get_all("Provides-Extra") or ())
    assert set(OWN_EXTRAS) - {""} == offered - {"test"}


def test_requirements_are_followed_as_far_as_they_are_installed(site):
    site.install("mxgui", needs("one[fast]>=2", "absent"))
    site.install("one", needs("two; extra == 'fast'", "three; extra == 'slow'"))
    site.install("two", needs("one", "four (>=1)"))
    for name in ("three", "four", "stranger"):
        site.install(name)
    assert site.names == ["four", "one", "two"]


def test_conditions_are_respected(site):
    site.install("mxgui", needs("old; python_version < '3'", "new; python_version >= '3'"))
    site.install("old")
    site.install("new")
    assert site.names == ["new"]


def test_an_own_extra_counts_where_it_is_installed(site):
    site.install("mxgui", needs("socks; extra == 'proxy'", "checker; extra == 'test'"))
    site.install("socks")
    site.install("checker")
    assert site.names == ["socks"]


def test_without_any_package_the_rest_is_still_told(site):
    assert [part.name for part in parts(site.find)] == [
        "mxgui",
        "Inter",
        "JetBrains Mono",
        "Python",
    ]


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ("License-Expression: MIT\nLicense: old\n", "MIT"),
        ("License: BSD\n", "BSD"),
        ("Classifier: License :: OSI Approved :: ISC License\n", "ISC License"),
        ("License: " + "x" * 300 + "\n", "x" * 80),
        ("", ""),
    ],
)
def test_the_name_of_a_licence_is_taken_from_where_it_stands(site, fields, licence):
    site.install("mxgui", needs("one"))
    site.install("one", fields)
    assert the("one", parts(site.find)).licence == licence


def test_texts_are_those_that_the_package_names(site):
    site.install("mxgui", needs("one", "two"))
    site.install("one", "License-File: TERMS\n", TERMS="the terms", LICENSE="another")
    site.install("two", LICENSE="the licence", README="no licence")
    found = parts(site.find)
    assert texts_of(the("one", found)) == (("TERMS", "the terms"),)
    assert texts_of(the("two", found)) == (("LICENSE", "the licence"),)


def test_a_text_that_is_missing_or_very_long_is_no_trouble(tmp_path):
    (tmp_path / "long").write_text("a" * (LONGEST + 1))
    told = texts_of(Part("x", files=(tmp_path / "gone", tmp_path / "long")))
    assert [name for name, _ in told] == ["long"]
    assert told[0][1].endswith("[…]")


def test_a_home_is_an_address_on_the_web(site):
    site.install("mxgui", needs("one", "two"))
    site.install("one", "Project-URL: Source, https://example.org/one\n")
    site.install("two", "Project-URL: Homepage, javascript:alert(1)\n")
    found = parts(site.find)
    assert the("one", found).home == "https://example.org/one"
    assert the("two", found).home == ""


def test_the_licence_of_python_lies_beside_its_library_or_on_windows_at_its_top(tmp_path):
    library, top = tmp_path / "Lib", tmp_path
    library.mkdir()
    assert python_licence((library, top)) == ()
    (top / "LICENSE.txt").touch()
    assert python_licence((library, top)) == (top / "LICENSE.txt",)
    (library / "LICENSE.txt").touch()
    assert python_licence((library, top)) == (library / "LICENSE.txt",)
