"""What an inspection is to do, unless it is told otherwise."""

from itertools import pairwise

import pytest

from mxgui.model.plan import PATIENCES, Family, Plan, ProbeMode


@pytest.mark.parametrize(
    ("family", "four", "six"),
    [(Family.ANY, True, True), (Family.ONLY_4, True, False), (Family.ONLY_6, False, True)],
)
def test_a_family_includes_its_addresses(family, four, six):
    assert (family.includes(4), family.includes(6)) == (four, six)


def test_a_plan_probes_every_host_at_port_25_and_no_private_address():
    plan = Plan()
    assert (plan.mode, plan.port, plan.allow_private) == (ProbeMode.EVERY_HOST, 25, False)


def test_each_patience_waits_longer_than_the_one_before():
    steps = [(it.connect, it.greeting, it.command) for it in PATIENCES.values()]
    assert list(PATIENCES) == ["quick", "normal", "patient"]
    for one, more in pairwise(steps):
        assert all(less < longer for less, longer in zip(one, more, strict=True))
