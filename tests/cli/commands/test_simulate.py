"""`mxgui simulate`, on the demo network and on saved inspections."""

import json
import os
import signal
import subprocess
import sys

import pytest

from mxgui.report.contract import saved_value
from mxgui.report.report import report_of
from mxgui.report.values import json_bytes
from mxgui.report.whole_page import written as as_html
from tests.cli.running import wait_for
from tests.report.samples import hostile, three_tiers


@pytest.fixture(scope="module")
def resolver(tmp_path_factory):
    """The resolver of a demo network, as `--resolver` takes it."""
    with subprocess.Popen(
        [sys.executable, "-m", "mxgui", "demo", "--serve"],
        env={**os.environ, "PYTHONPATH": os.getcwd(), "LC_ALL": "C.UTF-8"},  # noqa: PTH109
        cwd=tmp_path_factory.mktemp("demo"),
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        printed = wait_for(process.stdout.fileno(), b"\nRoutes:")
        yield printed.split(b"DNS: ")[1].split(b",")[0].decode()
        process.send_signal(signal.SIGINT)


@pytest.fixture
def simulate(shell):
    """Simulate a domain of the demo network, written as JSON."""

    def run(domain, *arguments):
        ran = shell("simulate", domain, "--demo", "--format", "json", *arguments)
        return ran.code, json.loads(ran.out) if ran.out else None, ran.err

    return run


@pytest.fixture
def saved(tmp_path):
    """A saved inspection with probes that failed, as JSON."""
    (tmp_path / "saved.json").write_bytes(json_bytes(saved_value(three_tiers())))
    return "saved.json"


def test_a_domain_is_looked_up_and_simulated(simulate):
    code, found, _ = simulate("three-tiers.example", "--sender", "postfix")
    assert (code, found["sender"], found["before_connect"]) == (0, "postfix", "try")
    assert [place["share_exact"] for place in found["first"][:5]] == ["1/5"] * 5
    assert len(found["waiting"]) == 7


def test_what_is_down_shifts_the_shares_and_is_echoed(simulate):
    down = ("--down", "mx-a.three-tiers.example:silent", "--down", "preference=20")
    code, found, _ = simulate("three-tiers.example", "--sender", "postfix", *down)
    assert code == 0
    assert found["down"] == ["mx-a.three-tiers.example:silent", "preference=20"]
    shares = [place["share_exact"] for place in found["delivered"][:5]]
    assert shares == ["0", "0", "1/3", "1/3", "1/3"]
    assert found["delay_s"] == {"mean": 15.0, "worst": 60.0}


def test_everything_off_queues_and_that_is_no_failure(simulate):
    code, found, _ = simulate("three-tiers.example", "--down", "ipv4", "--down", "ipv6")
    assert (code, found["fate"], found["fates"]["deferred"]) == (0, "deferred", "1")


def test_as_seen_by_an_exchange_its_own_and_worse_records_are_cut(simulate):
    code, found, _ = simulate("three-tiers.example", "--as", "backup.relay.example")
    assert (code, found["as"]) == (0, "backup.relay.example")
    assert {place["preference"] for place in found["first"]} == {10}


def test_a_domain_that_takes_no_mail_is_fine(simulate):
    code, found, _ = simulate("null-mx.example")
    assert (code, found["before_connect"], found["fate"]) == (0, "bounce", "bounced")


@pytest.mark.parametrize("domain", ["servfail.example", "broken-lookup.example"])
def test_where_dns_does_not_tell_it_is_three_only_if_nothing_is_known(simulate, domain):
    code, found, _ = simulate(domain)
    assert code == (3 if found["route"]["kind"] == "unknown" else 0)


def test_outages_are_those_that_were_asked_for(simulate):
    _, found, _ = simulate("one-host.example", "--outage", "90s", "--outage", "2d")
    assert [row["outage_s"] for row in found["waiting"]] == [90, 172_800]


def test_text_says_that_it_is_a_simulation(shell):
    ran = shell("simulate", "three-tiers.example", "--demo", "--sender", "exim")
    assert ran.out.startswith("Simulation, not measured: Exim 4.96 sends to three-tiers.example\n")


def test_a_resolver_is_asked_as_with_inspect(shell, resolver):
    """What the served demo network has are addresses of this machine: senders skip or meet them."""
    ran = shell("simulate", "three-tiers.example", "--resolver", resolver, "--sender", "exim",
                "--format", "json")  # fmt: skip
    found = json.loads(ran.out)
    assert (ran.code, found["route"]["kind"], found["fate"]) == (0, "mx", "bounced")


def test_planned_records_take_the_place_of_the_published_ones(simulate, shell, saved):
    records = ("--mx", "10 mail.one-host.example", "--mx", "20 backup.relay.example")
    code, found, _ = simulate("three-tiers.example", *records)
    assert (code, found["planned"]) == (0, True)
    hosts = {place["preference"]: place["host"] for place in found["first"]}
    assert hosts == {10: "mail.one-host.example", 20: "backup.relay.example"}
    ran = shell("simulate", "--from", saved, "--mx", "10 new.example.org")
    assert ran.code == 2
    assert "new.example.org: not looked up in saved.json." in ran.err


def test_a_target_that_is_not_in_the_route_is_bad_use_with_the_nearest(simulate):
    code, found, said = simulate("three-tiers.example", "--down", "mx-d.three-tiers.example")
    assert (code, found) == (2, None)
    assert "Nothing in the route is mx-d.three-tiers.example; the nearest: mx-" in said


def test_a_sender_that_is_not_in_the_route_is_bad_use(simulate):
    code, _, said = simulate("three-tiers.example", "--as", "relay.example")
    assert code == 2
    assert "Nothing in the route is relay.example" in said


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Name a domain, or a saved inspection with --from."),
        (("a.example", "--sender", "psotfix"), "the nearest: postfix"),
        (("a.example", "--down", "2001:db8::1:421"), "can be read in two ways"),
        (("a.example", "--down", "a.example:slow"), "“slow” is no way to be down"),
        (("a.example", "--outage", "500y"), "“500y” is no duration"),
        (("a.example", "--outage", "400d"), "is not between 1 s and 30 d"),
        (("a.example", "--backup", "exmi"), "the nearest: exim"),
        (("a.example", "--all-up"), "--all-up is for --from"),
        (("a.example", "--demo", "--resolver", "192.0.2.1"), "take --resolver away"),
        (("--demo", "--from", "saved.json"), "not both"),
        (("a.example", "--output", "x.pdf"), "names no format"),
        (("--from", "nowhere.json"), "There is no file nowhere.json."),
        (("--from", "saved.json", "--resolver", "192.0.2.1"), "take --resolver away"),
        (("example.net", "--from", "saved.json"), "is an inspection of example.org, not of"),
    ],
)
def test_bad_use_is_told_in_one_sentence(shell, saved, arguments, says):
    ran = shell("simulate", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert ran.err.count("\n") == 1


def test_a_broken_file_is_told_in_one_sentence(shell, tmp_path):
    (tmp_path / "broken.json").write_text('{"format": 1, "facts": [')
    ran = shell("simulate", "--from", "broken.json")
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_a_saved_inspection_is_simulated_as_it_was_probed(shell, saved):
    found = json.loads(shell("simulate", "--from", saved, "--format", "json").out)
    usual = json.loads(
        shell("simulate", "example.org", "--from", saved, "--all-up", "--format", "json").out
    )
    assert (found["as_probed"], usual["as_probed"]) == (True, False)
    assert found["delivered"] != usual["delivered"]


def test_an_html_report_is_a_saved_inspection_too(shell, tmp_path):
    (tmp_path / "saved.html").write_bytes(as_html(report_of(hostile(), str)))
    ran = shell("simulate", "--from", "saved.html")
    assert ran.code == 0
    assert "\x1b" not in ran.out


def test_sender_and_seed_are_those_of_the_saved_inspection_unless_others_are_named(shell, saved):
    def told(*arguments):
        return json.loads(shell("simulate", "--from", saved, "--format", "json", *arguments).out)

    assert (told()["sender"], told()["seed"]) == ("rfc5321", three_tiers().plan.seed)
    assert told("--sender", "EXIM", "--seed", "7")["sender"] == "exim"
    assert told("--sender", "EXIM", "--seed", "7")["seed"] == 7


def test_a_file_is_written_whole_and_never_over_another(shell, saved, tmp_path):
    assert shell("simulate", "--from", saved, "--output", "out.json").code == 0
    assert json.loads((tmp_path / "out.json").read_bytes())["format"] == 1
    ran = shell("simulate", "--from", saved, "--output", "out.json")
    assert (ran.code, ran.out) == (2, "")
    assert shell("simulate", "--from", saved, "--output", "out.json", "--force").code == 0


def test_all_senders_are_told_side_by_side(shell, saved):
    found = json.loads(
        shell("simulate", "--from", saved, "--sender", "all", "--format", "json").out
    )
    assert len(found["senders"]) == 12
    assert {one["sender"] for one in found["senders"]} >= {"rfc5321", "postfix", "exim"}
    ran = shell("simulate", "--from", saved, "--sender", "ALL", "--outage", "1h")
    assert ran.code == 0
    assert ran.out.startswith("Simulation, not measured: 12 kinds of sender, side by side")
