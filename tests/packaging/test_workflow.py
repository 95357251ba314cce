"""The workflow that builds packages calls what is there, and holds no secret."""

import re

import pytest

from build import STEPS
from environment import ROOT
from mxgui.demo.domains import DOMAINS
from trial import DOMAIN
from windows.version_file import PROGRAMS

FILE = ROOT / ".github" / "workflows" / "packages.yml"
TEXT = FILE.read_text(encoding="utf-8")
LINES = [line for line in TEXT.splitlines() if not line.lstrip().startswith("#")]


def test_actions_are_pinned_by_the_hash_of_a_commit_with_the_version_beside():
    used = [line for line in LINES if "uses:" in line]
    assert used
    for line in used:
        assert re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_it_may_read_alone_but_for_the_job_that_drafts_a_release():
    before, release = TEXT.split("\n  release:")
    assert re.search(r"^permissions:\n  contents: read$", before, re.MULTILINE)
    assert "contents: write" not in before
    assert "contents: write" in release
    assert "if: startsWith(github.ref, 'refs/tags/v')" in release
    assert TEXT.count("persist-credentials: false") == TEXT.count("actions/checkout@")


def test_every_script_that_it_runs_is_there():
    named = set(re.findall(r"packaging/[\w/]+\.py", "\n".join(LINES)))
    assert {"packaging/build.py", "packaging/trial.py"} <= named
    assert {name for name in named if not (ROOT / name).is_file()} == set()


def test_every_step_of_a_build_that_it_asks_for_is_one_of_that_system():
    jobs = re.split(r"^  (?=\w[\w-]*:$)", TEXT, flags=re.MULTILINE)
    asked = {job.partition(":")[0]: set(re.findall(r"--only (\w+)", job)) for job in jobs}
    for job, system in (("windows", "win32"), ("macos", "darwin")):
        steps = {step.name for step in STEPS if system in step.systems}
        assert asked[job] == steps - {"wheel", "archive"}


def test_secrets_reach_programs_by_their_environment_alone():
    for line in LINES:
        if "secrets." in line:
            assert re.fullmatch(r"\s+[A-Z_]+: \$\{\{ secrets\.[A-Z_]+ \}\}", line), line
    named = set(re.findall(r"secrets\.([A-Z_]+)", TEXT))
    explained = "\n".join(line for line in TEXT.splitlines() if line.startswith("#"))
    assert {name for name in named if name not in explained} == set()


def test_no_place_is_named_from_which_packages_come():
    assert not re.search(r"https?://|index-url|PIP_INDEX", TEXT)


@pytest.mark.parametrize("place", ["dist/mxgui.app/Contents/MacOS/", "dist/mxgui/"])
def test_both_programs_are_tried_before_they_are_packed(place: str):
    plain = TEXT.replace("\\", "/")
    for program in PROGRAMS:
        assert f"{place}{program.name}" in plain


def test_the_domain_that_is_tried_is_one_of_the_demo():
    assert DOMAIN in {domain.name for domain in DOMAINS}


def test_no_tab_and_no_line_of_odd_depth_makes_it_another_document():
    assert "\t" not in TEXT
    for line in LINES:
        depth = len(line) - len(line.lstrip(" "))
        assert depth % 2 == 0, line
