"""What OpenSSL says of a path: its codes, with dates and without."""

import pytest

from mxgui.net.path import EXPIRED, NOT_YET_VALID, SELF_SIGNED_LEAF, path_of
from mxgui.net.roots import loaded
from tests.builders import NOON
from tests.net.test_chain import KNOWN, LEAF, MIDDLE, ROOT, STRANGE_ROOT
from tests.servers.minting import a_leaf


def path(*chain):
    first, *rest = (loaded(one.der) for one in chain)
    assert first is not None
    return path_of(first, [one for one in rest if one is not None], NOON, KNOWN)


def test_a_path_is_given_from_leaf_to_root():
    found = path(LEAF, MIDDLE)
    assert (found.code, found.timeless_code, found.note) == (0, 0, "")
    assert found.certificates == (LEAF.der, MIDDLE.der, ROOT.der)


@pytest.mark.parametrize(
    ("chain", "code", "timeless"),
    [
        ((a_leaf(MIDDLE, ends=-1), MIDDLE), EXPIRED, 0),
        ((a_leaf(MIDDLE, begins=1), MIDDLE), NOT_YET_VALID, 0),
        ((a_leaf(ends=-1),), SELF_SIGNED_LEAF, SELF_SIGNED_LEAF),
        ((LEAF,), 20, 20),
        ((a_leaf(STRANGE_ROOT), STRANGE_ROOT), 19, 19),
    ],
)
def test_faults_have_openssl_s_numbers(chain, code, timeless):
    found = path(*chain)
    assert (found.code, found.timeless_code) == (code, timeless)
    assert found.note
    assert bool(found.certificates) is (timeless == 0)
