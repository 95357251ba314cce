"""The command that takes pictures of the window takes every picture that it lists."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from mxgui.ui.action import Do, Menu
from mxgui.ui.scheme import Scheme
from mxgui.ui.view import View
from mxgui.ui.views import PANELS, TimelineView
from tests.pictures import studio
from tests.pictures.__main__ import main
from tests.pictures.facts import facts_of
from tests.pictures.page import page_of
from tests.pictures.scenes import OPENING, SCHEMES, STATES, Picture, pictures
from tests.pictures.states import states_of
from tests.pictures.studio import Alone, Called, InFront, Light, Opened
from tests.pictures.taking import take

FEW = (
    Picture("Window", "empty", "empty", studio.whole),
    Picture("Window", "growing", "growing", studio.whole, Light(Scheme.DARK, (1024, 640))),
    Picture("Panels", "timeline", "growing", InFront(TimelineView)),
    Picture("Panels", "timeline alone", "growing", Alone(TimelineView, (600, 300))),
    Picture("Parts", "headline", "growing", studio.headline),
    Picture("Parts", "menu", "growing", Opened(Menu.FILE)),
    Picture("Dialogs", "save", "growing", Called(Do.SAVE)),
    Picture("Dialogs", "resolvers", "growing", studio.resolvers),
    Picture("Dialogs", "error", "growing", studio.an_error),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, qapp) -> Path:
    """A folder with a few pictures, one of each kind."""
    made: Path = tmp_path_factory.mktemp("pictures")
    assert take(FEW, made) == ()
    return made


def colours(file: Path) -> int:
    """How many colours a picture has, as far as every seventh pixel tells; none if it is none."""
    image = QImage(str(file))
    places = ((x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))
    return len({image.pixel(x, y) for x, y in places})


@pytest.mark.parametrize("picture", FEW, ids=[picture.file for picture in FEW])
def test_every_kind_of_picture_shows_something(folder, picture):
    assert colours(folder / picture.file) > 2


def test_colours_and_sizes_are_those_asked_for(folder):
    dark = QImage(str(folder / FEW[1].file))
    assert (dark.width(), dark.height()) == (1024, 640)
    assert dark.pixelColor(5, 5).lightness() < 64


def test_what_opens_nothing_is_told_and_takes_no_picture(tmp_path, qapp):
    nothing = Picture("Dialogs", "nothing", "empty", Called(Do.STOP))
    assert take((nothing,), tmp_path) == (nothing,)
    assert not list(tmp_path.iterdir())
    assert "nothing, light" in page_of((), (nothing,))


def test_the_command_takes_what_it_lists_also_at_another_scale(tmp_path, qapp, capsys):
    assert main([str(tmp_path), "--only", "empty", "light", "1024"]) == 0
    files = re.findall(r'<img src="([^"]+)"', (tmp_path / "index.html").read_text())
    assert sorted(files) == sorted(path.name for path in tmp_path.glob("*.png"))
    assert {QImage(str(tmp_path / file)).width() for file in files} == {1024, 2048}
    assert str(tmp_path / "index.html") in capsys.readouterr().out


def test_the_page_says_names_as_they_are():
    strange = Picture("A & B", "<b>", "empty", studio.whole)
    page = page_of((strange,), ())
    assert "A &amp; B" in page
    assert "&lt;b&gt;" in page


def test_every_state_panel_menu_and_dialog_has_its_picture_in_all_colours():
    listed = pictures()
    assert {picture.state for picture in listed} == set(STATES)
    for scheme in SCHEMES:
        seen = {picture.take for picture in listed if picture.light.scheme is scheme}
        assert seen.issuperset(map(InFront, kinds_of(PANELS)))
        assert seen.issuperset(map(Opened, Menu))
        assert seen.issuperset(map(Called, OPENING))


def kinds_of(panels: Sequence[type[View]]) -> Sequence[type[View]]:
    """The panels as what they have in common."""
    return panels


def test_every_picture_has_a_file_of_its_own():
    files = [picture.file for picture in pictures()]
    assert len(set(files)) == len(files)


def test_no_state_is_left_out_and_none_is_made_up():
    assert set(states_of(facts_of())) == set(STATES)
