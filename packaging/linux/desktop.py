"""What tells a desktop of mxgui: desktop file, metainfo, and the type of saved inspections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

Identity = Mapping[str, str]
_RELEASE = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<day>\S+))?$", re.MULTILINE)
_PICTURES = {
    "window.png": "The route of a domain, its hosts, and what is wrong with them",
    "what-if.png": "What becomes of mail when a host is switched off",
}


def desktop_file(identity: Identity) -> str:
    """The entry of the start menu, which opens saved inspections as well."""
    name = identity["NAME"]
    return f"""[Desktop Entry]
Type=Application
Version=1.4
Name={name}
GenericName=Mail Route Inspector
Comment={identity["SUMMARY"]}
Exec={name}-window %F
Icon={identity["ID"]}
Terminal=false
Categories=Network;Monitor;Qt;
Keywords=mail;MX;SMTP;DNS;DANE;MTA-STS;postmaster;STARTTLS;
MimeType={identity["SAVED_TYPE"]};
StartupNotify=true
StartupWMClass={name}
Actions=demo;

[Desktop Action demo]
Name=Demo Network
Exec={name}-window demo
"""


def mime_file(identity: Identity) -> str:
    """The type of saved inspections; any program for JSON can read them, too."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{identity["SAVED_TYPE"]}">
    <comment>Inspection saved by {identity["NAME"]}</comment>
    <sub-class-of type="application/json"/>
    <generic-icon name="text-x-generic"/>
    <glob pattern="*{identity["SAVED_SUFFIX"]}" weight="60"/>
  </mime-type>
</mime-info>
"""


def metainfo(identity: Identity, version: str, changes: str, epoch: int) -> str:
    """The entry of software centres; `changes` is the text of CHANGELOG.md."""
    name, home = identity["NAME"], identity["HOMEPAGE"]
    raw = home.replace("https://github.com/", "https://raw.githubusercontent.com/")
    pictures = "\n".join(
        f"""    <screenshot{' type="default"' if place == 0 else ""}>
      <caption>{caption}</caption>
      <image>{raw}/main/packaging/screenshots/{file}</image>
    </screenshot>"""
        for place, (file, caption) in enumerate(_PICTURES.items())
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{identity["ID"]}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>{identity["LICENCE"]}</project_license>
  <name>{name}</name>
  <summary>{identity["SUMMARY"]}</summary>
  <developer id="{identity["ID"].rpartition(".")[0]}"><name>{identity["AUTHORS"]}</name></developer>
  <developer_name>{identity["AUTHORS"]}</developer_name>
  <description>
    <p>For everybody who runs mail: type a domain, and see its MX route as a graph, every mail host
      probed live (connect, greeting, EHLO, STARTTLS, TLS), and what is wrong with it, why that
      matters, and how to mend it.</p>
    <p>DNSSEC, DANE and MTA-STS are judged step by step. Switch hosts off and see what becomes of
      mail at twelve kinds of sender. A demo network on this computer alone has a domain for every
      case.</p>
  </description>
  <launchable type="desktop-id">{identity["ID"]}.desktop</launchable>
  <url type="homepage">{home}</url>
  <url type="bugtracker">{identity["PROBLEMS"]}</url>
  <url type="vcs-browser">{home}</url>
  <provides>
    <binary>{name}</binary>
    <binary>{name}-window</binary>
    <mediatype>{identity["SAVED_TYPE"]}</mediatype>
  </provides>
  <screenshots>
{pictures}
  </screenshots>
  <content_rating type="oars-1.1"/>
  <recommends>
    <control>keyboard</control>
    <control>pointing</control>
  </recommends>
  <releases>
{"".join(releases(version, changes, epoch))}  </releases>
</component>
"""


def releases(version: str, changes: str, epoch: int) -> Iterator[str]:
    """The releases, newest first; what is not released yet belongs to the one that is built."""
    for number, day, items in parts(changes):
        if number == version and day is None:
            continue
        if day is None:
            if any(each == version for each, _, _ in parts(changes)):
                continue
            number, day = version, datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d")
        lines = "".join(f"          <li>{escape(item)}</li>\n" for item in items)
        told = (
            f"        <ul>\n{lines}        </ul>\n" if items else "        <p>Small changes.</p>\n"
        )
        yield f'    <release version="{number}" date="{day}">\n'
        yield f"      <description>\n{told}      </description>\n    </release>\n"


def parts(changes: str) -> list[tuple[str, str | None, list[str]]]:
    """Each part of the changelog: version, day, and what it lists, as plain sentences."""
    found = list(_RELEASE.finditer(changes))
    ends = [each.start() for each in found[1:]] + [len(changes)]
    return [
        (each["version"], each["day"], items(changes[each.end() : end]))
        for each, end in zip(found, ends, strict=True)
    ]


def items(part: str) -> list[str]:
    """The points of a list in Markdown, without its marks."""
    points = re.findall(r"^- (.+(?:\n  .+)*)", part, re.MULTILINE)
    return [re.sub(r"\s+", " ", point.replace("`", "").replace("**", "")) for point in points]
