"""Tests that need the same servers stay in one process, and long ones begin first."""

import pytest

from tests.sharing import LABORATORY, PACKAGES, ROOT, file_of, group_of, place_of


def test_all_that_look_at_the_one_laboratory_stay_together():
    for name in ("endings", "names", "probes", "proxies", "resolvers", "routes", "vantages"):
        assert group_of(f"tests/integration/test_{name}.py") == LABORATORY


@pytest.mark.parametrize("name", ["dnssec", "dnssec_inspect", "dane_dns", "senders_lab"])
def test_a_laboratory_of_a_module_stays_with_it(name):
    file = f"tests/integration/test_{name}.py"
    assert group_of(file) == file


def test_the_tests_of_a_file_stay_together():
    assert group_of(file_of("tests/net/test_smtp.py::test_one[a::b]")) == "tests/net/test_smtp.py"


def test_packages_are_built_first_then_servers_are_started():
    order = [
        "tests/packaging/test_smoke.py",
        "tests/integration/test_probes.py",
        "tests/integration/test_dnssec.py",
        "tests/net/test_smtp.py",
    ]
    assert [place_of(file) for file in order] == [0, 1, 2, 3]
    assert group_of(order[0]) == PACKAGES


def test_every_module_that_runs_real_servers_has_a_group():
    files = (ROOT / "tests" / "integration").rglob("test_*.py")
    assert all(group_of(file.relative_to(ROOT).as_posix()) for file in files)
