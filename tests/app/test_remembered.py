"""What the window remembers, and what a broken file costs: nothing but the memory."""

import json
from dataclasses import replace

import pytest

from mxgui.app.remembered import LONGEST_LAYOUT, MOST_DOMAINS, Memory, Remembered

WHOLE = Remembered(
    domains=("b.example", "a.example"),
    helo_asked=True,
    welcomed=True,
    geometry="AAA=",
    layout="BBB=",
)


def test_what_was_saved_is_loaded(tmp_path):
    file = tmp_path / "state" / "window.json"
    Memory(file).save(WHOLE)
    assert Memory(file).load() == WHOLE


def test_without_a_file_or_a_folder_nothing_is_remembered(tmp_path):
    assert Memory(tmp_path / "none.json").load() == Remembered()
    Memory(None).save(WHOLE)
    assert Memory(None).load() == Remembered()


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"domains": "a.example", "still": 1, "scheme": ["dark"]}',
        json.dumps({"layout": "x" * (LONGEST_LAYOUT + 1), "domains": [1, None, {}]}).encode(),
        b" " * 2_000_000,
    ],
)
def test_a_broken_file_counts_as_none(tmp_path, written):
    file = tmp_path / "window.json"
    file.write_bytes(written)
    assert Memory(file).load() == Remembered()


def test_a_file_of_a_later_version_is_read_as_far_as_it_is_understood(tmp_path):
    file = tmp_path / "window.json"
    file.write_text('{"scheme": "dark", "tabs": 3, "domains": ["a.example", 5]}')
    memory = Memory(file)
    found = memory.load()
    assert found == Remembered(domains=("a.example",))
    memory.save(found.with_domain("b.example"))
    assert json.loads(file.read_text())["tabs"] == 3


def test_the_latest_domain_comes_first_and_each_is_there_once():
    known = WHOLE.with_domain("a.example").with_domain("c.example")
    assert known.domains == ("c.example", "a.example", "b.example")
    for n in range(2 * MOST_DOMAINS):
        known = known.with_domain(f"{n}.example")
    assert len(known.domains) == MOST_DOMAINS


def test_two_programs_lose_no_domain_of_each_other(tmp_path):
    one, two = Memory(tmp_path / "window.json"), Memory(tmp_path / "window.json")
    first, second = one.load(), two.load()
    one.save(first.with_domain("one.example"))
    two.save(second.with_domain("two.example"))
    assert set(Memory(tmp_path / "window.json").load().domains) == {"one.example", "two.example"}


def test_domains_that_are_forgotten_stay_forgotten(tmp_path):
    memory = Memory(tmp_path / "window.json")
    memory.save(WHOLE)
    memory.save(replace(WHOLE, domains=()))
    assert memory.load().domains == ()


def test_what_another_program_forgot_does_not_come_back_with_the_next_domain(tmp_path):
    file = tmp_path / "window.json"
    Memory(file).save(WHOLE)
    one, two = Memory(file), Memory(file)
    first, second = one.load(), two.load()
    one.save(replace(first, domains=()))
    second = two.save(second.with_domain(WHOLE.domains[-1]))
    assert second.domains == Memory(file).load().domains == (WHOLE.domains[-1],)


def test_a_file_that_is_gone_has_forgotten_nothing(tmp_path):
    memory = Memory(tmp_path / "window.json")
    memory.save(WHOLE)
    (tmp_path / "window.json").unlink()
    assert memory.save(WHOLE.with_domain("new.example")).domains[1:] == WHOLE.domains


def test_half_a_letter_in_the_file_is_no_layout(tmp_path):
    file = tmp_path / "window.json"
    for name in ("geometry", "layout"):
        file.write_text(json.dumps({"format": 1, name: "\ud800"}), encoding="utf-8")
        assert Memory(file).load() == Remembered()


def test_an_unwritable_place_costs_the_memory_alone(tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    Memory(tmp_path / "state" / "window.json").save(WHOLE)
    assert (tmp_path / "state").read_text() == "a file where the folder should be"


def test_two_programs_that_save_again_and_again_lose_nothing(tmp_path):
    file = tmp_path / "window.json"
    one, two = Memory(file), Memory(file)
    first, second = one.load(), two.load()
    first = one.save(first.with_domain("a.example"))
    second = two.save(second.with_domain("b.example"))
    first = one.save(first.with_domain("c.example"))
    second = two.save(second.with_domain("d.example"))
    assert set(second.domains) == {f"{name}.example" for name in "abcd"}
    assert Memory(file).load().domains == second.domains


def test_a_layout_that_somebody_has_changed_is_not_given_to_qt(tmp_path):
    file = tmp_path / "window.json"
    Memory(file).save(WHOLE)
    file.write_text(file.read_text().replace("BBB=", "BBA="))
    found = Memory(file).load()
    assert (found.layout, found.geometry) == ("", "")
    assert found.domains == WHOLE.domains


def test_only_so_many_domains_are_kept_as_are_wanted(tmp_path):
    memory = Memory(tmp_path / "window.json")
    known = memory.save(WHOLE)
    assert memory.save(known.with_domain("c.example", most=2), most=2).domains == (
        "c.example",
        "b.example",
    )
    assert memory.save(known.with_domain("c.example", most=0), most=0).domains == ()
