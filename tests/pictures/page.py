"""One page that shows all pictures, with their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tests.pictures.scenes import Picture

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pictures of mxgui</title>
<style>
body { font: 14px/1.4 Inter, sans-serif; margin: 24px; background: #f6f7f9; color: #111827; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 24px; }
h2 { grid-column: 1 / -1; margin: 16px 0 0; }
figure { margin: 0; }
img { max-width: 100%; border: 1px solid #d9dee6; border-radius: 8px; }
.missing { color: #b42318; }
</style>
<h1>Pictures of mxgui</h1>
"""


def page_of(taken: Sequence[Picture], missing: Sequence[Picture]) -> str:
    """The page as HTML; what could not be taken stands first."""
    return "\n".join((_HEAD, *_missing(missing), "<main>", *_figures(taken), "</main>", "</html>"))


def _missing(missing: Sequence[Picture]) -> Iterator[str]:
    for picture in missing:
        yield f'<p class="missing">There was nothing to see: {escape(picture.name)}</p>'


def _figures(taken: Sequence[Picture]) -> Iterator[str]:
    for group, pictures in groupby(taken, key=lambda picture: picture.group):
        yield f"<h2>{escape(group)}</h2>"
        for picture in pictures:
            file, name = escape(picture.file), escape(picture.name)
            yield f'<figure><a href="{file}"><img src="{file}" alt="{name}" loading="lazy"></a>'
            yield f"<figcaption>{name}</figcaption></figure>"
