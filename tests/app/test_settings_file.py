"""The file of settings: what was chosen is found again, whoever else writes meanwhile."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from mxgui.app.remembered import Memory, Remembered
from mxgui.app.settings import Settings
from mxgui.app.settings_file import SettingsFile

CHOSEN = Settings(resolvers=("192.0.2.53",), scheme="dark", connect_wait=30.0, domains=5)
OLD = {
    "domains": ["a.example"],
    "scheme": "dark",
    "still": True,
    "mode": "none",
    "sender": "postfix",
    "resolvers": ["192.0.2.53"],
    "helo": "mail.example.net",
    "helo_asked": True,
    "proxy": "socks5://127.0.0.1:1080",
    "also_direct": True,
    "canary": "mail.home.example",
    "geometry": "",
    "layout": "",
}
SAVE = """
import sys
from dataclasses import replace
from pathlib import Path
from mxgui.app.remembered import Memory
from mxgui.app.settings_file import SettingsFile
folder, name, values = Path(sys.argv[1]), sys.argv[2], sys.argv[3].split(",")
memory = Memory(folder / "window.json")
file = SettingsFile.beside(memory)
settings, kept = file.load(), memory.load()
for number in range(20):
    settings = file.save(replace(settings, **{name: values[number % len(values)]}))
    kept = memory.save(kept.with_domain(f"{name}{number}.example"))
"""


def a_file(folder: Path) -> SettingsFile:
    return SettingsFile(folder / "settings.json")


def test_what_was_chosen_is_found_again_and_a_default_is_not_written(tmp_path):
    a_file(tmp_path).save(CHOSEN)
    assert a_file(tmp_path).load() == CHOSEN
    told = json.loads((tmp_path / "settings.json").read_text())
    assert set(told) == {"resolvers", "scheme", "connect_wait", "domains", "format"}
    file = a_file(tmp_path)
    file.load()
    file.save(Settings())
    assert set(json.loads((tmp_path / "settings.json").read_text())) == {"format"}


def test_who_chooses_nothing_has_no_file(tmp_path):
    assert a_file(tmp_path).load() == Settings()
    assert not list(tmp_path.iterdir())
    nowhere = SettingsFile(None)
    assert nowhere.save(CHOSEN) == CHOSEN
    assert nowhere.load() == CHOSEN  # as long as the program is open


def test_two_programs_keep_what_the_other_has_chosen(tmp_path):
    one, two = a_file(tmp_path), a_file(tmp_path)
    first, second = one.load(), two.load()
    one.save(replace(first, scheme="dark"))
    assert two.save(replace(second, helo="mail.example.net")).scheme == "dark"
    assert a_file(tmp_path).load() == Settings(scheme="dark", helo="mail.example.net")


def test_two_programs_that_write_at_once_lose_nothing(tmp_path):
    programs = [
        subprocess.Popen([sys.executable, "-c", SAVE, str(tmp_path), name, values])
        for name, values in (("scheme", "light,dark"), ("motion", "full,less"))
    ]
    assert [program.wait() for program in programs] == [0, 0]
    assert a_file(tmp_path).load() == Settings(scheme="dark", motion="less")
    names = Memory(tmp_path / "window.json").load().domains
    assert len(names) == 40
    assert sorted(each.name for each in tmp_path.iterdir() if each.name != "lock") == [
        "settings.json",
        "window.json",
    ]


def test_what_a_later_version_wrote_stays(tmp_path):
    (tmp_path / "settings.json").write_text('{"format": 1, "scheme": "dark", "tabs": 3}')
    file = a_file(tmp_path)
    file.save(replace(file.load(), motion="less"))
    assert json.loads((tmp_path / "settings.json").read_text())["tabs"] == 3


def test_a_value_that_cannot_be_used_is_told_by_its_name_and_left_in_the_file(tmp_path):
    (tmp_path / "settings.json").write_text('{"format": 1, "scheme": "plaid", "motion": "less"}')
    file = a_file(tmp_path)
    assert file.load() == Settings(motion="less")
    assert "Colours" in str(file.kept.troubles[0])
    file.save(replace(file.load(), motion="full"))
    assert "plaid" in (tmp_path / "settings.json").read_text()


def test_the_choices_of_an_older_version_are_taken_over(tmp_path):
    (tmp_path / "window.json").write_text(json.dumps(OLD))
    memory = Memory(tmp_path / "window.json")
    found = SettingsFile.beside(memory).load()
    assert found == Settings(
        resolvers=("192.0.2.53",),
        mode="none",
        sender="postfix",
        helo="mail.example.net",
        proxy="socks5://127.0.0.1:1080",
        also_direct=True,
        canary="mail.home.example",
        scheme="dark",
        motion="less",
    )
    assert memory.load() == Remembered(domains=("a.example",), helo_asked=True)
    assert a_file(tmp_path).load() == found
    (tmp_path / "settings.json").unlink()  # as somebody who wants to begin anew
    assert SettingsFile.beside(Memory(tmp_path / "window.json")).load() == Settings()


def test_choices_that_cannot_be_taken_over_stay_where_they_are(tmp_path):
    (tmp_path / "window.json").write_text(json.dumps(OLD))
    (tmp_path / "config").write_text("a file where the folder should be")
    memory = Memory(tmp_path / "window.json")
    file = SettingsFile(tmp_path / "config" / "settings.json", memory.kept)
    assert file.load().scheme == "dark"
    assert file.kept.troubles
    memory.save(memory.load().with_domain("b.example"))
    assert json.loads((tmp_path / "window.json").read_text())["scheme"] == "dark"


def test_what_could_not_be_written_holds_all_the_same(tmp_path):
    (tmp_path / "config").write_text("a file where the folder should be")
    file = SettingsFile(tmp_path / "config" / "settings.json")
    chosen = file.save(replace(file.load(), scheme="dark"))
    assert chosen.scheme == "dark"
    (tmp_path / "config").unlink()
    assert file.save(replace(chosen, motion="less")) == Settings(scheme="dark", motion="less")
    assert a_file(tmp_path / "config").load() == Settings(scheme="dark", motion="less")


def test_the_same_bad_value_is_told_once_however_often_it_is_read(tmp_path):
    (tmp_path / "settings.json").write_text('{"format": 1, "scheme": "plaid"}')
    file = a_file(tmp_path)
    file.load()
    file.kept.troubles.clear()  # heard
    file.load()
    assert file.kept.troubles == []


def test_what_could_not_be_written_holds_when_it_is_read_again(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    file = a_file(tmp_path / "home")
    file.load()
    file.save(CHOSEN)
    assert file.load() == CHOSEN
