"""The picture as SVG is well formed, stands alone, and says in words what it shows."""

import re
from xml.etree import ElementTree

import pytest

from mxgui.model.inspection import Inspection
from mxgui.report.markup import visible
from mxgui.report.svg import draw
from mxgui.routing.diagram import diagram_of
from mxgui.routing.route import route_of
from tests.builders import an_inspection
from tests.report.samples import everything, three_tiers

SAMPLES = everything()
SVG = "{http://www.w3.org/2000/svg}"


def picture(inspection: Inspection) -> str:
    return draw(diagram_of(inspection, route_of(inspection)))


def words_in(inspection: Inspection) -> list[str]:
    root = ElementTree.fromstring(picture(inspection))
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_picture_is_well_formed_and_refers_to_nothing(name: str):
    written = picture(SAMPLES[name])
    root = ElementTree.fromstring(written)
    assert root.tag == f"{SVG}svg"
    kinds = {node.tag.removeprefix(SVG) for node in root.iter()}
    assert kinds <= {"svg", "title", "desc", "g", "rect", "text", "tspan", "path", "circle"}
    assert not re.search(r"href|url\(|http(?!://www\.w3\.org/2000/svg)", written)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_picture_has_a_title_and_says_what_it_shows(name: str):
    root = ElementTree.fromstring(picture(SAMPLES[name]))
    ids = {node.get("id") for node in root}
    assert set(root.get("aria-labelledby", "").split()) <= ids
    title, about = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert about is not None
    assert title.text == f"Mail route of {SAMPLES[name].entry.domain.unicode}"
    assert about.text


def test_the_words_of_the_picture_are_there():
    words = words_in(three_tiers())
    for wanted in (
        "Tried first",
        "preference 10",
        "3 hosts, shuffled for every message",
        "1–3",
        "mx-a.example.org",
        "33\u2009%",
        "only after failure",
        "2001:db8:10::11",
        "220 · 60 ms",
        "refused",
    ):
        assert wanted in words


def test_the_size_is_that_of_the_diagram():
    inspection = an_inspection()
    diagram = diagram_of(inspection, route_of(inspection))
    root = ElementTree.fromstring(draw(diagram))
    assert (root.get("width"), root.get("height")) == (
        f"{diagram.width:.0f}",
        f"{diagram.height:.0f}",
    )
    assert root.get("viewBox") == f"0 0 {diagram.width:.0f} {diagram.height:.0f}"


def test_a_folded_lane_is_written_as_its_one_line():
    inspection = three_tiers()
    diagram = diagram_of(inspection, route_of(inspection), folded={"tier 10"})
    words = "".join(ElementTree.fromstring(draw(diagram)).itertext())
    assert diagram.lanes[0].folded is not None
    assert str(diagram.lanes[0].folded.words) in words


def test_a_sentence_can_stand_for_the_picture():
    diagram = diagram_of(an_inspection(), route_of(an_inspection()))
    root = ElementTree.fromstring(draw(diagram, about="Mail flows."))
    about = root.find(f"{SVG}desc")
    assert about is not None
    assert about.text == "Mail flows."


def test_a_hostile_name_does_nothing():
    name = 'x"><script>alert(1)</script>\\000]]>.example'
    inspection = an_inspection(mx=f"10 {name}", hosts={name: "192.0.2.1"})
    written = picture(inspection)
    assert "<script" not in written
    assert visible(name) in "".join(ElementTree.fromstring(written).itertext())


def test_every_colour_is_a_token_that_a_page_can_change():
    root = ElementTree.fromstring(picture(three_tiers()))
    for node in root.iter():
        named = (node.get("class") or "").split()
        if node.get("fill", "none") != "none":
            assert any(name.startswith("f-") for name in named)
        if node.get("stroke") is not None:
            assert any(name.startswith("s-") for name in named)
