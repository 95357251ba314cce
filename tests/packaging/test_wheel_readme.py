"""The README leads somewhere on an index of packages, too."""

from typing import Any

import pytest

from environment import ROOT
from mxgui import __version__
from mxgui.identity import HOMEPAGE
from wheel_readme import LINK, WheelReadme, anywhere

PLACE = "https://example.org/{}/v1"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("![A picture](a/b.png)", "![A picture](https://example.org/raw/v1/a/b.png)"),
        ("[how](a/README.md#top)", "[how](https://example.org/blob/v1/a/README.md#top)"),
        ("[there](https://example.net/x)", "[there](https://example.net/x)"),
        ("[below](#below)", "[below](#below)"),
        ("an array[0](x y)", "an array[0](x y)"),
    ],
)
def test_links_to_files_are_made_whole_and_others_stay(words: str, shown: str):
    assert anywhere(words, PLACE) == shown


def test_what_is_told_of_the_package_has_the_readme_with_pictures_of_this_version():
    metadata: dict[str, Any] = {"name": "mxgui"}
    WheelReadme(str(ROOT), {}).update(metadata)
    told = metadata["readme"]
    assert told["content-type"] == "text/markdown"
    assert f"]({HOMEPAGE}/raw/v{__version__}/packaging/screenshots/window.png)" in told["text"]
    assert not LINK.search(told["text"])
