"""The options that say whom to believe."""

from argparse import ArgumentParser, ArgumentTypeError

import pytest

from mxgui.cli.options_trust import add_trust, with_trust
from mxgui.model.plan import Plan


def plan(*arguments):
    parser = ArgumentParser(exit_on_error=False)
    add_trust(parser)
    return with_trust(Plan(), parser.parse_args(arguments))


def test_without_options_the_plan_stays_as_it_is():
    assert plan() == Plan()


def test_the_port_of_policy_hosts_can_be_another_one():
    assert plan("--mta-sts-port", "8443") == Plan(mta_sts_port=8443)


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_a_port_that_there_is_none_of_is_refused(port):
    with pytest.raises((SystemExit, Exception)) as caught:
        plan("--mta-sts-port", port)
    assert not isinstance(caught.value, (KeyError, AttributeError, ArgumentTypeError))
