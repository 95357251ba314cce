"""Who we are to a proxy is known as long as the program runs."""

import pytest

from mxgui.model.proxy import BadProxy, ProxySpec
from mxgui.net.proxies import Proxies

KNOWN = ProxySpec("192.0.2.80", 1080, "bob", "secret")


def test_a_proxy_is_found_with_its_login_by_what_is_shown_of_it():
    proxies = Proxies()
    assert proxies.named(KNOWN.shown) == ProxySpec("192.0.2.80", 1080)
    proxies.use(KNOWN)
    assert proxies.named(KNOWN.shown) == KNOWN
    with pytest.raises(BadProxy):
        proxies.named("http://192.0.2.80")


def test_each_proxy_has_limits_of_its_own():
    proxies = Proxies()
    assert proxies.limiter("one") is proxies.limiter("one")
    assert proxies.limiter("one") is not proxies.limiter("two")
