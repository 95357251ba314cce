"""The languages that nobody speaks: longer, with accents, gaps as they were, and never shipped."""

import pytest

from extraction import Sentence
from po_files import CATALOGS, ROOT, gaps
from pseudo import CODE, MIRRORED, accented, catalog, make, mirrored


@pytest.mark.parametrize("words", ["{n} of {all} hosts", "%(prog)s: %s", "a {{b}} {gap!r:>3}"])
def test_gaps_stay(words):
    assert gaps(accented(words)) == gaps(mirrored(words)) == gaps(words)


def test_words_have_accents_brackets_and_two_fifths_more_letters():
    assert accented("&Open the demo network") == "«&Opéñ thé démö ñétwörk éééöö éé»"


def test_a_catalog_has_every_form():
    words = catalog([Sentence("a", "b")])
    assert 'msgstr[0] "«á»"' in words
    assert 'msgstr[1] "«b»"' in words


@pytest.mark.parametrize("code", [CODE, MIRRORED])
def test_it_is_made_below_any_folder_but_that_which_ships(tmp_path, code):
    assert make(tmp_path, code).exists()
    with pytest.raises(ValueError, match="ships"):
        make(ROOT / CATALOGS, code)
