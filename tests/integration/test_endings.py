"""How a run ends: files are whole, an interrupt is in order, misuse gets one sentence."""

from __future__ import annotations

import json
import signal

import pytest

from tests.integration.hosts import SILENT
from tests.integration.inspecting import DNS_ONLY, IMPATIENT, MXGUI, look
from tests.integration.nameservers import RESOLVER
from tests.integration.waiting import connected, wait_until

pytestmark = pytest.mark.integration

BY_RESOLVER = ("--resolver", RESOLVER.address)


def test_an_interrupted_run_writes_what_it_knows(lab):
    command = [*MXGUI, "inspect", "silent.example", "--format", "json", *BY_RESOLVER]
    with lab.started(command) as run:
        wait_until(lambda: SILENT.ipv4[0] in connected(lab.sender.namespace))
        run.send_signal(signal.SIGINT)
        said, remarked = run.communicate(timeout=10)
    assert run.returncode == 130, remarked
    seen = json.loads(said)
    assert seen["cut_short"] is True
    assert "cancelled" in {probe["reason"] for probe in seen["probes"]}
    assert [tier["preference"] for tier in seen["route"]["tiers"]] == [10, 20, 30]


@pytest.mark.parametrize("form", ["json", "html", "svg"])
def test_a_report_of_real_servers_is_written_and_made_again(lab, tmp_path, form):
    file = tmp_path / f"report.{form}"
    command = [*MXGUI, "inspect", "tls.example", *BY_RESOLVER, *IMPATIENT, "--fail-on", "never"]
    done = lab.run([*command, "--output", str(file)])
    assert done.returncode == 0, done.stderr
    assert "old-tls.host.example" in file.read_text()


def test_a_saved_inspection_needs_no_network_to_be_read_again(lab, tmp_path):
    file, page = tmp_path / "saved.json", tmp_path / "page.html"
    file.write_text(json.dumps(look(lab, "three-tiers.example", *IMPATIENT).json))
    made = lab.run([*MXGUI, "report", str(file), "--output", str(page)], room=lab.port_25_blocked)
    assert made.returncode == 0, made.stderr
    assert "exim-b.host.example" in page.read_text()


def test_an_existing_file_is_not_overwritten(lab, tmp_path):
    file = tmp_path / "report.json"
    file.write_text("mine")
    command = [*MXGUI, "inspect", "null.example", *DNS_ONLY, *BY_RESOLVER, "--output", str(file)]
    assert lab.run(command).returncode == 2
    assert file.read_text() == "mine"
    assert lab.run([*command, "--force"]).returncode == 0
    assert json.loads(file.read_text())["verdict"] == "takes_no_mail"


def test_a_name_that_cannot_be_one_is_turned_down_before_dns(lab):
    done = lab.run([*MXGUI, "inspect", "two..dots.example", *BY_RESOLVER])
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
