"""A policy host sends a policy as it was written, or what its domain is about."""

from mxgui.demo.hosts import Fate
from mxgui.demo.policy_host import PolicyHost, offering, policy_of


def test_a_policy_is_written_line_by_line():
    assert policy_of("enforce", "a.example", "*.b.example", max_age=60) == (
        "version: STSv1\nmode: enforce\nmx: a.example\nmx: *.b.example\nmax_age: 60\n"
    )


def test_a_response_tells_its_status_type_and_length():
    head, _, body = offering("203.0.113.1", "a: b\n").response.partition(b"\r\n\r\n")
    assert head.splitlines() == [
        b"HTTP/1.1 200 OK",
        b"Content-Type: text/plain",
        b"Content-Length: 6",
        b"Connection: close",
    ]
    assert body == b"a: b\r\n"


def test_a_redirect_tells_where_to():
    response = PolicyHost(None, status=302, location="https://there.example/").response
    assert response.startswith(b"HTTP/1.1 302 Found\r\n")
    assert b"\r\nLocation: https://there.example/\r\n" in response


def test_an_address_bears_its_fate():
    host = offering("-203.0.113.1", "")
    assert host.address is not None
    assert host.address.fate is Fate.REFUSES
