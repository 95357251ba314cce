"""The options that commands share, and the plan that they come to."""

from argparse import ArgumentParser

import pytest

from mxgui.cli.options import add_looking, add_waiting, plan_of
from mxgui.model.plan import PATIENT, QUICK, Family, Patience, Plan, ProbeMode


def plan(*arguments):
    parser = ArgumentParser(exit_on_error=False)
    add_looking(parser)
    add_waiting(parser)
    return plan_of(parser.parse_args(arguments))


def test_without_options_the_plan_is_the_usual_one():
    assert plan() == Plan()


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--resolver", "192.0.2.1", "--resolver", "system"],
         Plan(resolvers=("192.0.2.1", "system"))),
        (["--dns-patience", "2.5"], Plan(dns_patience=2.5)),
        (["--probe", "as-sender"], Plan(mode=ProbeMode.AS_SENDER)),
        (["--port", "2525"], Plan(port=2525)),
        (["--patience", "quick"], Plan(patience=QUICK)),
        (["--patience", "patient", "--connect-timeout", "1"],
         Plan(patience=Patience(1, PATIENT.greeting, PATIENT.command))),
        (["--greeting-timeout", "7"], Plan(patience=Patience(15, 7, 30))),
        (["--helo", "mail.example.org"], Plan(helo="mail.example.org")),
        (["--family", "6"], Plan(family=Family.ONLY_6)),
        (["--private", "allow"], Plan(allow_private=True)),
        (["--seed", "7"], Plan(seed=7)),
        (["--proxy", "socks5://bob:secret@127.0.0.1:1080"],
         Plan(proxy="socks5://127.0.0.1:1080")),
        (["--expect", "MX1.example.org.", "--expect", "mx.bücher.example"],
         Plan(expected=("mx1.example.org", "mx.xn--bcher-kva.example"))),
    ],
)  # fmt: skip
def test_each_option_changes_its_part_of_the_plan(arguments, wanted):
    assert plan(*arguments) == wanted
