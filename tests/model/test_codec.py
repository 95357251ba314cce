"""What is saved comes back as it was, and a file that means harm is told in one sentence."""

import json
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.codec import CODEC, CannotRead, dump, load, read_json
from mxgui.model.event import AskStep, LineStep
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome, Reason
from tests.builders import NOON, a_probe, a_question, an_inspection
from tests.strategies import INSPECTIONS

SAVED = Path(__file__).parent.parent / "data"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def dumped() -> dict[str, Any]:
    return dump(an_inspection(probes={"192.0.2.1": Outcome.GREETED}))


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a tree of JSON values."""
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    if isinstance(value, list):
        inner = list(enumerate(value))
    return [here, *(path for key, part in inner for path in paths(part, (*here, key)))]


def put(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The tree with another value at that place."""
    if not path:
        return value
    tree = deepcopy(tree)
    place = tree
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return tree


@given(INSPECTIONS)
def test_what_is_saved_comes_back_as_it_was(inspection):
    text = json.dumps(dump(inspection), allow_nan=False)
    assert load(json.loads(text)) == inspection


@given(INSPECTIONS)
def test_the_same_facts_give_the_same_bytes(inspection):
    text = json.dumps(dump(inspection))
    assert json.dumps(dump(load(json.loads(text)))) == text


def test_the_order_of_the_facts_comes_back():
    inspection = an_inspection(mx="20 mx2.example.org, 10 mx1.example.org")
    assert list(load(dump(inspection)).facts) == list(inspection.facts)


def test_a_certificate_that_two_hosts_show_is_saved_once():
    first = a_probe("mx1.example.org", "192.0.2.1")
    second = a_probe("mx2.example.org", "192.0.2.2", tls=first.tls)
    inspection = an_inspection(
        mx="10 mx1.example.org, 10 mx2.example.org",
        probes={"192.0.2.1": first, "192.0.2.2": second},
    )
    saved = dump(inspection)
    assert len(saved["certificates"]) == 2
    assert load(saved) == inspection


def test_a_running_inspection_can_be_saved():
    steps = {LineStep(): 0.5, AskStep(a_question()): 1.0}
    inspection = an_inspection(ended=None, waiting=steps)
    assert load(dump(inspection)) == inspection


@pytest.mark.parametrize(
    "file", sorted(SAVED.glob("inspection-*.json")), ids=lambda file: file.name
)
def test_what_an_earlier_version_saved_is_read(file):
    inspection = load(read_json(file.read_bytes()))
    assert inspection.answers
    assert inspection.probes
    assert load(dump(inspection)) == inspection


def test_keys_of_a_later_version_are_ignored_wherever_they_stand():
    saved = dumped()
    for path in paths(saved):
        place = saved
        for key in path:
            place = place[key]
        if isinstance(place, dict) and path != ("certificates",):
            place["from a later version"] = {"deep": [1, 2, {"er": None}]}
    assert load(saved) == load(dumped())


def test_fields_that_have_a_default_may_be_missing():
    saved = dumped()
    for entry in saved["facts"]:
        if entry["kind"] == "probe":
            entry["fact"] = {"target": entry["fact"]["target"]}
        entry["step"].pop("vantage")
    inspection = load(saved)
    assert inspection.probes[0].outcome is Outcome.NOT_TRIED
    assert inspection.answer("example.org", a_question().type).status is Status.NOERROR


def test_a_newer_form_is_told_as_such():
    with pytest.raises(CannotRead, match="A newer mxgui saved this"):
        load({**dumped(), "codec": CODEC + 1})


@pytest.mark.parametrize("data", [None, [], "facts", 5, {}, {"codec": "1"}, {"codec": True}])
def test_what_is_no_inspection_is_refused(data):
    with pytest.raises(CannotRead):
        load(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("began",), "2026-11-23T12:00:00"),
        (("began",), "0001-01-01T00:00:00+14:00"),
        (("began",), "9999-12-31T23:59:59Z"),
        (("ended",), 1_800_000_000),
        (("cut_short",), 0),
        (("entry", "domain"), "../../etc/passwd"),
        (("entry", "domain"), "xn--bcher-kva.EXAMPLE"),
        (("entry", "domain"), "[192.0.2.999]"),
        (("entry", "input"), "half a pair: \ud800"),
        (("entry", "taken_as"), ["domain"]),
        (("plan", "port"), 65_536),
        (("plan", "seed"), 10**30),
        (("plan", "dns_patience"), float("nan")),
        (("plan", "dns_patience"), 1e300),
        (("plan", "dns_patience"), 10**4000),
        (("plan", "resolvers"), "system"),
        (("facts", 0, "kind"), "ask"),
        (("facts", 0, "kind"), {}),
        (("facts", 1, "step", "question", "name"), "another.example"),
        (("facts", 1, "fact", "records", 0, "preference"), -1),
        (("facts", 1, "fact", "records", 0), "192.0.2.1/24"),
        (("facts", 2, "fact", "records", 0), "fe80::1%eth0"),
        (("facts", -2, "fact", "target", "address"), "192.0.2.2"),
        (("facts", -2, "fact", "target", "address"), "mx1.example.org"),
        (("facts", -2, "fact", "tls", "chain"), ["00"]),
        (("certificates",), []),
        (("certificates", "00"), {"der": "", "sha256": "00"}),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_the_path_to_it(path, value):
    with pytest.raises(CannotRead, match=r"^The saved inspection cannot be read: “.+”.*\.$"):
        load(put(dumped(), path, value))


def test_a_missing_value_without_a_default_is_named():
    saved = dumped()
    del saved["facts"][1]["fact"]["status"]
    with pytest.raises(CannotRead, match=r"“facts\[1\]\.fact\.status” is missing"):
        load(saved)


def test_a_certificate_whose_bytes_were_changed_is_refused():
    saved = dumped()
    saved["certificates"][next(iter(saved["certificates"]))]["der"] = "AAAA"
    with pytest.raises(CannotRead):
        load(saved)


@given(st.sampled_from(paths(dumped())), VALUES)
def test_whatever_stands_in_a_file_it_loads_or_is_refused(path, value):
    with suppress(CannotRead):
        load(put(dumped(), path, value))


@pytest.mark.parametrize(
    "octets",
    [b"", b"{", b"\xff\xfe\x00", b"[" * 200_000, b'{"a":' * 100_000, b"1" * 5_000, b"nul"],
    ids=["empty", "cut", "no text", "deep list", "deep object", "long number", "no word"],
)
def test_a_broken_file_is_told_in_a_sentence(octets):
    with pytest.raises(CannotRead, match="no JSON"):
        read_json(octets)


def test_a_reason_and_a_moment_come_back_exactly():
    probe = replace(a_probe(), reason=Reason.CANCELLED, began=NOON.replace(microsecond=123_457))
    inspection = an_inspection(probes={"192.0.2.1": probe})
    assert load(dump(inspection)).probe("192.0.2.1") == inspection.probe("192.0.2.1")
