"""The archive: the same bytes wherever and by whomever it is made."""

import lzma
import os
import tarfile
from pathlib import Path

from freeze.archive import name, pack, press, sum_up
from job import Job


def an_app(top: Path) -> Job:
    job = Job(top, top, top / "out", "0.1.0", 1_000_000_000, Path("python"))
    (job.folder / "inner").mkdir(parents=True)
    (job.folder / "inner/data").write_text("data", encoding="utf-8")
    (job.folder / "mxgui").write_text("program", encoding="utf-8")
    (job.folder / "mxgui").chmod(0o700)
    return job


def test_two_archives_have_the_same_bytes(tmp_path: Path):
    first, second = an_app(tmp_path / "a"), an_app(tmp_path / "b")
    os.utime(second.folder / "inner/data", (1, 1))
    pack(first)
    pack(second)
    made = [job.output / f"{name(job)}.tar.xz" for job in (first, second)]
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as archive:
        assert {(entry.uid, entry.uname, entry.mtime) for entry in archive} == {
            (0, "root", 1_000_000_000)
        }
        assert archive.getmember(f"{name(first)}/mxgui").mode == 0o755
        assert archive.getmember(f"{name(first)}/inner/data").mode == 0o644


def test_pieces_are_one_file_again(tmp_path: Path):
    words = bytes(range(256)) * 100
    (tmp_path / "plain").write_bytes(words)
    press(tmp_path / "plain", tmp_path / "pressed.xz", piece=1000)
    assert lzma.decompress((tmp_path / "pressed.xz").read_bytes()) == words


def test_the_sums_are_those_of_artefacts_alone(tmp_path: Path):
    (tmp_path / "mxgui.tar.xz").write_bytes(b"")
    (tmp_path / "mxgui").mkdir()
    sum_up(tmp_path, "SHA256SUMS")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert (tmp_path / "SHA256SUMS").read_bytes() == f"{empty}  mxgui.tar.xz\n".encode()
