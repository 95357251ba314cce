"""The choice between light and dark."""

from mxgui.ui.scheme import Scheme


def test_every_scheme_has_words_of_its_own():
    assert len({str(scheme.words) for scheme in Scheme}) == len(Scheme)
