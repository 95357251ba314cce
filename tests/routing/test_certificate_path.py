"""The steps from a leaf to its anchor, and what is wrong at each."""

from datetime import timedelta

from mxgui.model.chain import PathProblem
from mxgui.routing.certificate_path import PathStep, Role, path_steps, superfluous
from mxgui.routing.certificates import Flaw
from tests.builders import NOON, a_certificate
from tests.routing.test_certificates import HOST, ROOT, view

LEAF = a_certificate(HOST, issuer="CN=Middle")
MIDDLE = a_certificate("Middle", issuer="CN=Root")


def told(*chain, **facts):
    return [(step.role, step.subject, step.flaws) for step in path_steps(view(*chain, **facts))]


def test_a_good_path_ends_at_an_anchor_that_was_not_sent():
    assert told(LEAF, MIDDLE, anchor="CN=Root") == [
        (Role.LEAF, f"CN={HOST}", ()),
        (Role.INTERMEDIATE, "CN=Middle", ()),
        (Role.ANCHOR, "CN=Root", ()),
    ]


def test_a_root_that_was_sent_is_told_once():
    assert [role for role, _, _ in told(LEAF, MIDDLE, ROOT, anchor="CN=Root")] == [
        Role.LEAF,
        Role.INTERMEDIATE,
        Role.ANCHOR,
    ]


def test_what_is_missing_stands_at_the_end():
    steps = told(LEAF, trusted=False, problems=(PathProblem.MISSING_INTERMEDIATE,))
    assert steps[1:] == [(Role.ABSENT, "CN=Middle", (Flaw.MISSING_INTERMEDIATE,))]


def test_an_unknown_root_is_marked_where_it_stands():
    steps = told(LEAF, MIDDLE, ROOT, trusted=False, problems=(PathProblem.UNKNOWN_ISSUER,))
    assert steps[-1] == (Role.ANCHOR, "CN=Root", (Flaw.UNKNOWN_ISSUER,))


def test_faults_of_a_certificate_stand_at_its_step():
    ended = a_certificate("Middle", not_after=NOON - timedelta(days=1), key="RSA 512")
    problems = (PathProblem.EXPIRED,)
    steps = told(a_certificate("x"), ended, trusted=False, problems=problems)
    assert [flaws for _, _, flaws in steps] == [
        (Flaw.NAME_MISMATCH,),
        (Flaw.EXPIRED, Flaw.WEAK),
    ]


def test_before_the_path_is_checked_the_leaf_stands_alone():
    found = view(LEAF, MIDDLE, checked=False)
    assert path_steps(found) == (PathStep(Role.LEAF, f"CN={HOST}", LEAF, ()),)
    assert superfluous(found) == ()


def test_what_belongs_to_no_path_is_superfluous():
    assert superfluous(view(LEAF, ROOT, MIDDLE, path=(0, 2))) == (ROOT,)
