"""Help about our own line."""

from mxgui.model.proxy import ProxySpec
from mxgui.ui.help_line import GREETING, LINE, TOPICS, VANTAGE
from mxgui.ui.help_topics import found


def test_the_proxy_that_is_explained_can_be_typed_as_it_stands():
    sections = [section for topic in TOPICS for section in topic.sections]
    words = " ".join(str(part) for section in sections for part in section.paragraphs)
    assert "ssh -D 1080" in words
    assert "socks5://127.0.0.1:1080" in words
    assert ProxySpec.parse("socks5://127.0.0.1:1080").port == 1080


def test_each_is_found_by_what_one_looks_for():
    for typed, topic in (("keep spam", LINE), ("proxies", VANTAGE), ("name greets", GREETING)):
        assert found(TOPICS, typed)[0] is topic
