"""The archive for every Linux, and the script in it that installs and removes."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from job import CannotBuild
from linux.portable import build
from tests.packaging.linux.stand_in import a_job, with_app

ENTRY = "share/applications/io.github.mxgui.mxgui.desktop"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that comes out of the archive, at a place with a space and an umlaut."""
    folder = tmp_path_factory.mktemp("Müll und mehr")
    job = with_app(folder / "build")
    build(job)
    with tarfile.open(next(job.output.glob("*.tar.xz"))) as archive:
        archive.extractall(folder, filter="tar")
    return next(folder.glob("mxgui-0.1.0-linux-*"))


def below(folder: Path) -> set[str]:
    """What lies in a folder that is no folder itself."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return {path.relative_to(folder).as_posix() for path in found}


def install(unpacked: Path, *arguments: object, home: object = "/nowhere") -> tuple[int, str]:
    """Run the script; its exit code and what it said."""
    ran = subprocess.run(
        [unpacked / "install.sh", *map(str, arguments)],
        env={"HOME": str(home), "PATH": os.defpath},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_without_a_frozen_app_there_is_no_archive(tmp_path):
    with pytest.raises(CannotBuild, match="no frozen app"):
        build(a_job(tmp_path))


def test_the_same_app_gives_the_same_archive(tmp_path):
    made = []
    for name in ("one", "two"):
        job = with_app(tmp_path / name)
        build(job)
        made.append(next(job.output.glob("*.tar.xz")).read_bytes())
    assert made[0] == made[1]


def test_the_script_is_one_that_every_shell_reads(unpacked):
    assert "#!/bin/sh\n" in (unpacked / "install.sh").read_text(encoding="utf-8")
    subprocess.run(["shellcheck", "--severity=style", unpacked / "install.sh"], check=True)


def test_it_runs_where_it_is_unpacked(unpacked):
    for name in ("mxgui", "mxgui-window"):
        assert subprocess.run([unpacked / "bin" / name], check=False).returncode == 0


def test_a_user_installs_it_at_home_and_the_menu_finds_the_program(unpacked, tmp_path):
    home = tmp_path / "Zoë Nuñez & 100 %"
    code, said = install(unpacked, home=home)
    assert code == 0, said
    assert f"mxgui 0.1.0 is installed: {home}/.local/bin/mxgui-window" in said
    assert "is not in PATH" in said
    entry = (home / ".local" / ENTRY).read_text(encoding="utf-8")
    shown = str(home).replace("%", "%%")
    assert f'Exec="{shown}/.local/bin/mxgui-window" %F\n' in entry
    assert f'Exec="{shown}/.local/bin/mxgui-window" demo\n' in entry
    assert subprocess.run([home / ".local/bin/mxgui-window"], check=False).returncode == 0
    assert (home / ".local/share/zsh/site-functions/_mxgui").is_file()


def test_another_version_takes_its_place_and_removal_leaves_what_was_there(unpacked, tmp_path):
    prefix = tmp_path / "prefix"
    (prefix / "bin").mkdir(parents=True)
    (prefix / "bin/other").touch()
    assert install(unpacked, prefix)[0] == 0
    (prefix / "lib/mxgui/_internal/of-an-older-version").touch()
    (prefix / "share/man/man1/old.1").touch()
    with (prefix / "lib/mxgui/installed.txt").open("a", encoding="utf-8") as listed:
        listed.write("share/man/man1/old.1\n../../other\n")
    assert install(unpacked, prefix)[0] == 0
    now = below(prefix)
    assert not {"lib/mxgui/_internal/of-an-older-version", "share/man/man1/old.1"} & now
    assert below(unpacked) - {"install.sh"} <= now
    code, said = install(unpacked, "--remove", prefix)
    assert (code, "Settings and history were left alone" in said) == (0, True)
    assert below(prefix) == {"bin/other"}
    assert sorted(path.name for path in prefix.iterdir()) == ["bin"]


def test_folders_that_were_there_before_stay_and_those_of_menus_and_types_go(unpacked, tmp_path):
    (tmp_path / "share/mime/packages").mkdir(parents=True)
    (tmp_path / "share/mime/packages/other.xml").write_text("<mime-info/>", encoding="utf-8")
    (tmp_path / "bin").mkdir()
    assert install(unpacked, tmp_path)[0] == 0
    assert install(unpacked, tmp_path)[0] == 0
    assert install(unpacked, "--remove", tmp_path)[0] == 0
    assert (tmp_path / "share/mime/packages/other.xml").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bin", "share"]
    assert not (tmp_path / "share/applications").exists()


@pytest.mark.parametrize("is_link", [True, False])
def test_a_strangers_program_is_not_replaced(unpacked, tmp_path, is_link):
    (tmp_path / "bin").mkdir()
    mine = tmp_path / "bin/mxgui"
    if is_link:
        mine.symlink_to("../elsewhere/mxgui")
    else:
        mine.write_text("mine", encoding="utf-8")
    code, said = install(unpacked, tmp_path)
    assert (code, f"{mine} is there already" in said) == (1, True)
    assert below(tmp_path) == {"bin/mxgui"}


@pytest.mark.parametrize("has_new", [True, False])
def test_an_upgrade_that_was_ended_in_its_midst_is_mended_by_the_next_run(
    unpacked, tmp_path, has_new
):
    assert install(unpacked, tmp_path)[0] == 0
    own, old = tmp_path / "lib/mxgui", tmp_path / "lib/mxgui.old"
    (tmp_path / "share/old.1").touch()
    if has_new:
        shutil.copytree(own, old, symlinks=True)
    else:
        own.rename(old)
    with (old / "installed.txt").open("a", encoding="utf-8") as listed:
        listed.write("share/old.1\n")
    (tmp_path / "lib/mxgui.new").mkdir()
    assert install(unpacked, tmp_path)[0] == 0
    assert not {"share/old.1", "lib/mxgui/outside"} & below(tmp_path)
    assert sorted(path.name for path in (tmp_path / "lib").iterdir()) == ["mxgui"]
    assert install(unpacked, "--remove", tmp_path)[0] == 0
    assert list(tmp_path.iterdir()) == []


def test_without_room_the_older_one_stays_whole(unpacked, tmp_path):
    assert install(unpacked, tmp_path)[0] == 0
    before = below(tmp_path)
    (tmp_path / "lib").chmod(0o755)
    shutil.copytree(unpacked, tmp_path / "part", symlinks=True)
    (tmp_path / "part/share/man").rename(tmp_path / "part/man")
    (tmp_path / "part/bin").rename(tmp_path / "part/away")  # cannot be copied, as on a full disk
    code, said = install(tmp_path / "part", tmp_path)
    assert (code, "nothing was changed" in said) == (1, True)
    shutil.rmtree(tmp_path / "part")
    assert below(tmp_path) == before


def test_everybody_may_run_it_and_nobody_else_owns_it(unpacked, tmp_path):
    old = os.umask(0o077)
    try:
        assert install(unpacked, tmp_path / "to")[0] == 0
    finally:
        os.umask(old)
    for path in (tmp_path / "to").rglob("*"):
        assert path.lstat().st_uid == os.geteuid()
        assert path.is_symlink() or path.stat().st_mode & 0o044 == 0o044


def test_what_was_not_installed_by_it_is_neither_replaced_nor_removed(unpacked, tmp_path):
    own = tmp_path / "lib/mxgui/mxgui"
    own.parent.mkdir(parents=True)
    own.touch()
    code, said = install(unpacked, tmp_path)
    assert (code, "not by this script" in said) == (1, True)
    code, said = install(unpacked, "--remove", tmp_path)
    assert (code, "was not installed" in said) == (1, True)
    assert below(tmp_path) == {"lib/mxgui/mxgui"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["here"], "has to begin with /"),
        (["/nowhere/$HOME"], "choose another"),
        (["--prefix=/usr"], "no option --prefix=/usr"),
        (["/one", "/two"], "name one folder"),
        (["/proc/mxgui"], "cannot be written to"),
    ],
)
def test_a_folder_that_will_not_do_is_told_in_a_sentence(unpacked, arguments, told):
    code, said = install(unpacked, *arguments)
    assert code == 1
    assert told in said


def test_a_part_of_the_archive_is_not_installed(unpacked, tmp_path):
    script = tmp_path / "install.sh"
    script.write_bytes((unpacked / "install.sh").read_bytes())
    script.chmod(0o755)
    code, said = install(tmp_path, tmp_path / "to")
    assert (code, "unpack the whole archive" in said) == (1, True)
    assert not (tmp_path / "to").exists()
