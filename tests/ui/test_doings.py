"""What a session can have done: by default it remembers nothing and tries nothing out."""

from mxgui.model.plan import Plan
from mxgui.ui.doings import Doings


async def test_what_is_not_given_is_not_done():
    async def inspect(*_):
        raise AssertionError

    doings = Doings(inspect, lambda *_: None)
    assert (doings.try_resolvers, doings.try_proxy, doings.use_proxy) == (None, None, None)
    assert doings.keeper.plan() == Plan()
    assert not doings.keeper.asks_helo
