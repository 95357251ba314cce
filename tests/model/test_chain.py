"""What was checked of a chain of certificates."""

from mxgui.model.chain import Chain


def test_a_chain_is_trusted_only_when_that_was_checked():
    checked = Chain("ab")
    assert not checked.trusted
    assert checked.problems == ()
