"""Help about our own line."""

from mxgui.model.proxy import ProxySpec
from mxgui.ui.help_line import TOPICS


def test_the_proxy_that_is_explained_can_be_typed_as_it_stands():
    [topic] = TOPICS
    words = " ".join(str(part) for section in topic.sections for part in section.paragraphs)
    assert "ssh -D 1080" in words
    assert "socks5://127.0.0.1:1080" in words
    assert ProxySpec.parse("socks5://127.0.0.1:1080").port == 1080
