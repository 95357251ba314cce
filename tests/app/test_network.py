"""What an inspection needs from the outside world, and who gives it."""

from mxgui.app.clock import SystemClock
from mxgui.app.network import Network
from mxgui.model.plan import Plan
from mxgui.net.network import Shared, open_network
from tests.fakes import FakeNetwork


def resolver_of(network: Network) -> str:
    """Take any network; the type checker sees to it that both kinds fit."""
    return network.resolver


async def test_the_real_network_and_the_one_of_the_tests_go_through_the_same_door():
    real = open_network(Plan(("192.0.2.53",)), Shared(), SystemClock())
    assert resolver_of(real) == "192.0.2.53:53"
    assert resolver_of(FakeNetwork(resolver="192.0.2.53:53")) == "192.0.2.53:53"
    await real.close()
