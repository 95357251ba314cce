"""The environment is made once, out of pinned versions, and says what the machine lacks."""

import sys
from pathlib import Path

import pytest

from environment import (
    ROOT,
    RUN,
    TEST,
    CannotMake,
    Environment,
    accepted,
    apt_line,
    clean,
    create,
    missing_packages,
    run,
    stamp,
    stamp_of,
    was_moved,
    works,
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "packaging").mkdir()
    for kind in (RUN, TEST):
        (tmp_path / "packaging" / kind.requirements).write_text(f"for {kind.name}")
    (tmp_path / "pyproject.toml").write_text("[project]")
    return tmp_path


def an_environment(root: Path, stamped: str) -> Environment:
    environment = Environment(root / ".venv")
    environment.folder.mkdir()
    environment.stamp.write_text(stamped)
    return environment


def test_the_checkout_is_where_the_scripts_lie():
    assert (ROOT / "pyproject.toml").is_file()


def test_programs_lie_in_bin_and_on_windows_in_scripts():
    folder = Path("checkout", ".venv")
    assert Environment(folder, "linux").program("mxgui") == folder / "bin" / "mxgui"
    assert Environment(folder, "darwin").program("mxgui") == folder / "bin" / "mxgui"
    assert Environment(folder, "win32").program("mxgui") == folder / "Scripts" / "mxgui.exe"


def test_the_same_files_give_the_same_stamp(checkout: Path):
    assert stamp(RUN, checkout) == stamp(RUN, checkout)


@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/requirements.txt"])
def test_a_changed_file_gives_another_stamp(checkout: Path, name: str):
    before = stamp(RUN, checkout)
    (checkout / name).write_text("other")
    assert stamp(RUN, checkout) != before


def test_the_environment_of_the_tests_will_do_to_run(checkout: Path):
    assert stamp(TEST, checkout) in accepted(RUN, checkout)
    assert stamp(RUN, checkout) not in accepted(TEST, checkout)


def test_an_environment_that_was_never_finished_bears_no_stamp(tmp_path: Path):
    assert stamp_of(Environment(tmp_path)) == ""


def test_a_checkout_that_was_moved_is_noticed(checkout: Path):
    environment = an_environment(checkout, stamp(RUN, checkout))
    assert not was_moved(environment, checkout)
    assert was_moved(environment, checkout / "elsewhere")


def test_an_environment_without_a_stamp_was_not_moved(tmp_path: Path):
    assert not was_moved(Environment(tmp_path), tmp_path)


def test_this_python_would_do_and_an_empty_folder_would_not(tmp_path: Path):
    assert works(Environment(Path(sys.prefix)))
    assert not works(Environment(tmp_path))


def test_what_is_installed_is_not_missing():
    assert missing_packages(["libegl1", "xvfb"], {"libegl1"}) == ["xvfb"]


def test_a_library_may_bear_its_newer_name():
    assert missing_packages(["libglib2.0-0"], {"libglib2.0-0t64"}) == []


def test_a_person_without_root_gets_one_line_to_run():
    *_, last = apt_line(["libegl1", "xvfb"]).splitlines()
    assert last == "sudo apt install --no-install-recommends libegl1 xvfb"


def test_the_tests_need_all_that_running_needs():
    assert set(RUN.packages) < set(TEST.packages)


def test_variables_that_mislead_a_python_are_dropped_and_those_of_pip_are_kept():
    kept = {"PIP_CERT": "bundle.pem", "PATH": "bin"}
    assert clean({**kept, "PYTHONHOME": "there", "PYTHONPATH": "elsewhere"}) == kept


def test_a_failing_command_is_named():
    with pytest.raises(CannotMake, match="that program failed"):
        run([sys.executable, "-c", "raise SystemExit(3)"], "that program")


def test_an_empty_environment_is_made_in_place_of_a_broken_one(tmp_path: Path):
    environment = an_environment(tmp_path, "broken")
    create(environment)
    assert works(environment)
    assert stamp_of(environment) == ""
