"""Takes pictures of this process' scale, one after the other, into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.pictures.facts import facts_of
from tests.pictures.scenes import Picture
from tests.pictures.states import states_of
from tests.pictures.studio import NothingOpened, set_of


def take(pictures: Sequence[Picture], folder: Path) -> tuple[Picture, ...]:
    """Take them all; give those for which there was nothing to see."""
    states = states_of(facts_of())
    missing = []
    for picture in pictures:
        (folder / picture.file).unlink(missing_ok=True)
        with set_of(states[picture.state], picture.light) as made:
            try:
                taken = picture.take(made)
            except NothingOpened:
                missing.append(picture)
                continue
        if not taken.save(str(folder / picture.file)):
            raise OSError(f"{folder / picture.file} cannot be written")
    return tuple(missing)
