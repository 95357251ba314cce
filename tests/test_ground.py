"""What every test stands on holds: the guard stops, and coroutine tests run where they ask to."""

import asyncio
import os
import socket

import pytest


@pytest.mark.parametrize("address", [("192.0.2.1", 9), ("2001:db8::1", 9)])
def test_a_test_that_leaves_loopback_is_stopped(no_network_beyond_loopback, address):
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with (
        socket.socket(family, socket.SOCK_STREAM) as one,
        pytest.raises(AssertionError, match="may not leave loopback"),
    ):
        one.connect(address)
    assert no_network_beyond_loopback.seen == [f"socket.connect of {address[0]}"]
    no_network_beyond_loopback.seen.clear()  # or this test itself would fail


def test_a_datagram_that_leaves_loopback_is_stopped(no_network_beyond_loopback):
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one,
        pytest.raises(AssertionError, match="may not leave loopback"),
    ):
        one.sendto(b"question", ("192.0.2.53", 53))
    no_network_beyond_loopback.seen.clear()


@pytest.mark.parametrize("host", ["mail.example", b"mail.example"])
def test_a_name_that_a_resolver_would_be_asked_for_is_stopped(no_network_beyond_loopback, host):
    with pytest.raises(AssertionError, match="may not leave loopback"):
        socket.getaddrinfo(host, 25)
    no_network_beyond_loopback.seen.clear()


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "localhost", None])
def test_an_address_may_be_read(host: str | None):
    assert socket.getaddrinfo(host, 25)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10"])
def test_loopback_is_open(host: str):
    with socket.socket() as server, socket.socket() as client:
        server.bind((host, 0))
        server.listen()
        client.connect(server.getsockname())


async def test_a_coroutine_test_runs_on_plain_asyncio():
    assert isinstance(asyncio.get_running_loop(), asyncio.BaseEventLoop)


async def test_a_coroutine_test_that_asks_for_it_runs_on_the_loop_of_the_window(qloop):
    from mxgui.ui.loop import MxLoop

    assert isinstance(asyncio.get_running_loop(), MxLoop)
    assert qloop.get_loop() is asyncio.get_running_loop()


def test_qt_needs_no_screen():
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
