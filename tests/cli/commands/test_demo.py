"""`mxgui demo` in the terminal."""

import json
import os
import signal
import subprocess
import sys

import pytest
import trustme

from tests.cli.running import wait_for


def test_alone_it_does_the_whole_job_and_keeps_the_report(shell, tmp_path):
    ran = shell("demo")
    assert ran.code == 0
    assert "nothing here leaves this computer" in ran.err
    assert "three-tiers.example" in ran.out
    assert b"<svg" in (tmp_path / "three-tiers.example.html").read_bytes()


def test_a_second_report_does_not_replace_the_first(shell, tmp_path):
    shell("demo")
    shell("demo")
    assert len(list(tmp_path.glob("*.html"))) == 2


def test_a_domain_can_be_chosen_and_everything_else_as_with_inspect(shell):
    ran = shell("demo", "null-mx.example", "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["verdict"]) == (0, "takes_no_mail")


def test_a_domain_that_is_not_in_the_demo_is_not_asked_for_elsewhere(shell):
    ran = shell("demo", "example.org", "--format", "json")
    assert (ran.code, json.loads(ran.out)["route"]["status"]) == (3, "refused")


def test_serving_prints_how_to_reach_it_and_ends_with_ctrl_c(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "mxgui", "demo", "--serve", "--keys", "."],
        env={**os.environ, "PYTHONPATH": os.getcwd(), "LC_ALL": "C.UTF-8"},  # noqa: PTH109
        cwd=tmp_path,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        printed = wait_for(process.stdout.fileno(), b"three-tiers.example")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    assert b"127.0." in printed
    assert (tmp_path / "demo-ca.pem").read_bytes().startswith(b"-----BEGIN CERTIFICATE-----")
    assert (tmp_path / "demo-root.ds").read_text().startswith(". IN DS ")


def test_keys_that_cannot_be_written_are_told_in_a_sentence(shell):
    ran = shell("demo", "--serve", "--keys", "nowhere")
    assert ran.code == 2
    assert "nowhere" in ran.err
    assert "Traceback" not in ran.err


def test_keys_are_for_serving_alone(shell):
    assert shell("demo", "--keys", ".").code == 2


@pytest.mark.parametrize(
    "option",
    [
        ("--resolver", "192.0.2.53"),
        ("--port", "2525"),
        ("--proxy", "socks5://127.0.0.1:1080"),
        ("--trust-anchor", "root.ds"),
        ("--mta-sts-port", "8443"),
    ],
)
def test_what_the_demo_network_has_itself_is_refused_by_name(shell, tmp_path, option):
    (tmp_path / "root.ds").write_text(f". IN DS 20326 8 2 {'ab' * 32}\n")
    ran = shell("demo", *option)
    assert (ran.code, ran.out) == (2, "")
    assert option[0] in ran.err
    assert "Traceback" not in ran.err


def test_its_authority_is_not_another_one(shell, tmp_path):
    trustme.CA().cert_pem.write_to_path(tmp_path / "ca.pem")
    ran = shell("demo", "--ca-file", "ca.pem")
    assert ran.code == 2
    assert "--ca-file" in ran.err
