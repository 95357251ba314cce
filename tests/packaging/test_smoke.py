"""The frozen app as its user has it: in a Debian without Python, from an empty environment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import smoke
from tests.sharing import PACKAGES

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group(PACKAGES)]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with smoke.screen(96) as name:
        yield name


@pytest.fixture(scope="module")
def trial(frozen_app: Path, bare) -> smoke.Trial:
    return smoke.place(bare, frozen_app)


@pytest.mark.parametrize("kind", smoke.FORMATS)
def test_every_format_is_exported(trial: smoke.Trial, kind: str):
    assert trial.exported(kind)


@pytest.mark.parametrize("name", ["C", "tr_TR.UTF-8", "ja_JP.UTF-8", "es_ES.UTF-8"])
def test_every_locale_will_do(trial: smoke.Trial, name: str):
    assert b"three-tiers.example" in trial.exported("text", {"LC_ALL": name})


def test_a_display_that_does_not_answer_is_told(trial: smoke.Trial):
    assert "does not answer" in trial.refused({"DISPLAY": ":1096"})
    assert "does not answer" in trial.refused({"WAYLAND_DISPLAY": "wayland-9"})
    assert "no display" in trial.refused({})


def test_a_missing_library_is_told(trial: smoke.Trial, display: str):
    plugins = trial.root.folder / smoke.PLACE[1:] / "_internal"
    library = plugins / "libxcb-cursor.so.0"
    library.rename(plugins / "away")
    try:
        assert "libxcb-cursor.so.0 is missing" in trial.refused({"DISPLAY": display})
    finally:
        (plugins / "away").rename(library)


def test_the_window_opens_inspects_and_closes(trial: smoke.Trial, display: str):
    trial.window(display)


def test_the_window_opens_at_twice_the_size(trial: smoke.Trial, display: str):
    trial.window(display, {"QT_SCALE_FACTOR": "2"})
