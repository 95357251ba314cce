"""Whose each file of the frozen app is: of which package, of Python, of mxgui, of the system."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from freeze.frozen import MODULES, Collected, collected
from job import CannotBuild, Job

FONTS = {"fonts/inter": "Inter", "fonts/jetbrains-mono": "JetBrains Mono"}
SYSTEM = ""  # of a package of the system, which is told by system_libraries.py
LINK = "SYMLINK"
BUILDER, HELPERS = "PyInstaller", "_pyi_rth_utils"  # and the modules that it adds


@dataclass(frozen=True)
class Owned:
    """What a part has in the app: files, by their places, and modules, by where they come from."""

    files: list[str]
    modules: dict[str, Path]


def owned(job: Job) -> dict[str, Owned]:
    """By the part's name; raises CannotBuild for a file that is of nobody."""
    entries = [entry for entry in collected(job) if entry[2] != LINK]
    packages = of_packages(job, entries)
    found: dict[str, Owned] = {}
    for place, path, kind in entries:
        name = BUILDER if place.startswith(HELPERS) else packages.get(path)
        name = name if name is not None else owner(job, path)
        part = found.setdefault(name, Owned([], {}))
        if kind.startswith(MODULES):
            part.modules[f"{place.replace('.', '/')}.py"] = Path(path)
        else:
            part.files.append(place)
    return found


def of_packages(job: Job, entries: Collected) -> dict[str, str]:
    """The packages of Python that files are of, as these packages' own lists say."""
    asked = job.work / "asked.json"
    asked.write_text(json.dumps([path for _, path, _ in entries]), encoding="utf-8")
    told: dict[str, str] = json.loads(job.run([job.python, "-c", ASK, asked], "The packages"))
    return told


ASK = """
import json, sys
from importlib.metadata import distributions
from pathlib import Path
asked = set(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
found = {}
for each in distributions():
    for file in each.files or ():
        place = str(each.locate_file(file))
        if place in asked:
            found[place] = each.metadata["Name"]
print(json.dumps(found))
"""


def owner(job: Job, path: str) -> str:
    """Whose a file is that no package names."""
    if is_of_system(path):
        return SYSTEM
    if path.startswith(str(job.source)):
        inside = Path(path).relative_to(job.source).as_posix().removeprefix("resources/")
        return next((name for folder, name in FONTS.items() if inside.startswith(folder)), "mxgui")
    if "site-packages" in path:
        raise CannotBuild(f"{path} is of no package, so its licence is not known.")
    return "Python"


def is_of_system(path: str) -> bool:
    """Whether a file that came along is one of the system's, not of the environment's."""
    return path.startswith(("/usr/lib/", "/lib/")) and "/python3" not in path
