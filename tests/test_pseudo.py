"""Words outside of every sentence are told from data."""

from mxgui.i18n import tr
from mxgui.model.text import text
from tests.pseudo import bare_words, speaking


def test_words_outside_of_the_brackets_are_told():
    assert bare_words("«á {b} «ç»» and more, MX mx.example.org 192.0.2.1 <b>«d»</b>") == [
        "and",
        "more",
    ]


def test_the_language_is_spoken_until_the_block_ends(qapp):
    with speaking():
        assert tr(text("Ready")) == "«Réádý éé»"
    assert tr(text("Ready")) == "Ready"
