"""The script that writes the component list; the build runs it, which checks it by the schema."""

from freeze.archive import digest
from freeze.components import describe
from freeze.licences import Part
from freeze.owners import Owned
from job import Job
from tests.tree import ROOT


def test_what_it_is_given_has_all_that_it_reads():
    job = Job(ROOT, ROOT, ROOT / "nowhere", "0.1.0", 0, ROOT)
    held = Owned([], {"tests/tree.py": ROOT / "tests/tree.py"})
    told = describe(job, Part("idna", "3", "BSD", "", ["idna/LICENSE"], holds=["absent"]), held)
    assert told == {
        "name": "idna",
        "version": "3",
        "licence": "BSD",
        "home": "",
        "kind": "python",
        "files": {"tests/tree.py": digest(ROOT / "tests/tree.py")},
        "within": [],
    }
