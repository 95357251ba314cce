"""The pinned versions: each with its hashes, none with an address, and enough for the project."""

import re
import tomllib

import pytest

from tests.tree import ROOT

FILES = ("requirements.txt", "requirements-package.txt", "requirements-test.txt")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def lines(name: str) -> list[str]:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8").splitlines()


def pins(name: str) -> set[tuple[str, str]]:
    """Each distribution with its version."""
    found = (PIN.match(line) for line in lines(name))
    return {(match[1], match[2]) for match in found if match}


@pytest.mark.parametrize("name", FILES)
def test_the_file_holds_pins_and_hashes_and_nothing_else(name: str):
    assert [line for line in lines(name) if not (PIN.match(line) or HASH.match(line))] == []


@pytest.mark.parametrize("name", FILES)
def test_every_pin_has_a_hash(name: str):
    written = lines(name)
    for line, following in zip(written, [*written[1:], ""], strict=True):
        if PIN.match(line):
            assert HASH.match(following), line


def test_the_test_tools_stand_on_the_versions_that_run():
    assert pins("requirements.txt") <= pins("requirements-test.txt")


def test_every_dependency_of_the_project_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    asked = [*project["project"]["dependencies"], *extras["proxy"], *extras["doh"]]
    asked += [*project["dependency-groups"]["build"], *project["build-system"]["requires"]]
    names = {re.split(r"[\[<>=; ]", line, maxsplit=1)[0].lower() for line in asked}
    assert names <= {name for name, _ in pins("requirements.txt")}
