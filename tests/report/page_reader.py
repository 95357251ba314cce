"""Reads a page as a browser would, and notes what is wrong with it."""

from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "link", "img", "input"}
LOADING = {"src", "href", "action", "srcset", "data", "poster", "background", "style"}


class PageReader(HTMLParser):
    """All of a page: its elements, words, and every fault."""

    def __init__(self, page: str) -> None:
        """Read the whole page."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)
        self.close()
        self.faults += [f"{tag} is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element, and look at its attributes."""
        self.elements.append((tag, dict(attrs)))
        names = [name for name, _ in attrs]
        for name in names:
            if name in LOADING or name.startswith("on"):
                self.faults.append(f"{tag} has {name}")
        if len(set(names)) < len(names):
            self.faults.append(f"{tag} has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which it has to be."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} is closed out of turn")

    def handle_data(self, data: str) -> None:
        """Take words."""
        self.words += data

    def attributes(self, wanted: str) -> list[dict[str, str | None]]:
        """The attributes of every element of that name."""
        return [attributes for tag, attributes in self.elements if tag == wanted]
