"""An inspecting box on the path is known by what it writes over."""

from mxgui.model.smtp import Extension, Reply
from mxgui.routing.masked import is_masked
from tests.builders import a_probe


def test_asterisks_in_the_greeting_and_x_over_an_extension_are_a_mask():
    assert is_masked(a_probe(greeting=Reply(220, ("********************2***0*",))))
    assert is_masked(a_probe(extensions=(Extension("XXXXXXXA"),)))
    assert is_masked(a_probe(extensions=(Extension("SIZE", "100"), Extension("XXXXXXXX"))))


def test_other_words_are_none():
    assert not is_masked(a_probe())
    assert not is_masked(a_probe(greeting=Reply(220, ("mx.example.org *** no spam ***",))))
    assert not is_masked(a_probe(greeting=None, extensions=(Extension("XFORWARD"),)))
