"""The house keeps its own rules: what ruff, mypy and import-linter cannot say."""

import ast
import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from tests.tree import ROOT, calls, content, files, functions, parsed, sources

LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 60

TOP = {
    ".ci",
    ".github",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    ".gitattributes",
    "README.md",
    "mxgui",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}

# Files that need no test of their own name: a face only lists what other tests look at.
UNTESTED = {"__init__.py"}

# Where a new thing is one file and one line, and the name under which a file offers it.
SHELVES = {
    "mxgui/cli/commands": "COMMAND",
    "mxgui/report/exporters": "EXPORTER",
    "mxgui/routing/senders": "SENDER",
    "mxgui/rules/checks": "RULES",
    "mxgui/ui/views": None,
}

# What holds for one machine only. The brackets keep a pattern from finding itself.
OF_ONE_MACHINE = (
    r"/wor[k]/",
    r"/roo[t]/",
    r"/hom[e]/(?!ada\b)\w",  # Ada is nobody: tests may say that she lives there
    r"/opt/(whee[l]s|pyp[i])",
    r"/tm[p]/\w",
    r"[A-Z]:\\User[s]\\",
    r"pyp[i]\.org",
    r"pythonhoste[d]\.org",
    r"deb\.debia[n]\.org",
    r"registry\.npmj[s]\.org",
    r"--(extra-)?index-ur[l]",
    r"--find-link[s]",
)


def told(problems: list[str]) -> str:
    """The problems, one a line, as the message of a failed test."""
    return "\n" + "\n".join(problems)


def test_nothing_stands_at_the_top_but_what_belongs_there():
    strange = sorted({path.parts[0] for path in files()} - TOP)
    assert not strange, f"either move it or name it here: {strange}"


def test_every_file_of_the_program_has_a_test_of_its_name():
    tests = {path for path in sources("tests") if path.name.startswith("test_")}
    missing = []
    for path in sources("mxgui", "packaging"):
        parts = path.parts if path.parts[0] == "packaging" else path.parts[1:]
        mirror = Path("tests", *parts[:-1], f"test_{path.stem.strip('_')}.py")
        if path.name not in UNTESTED and mirror not in tests:
            missing.append(f"{path} has no {mirror}")
    assert not missing, told(missing)


def test_no_file_is_too_long_to_be_read_in_one_go():
    lengths = {
        path: len(content(path).splitlines()) for path in sources("mxgui", "packaging", "tests")
    }
    long = [f"{path}: {n} lines" for path, n in lengths.items() if n > LONGEST_FILE]
    assert not long, told(long)


def test_no_function_is_longer_than_a_screen():
    long = []
    for path in sources("mxgui", "packaging", "tests"):
        for function in functions(path):
            length = (function.end_lineno or 0) - function.lineno + 1
            if length > LONGEST_FUNCTION:
                long.append(f"{path}:{function.lineno} {function.name}: {length} lines")
    assert not long, told(long)


def test_every_file_opens_by_saying_what_it_is_in_one_sentence():
    silent = []
    for path in sources("mxgui", "packaging", "tests"):
        first = (ast.get_docstring(parsed(path)) or "").partition("\n\n")[0]
        if not first.endswith((".", ":", "?")):
            silent.append(f"{path}: {first or 'nothing'}")
    assert not silent, told(silent)


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_file_on_a_shelf_is_in_its_list(shelf: str):
    face = Path(shelf, "__init__.py")
    offered = SHELVES[shelf]
    package = shelf.replace("/", ".")
    listed = imported(face) if face in files() else set()
    lines = []
    for path in files():
        module = f"{package}.{path.stem}"
        if (
            path.parent == face.parent
            and path != face
            and path.suffix == ".py"
            and module not in listed
        ):
            what = offered or f"{path.stem.title().replace('_', '')}View"
            lines.append(f"add to {face}: from {module} import {what}")
    assert not lines, told(lines)


def imported(path: Path) -> set[str]:
    """Every module that a file imports, also as `from package import module`."""
    names = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return names


def test_every_rule_says_why_it_matters_how_to_mend_it_and_where_it_is_written():
    rules = import_module("mxgui.rules.checks").RULES
    poor = [rule.id for rule in rules if not (str(rule.why) and str(rule.fix) and rule.references)]
    assert rules
    assert not poor, told(poor)


def test_no_two_rules_have_the_same_id():
    counted = Counter(rule.id for rule in import_module("mxgui.rules.checks").RULES)
    assert not [name for name, times in counted.items() if times > 1]


def test_every_sentence_has_the_arguments_that_it_names_and_no_others():
    wrong = []
    for path in sources("mxgui"):
        for call in calls(path, "text", "counted"):
            problem = wrong_words(call)
            if problem is not None:
                wrong.append(f"{path}:{call.lineno} {problem}")
    assert not wrong, told(wrong)


def wrong_words(call: ast.Call) -> str | None:
    """What is wrong with a call of text() or counted(), if anything."""
    is_counted = isinstance(call.func, ast.Name) and call.func.id == "counted"
    written = [node.value for node in call.args[:2] if isinstance(node, ast.Constant)]
    templates = [template for template in written if isinstance(template, str)]
    if len(templates) != (2 if is_counted else 1):
        return "the sentence must be written out, or no catalog can hold it"
    given = {keyword.arg for keyword in call.keywords}
    if None in given:
        return "the arguments must be written out"
    for template in templates:
        named = gaps(template)
        if is_counted:
            named.discard("n")  # "one host" may say it in words
        if named != given:
            return f"“{template}” names {sorted(named)} and is given {sorted(map(str, given))}"
    return None


def gaps(template: str) -> set[str]:
    """The gaps of a template; a position, an attribute or an index is no name."""
    return {field for _, field, _, _ in Formatter().parse(template) if field is not None}


def test_nothing_in_the_tree_holds_for_one_machine_only():
    wrong = []
    for path in files():
        for number, line in enumerate(content(path).splitlines(), start=1):
            wrong += [
                f"{path}:{number} {line[:80]}" for one in OF_ONE_MACHINE if re.search(one, line)
            ]
    assert not wrong, told(wrong)


def test_no_test_patches_or_skips():
    banned = {"importorskip", "monkeypatch", "skip"}
    wrong = []
    for path in sources("tests"):
        for node in ast.walk(parsed(path)):
            name = node.arg if isinstance(node, ast.arg) else getattr(node, "attr", None)
            if name in banned:
                wrong.append(f"{path}: {name}")
    assert not wrong, told(wrong)


def test_every_test_has_a_name_of_its_own():
    # Two tests of one name in one file: the second silently takes the place of the first.
    twice = []
    for path in sources("tests"):
        named = Counter(
            node.name for node in parsed(path).body if isinstance(node, ast.FunctionDef)
        )
        twice += [f"{path}: {name}" for name, times in named.items() if times > 1]
    assert not twice, told(twice)


def test_the_script_of_continuous_integration_can_be_run():
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
