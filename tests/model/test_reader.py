"""Values out of JSON, read by the type of their field."""

from datetime import datetime
from ipaddress import IPv4Address, IPv6Address
from typing import Any

import pytest

from mxgui.model.domain import Domain
from mxgui.model.reader import CannotRead, Reader, items, mapping, part
from mxgui.model.records import Alias, Mx, Record, Status
from mxgui.model.smtp import Target
from tests.builders import NOON

READER = Reader({})


@pytest.mark.parametrize(
    ("data", "hint", "value"),
    [
        ("a", str, "a"),
        (5, int, 5),
        (5, float, 5.0),
        (True, bool, True),
        ("AAE=", bytes, b"\x00\x01"),
        ("2026-11-23T13:00:00+01:00", datetime, NOON),
        ("2026-11-23T12:00:00.123457Z", datetime, NOON.replace(microsecond=123_457)),
        ("192.0.2.1", IPv4Address, IPv4Address("192.0.2.1")),
        ("192.0.2.1", Record, IPv4Address("192.0.2.1")),
        ("2001:db8::1", Record, IPv6Address("2001:db8::1")),
        ({"preference": 10, "exchange": "a.example"}, Record, Mx(10, "a.example")),
        (None, int | None, None),
        (3, int | None, 3),
        ("nodata", Status, Status.NODATA),
        (["a", "b"], tuple[str, ...], ("a", "b")),
        ([], tuple[Alias, ...], ()),
        ({"host": "a", "address": "2001:db8::1"}, Target, Target("a", "2001:db8::1")),
        ("com", Domain, Domain("com", "com")),
        ("xn--bcher-kva.example", Domain, Domain("xn--bcher-kva.example", "bücher.example")),
        ("[IPv6:2001:db8::1]", Domain, Domain.of_literal(IPv6Address("2001:db8::1"))),
    ],
)  # fmt: skip
def test_a_value_is_read_by_its_type(data, hint, value):
    assert READER.read(data, hint, "here") == value


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (5, str),
        (None, str),
        ("5", int),
        (5.0, int),
        (True, int),
        (2**63, int),
        (True, float),
        ("5", float),
        (float("inf"), float),
        (1, bool),
        ("A", bytes),
        ("!!!!", bytes),
        (0, datetime),
        ("2026-11-23", datetime),
        ("yesterday", datetime),
        (1, IPv4Address),
        ("192.0.2.01", IPv4Address),
        ("::1", IPv4Address),
        ("::1%lo", IPv6Address),
        ("bad", Status),
        (None, Status),
        ("a", tuple[str, ...]),
        ({"0": "a"}, tuple[str, ...]),
        ([1], tuple[str, ...]),
        ("", Record),
        ({"preference": 70_000, "exchange": "a.example"}, Record),
        ({"host": "a.example", "address": "2001:DB8::1"}, Target),
        ("Example.org", Domain),
        ("example.org.", Domain),
        ("[192.0.2.1", Domain),
        ("[2001:db8::1]", Domain),
        ("", Domain),
    ],
)
def test_a_value_of_another_kind_is_refused(data, hint):
    with pytest.raises(CannotRead, match="“here"):
        READER.read(data, hint, "here")


@pytest.mark.parametrize("read", [mapping, items, lambda data, where: part(data, "x", where)])
def test_an_object_or_list_that_is_none_is_refused(read: Any):
    with pytest.raises(CannotRead):
        read("text", "here")


def test_a_field_without_a_default_must_be_there():
    with pytest.raises(CannotRead, match=r"“here\.exchange” is missing"):
        READER.read({"preference": 10}, Mx, "here")
