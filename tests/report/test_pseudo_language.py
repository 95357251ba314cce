"""Documents in a language that nobody speaks: no word without a catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum

import pytest

from mxgui.i18n import install, tr
from mxgui.model.codec import dump
from mxgui.model.inspection import Inspection
from mxgui.report.exporters import EXPORTERS
from mxgui.report.report import report_of
from mxgui.report.sender_sheet import sheet_lines, shelf_lines
from mxgui.report.side_by_side import sides_with_reasons
from mxgui.report.sides_text import comparison_lines
from mxgui.report.simulated import Supposed, simulated_of
from mxgui.report.simulation_text import simulation_lines
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.switches import read_switch
from tests.pseudo import CODE, bare_in_page, bare_words, folder
from tests.report.samples import everything
from tests.report.simulations import all_kinds

SAMPLES = {name: each for name, each in everything().items() if "hostile" not in name}
SIMULATIONS = {name: each for name, each in all_kinds().items() if name != "hostile"}
FORMATS = {exporter.name: exporter for exporter in EXPORTERS}
# Names of programs, and a host that some call by the name of a kind
DATA = {"mxgui", "localhost", *(sender.id for sender in SENDERS)}
_WORD = re.compile(r"[^\W\d_]+")


@pytest.fixture(autouse=True)
def pseudo() -> Iterator[None]:
    install(CODE, folder())
    yield
    install("en")


def heard(inspection: Inspection) -> set[str]:
    """The words that came from the network, as its facts are kept; those of enums did not."""
    came = set(_strings(dump(inspection))) - set(_values(Enum))
    return {word for told in came for word in _WORD.findall(told)}


def _strings(kept: object) -> Iterator[str]:
    match kept:
        case str():
            yield kept
        case dict():
            yield from (one for value in kept.values() for one in _strings(value))
        case list() | tuple():
            yield from (one for value in kept for one in _strings(value))


def _values(of: type[Enum]) -> Iterator[str]:
    for each in of.__subclasses__():
        if each.__module__.startswith("mxgui"):
            yield from (str(member.value) for member in each)
        yield from _values(each)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", ["text", "html", "svg"])
def test_every_word_of_a_report_is_in_the_catalogs(form, name):
    written = FORMATS[form].render(report_of(SAMPLES[name])).decode()
    found = bare_words(written) if form == "text" else bare_in_page(written)
    assert not set(found) - DATA - heard(SAMPLES[name])


@pytest.mark.parametrize("name", SIMULATIONS)
def test_every_word_of_a_simulation_is_in_the_catalogs(name):
    simulated = replace(SIMULATIONS[name], say=tr)
    assert not set(bare_words("\n".join(simulation_lines(simulated)))) - DATA


def test_every_word_of_senders_side_by_side_is_in_the_catalogs():
    inspection = SAMPLES["three tiers"]
    supposed = Supposed(WhatIf((read_switch("mx-a.example.org:silent"),), False), ())
    sides = sides_with_reasons(inspection, supposed.what_if, supposed.lengths, supposed.backup)
    simulated = [simulated_of(inspection, sender, supposed, say=tr) for sender in SENDERS]
    assert not set(bare_words("\n".join(comparison_lines(sides, simulated)))) - DATA


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_every_word_about_a_sender_is_in_the_catalogs(sender):
    told = "\n".join((*shelf_lines(SENDERS, tr), *sheet_lines(sender, tr)))
    assert not set(bare_words(told)) - DATA
