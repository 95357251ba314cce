"""A line that drops port 25 sees the hosts through a real proxy, and says what it has not seen."""

from __future__ import annotations

import pytest

from tests.integration.hosts import BLACKHOLE, POSTFIX_A, REFUSES
from tests.integration.inspecting import IMPATIENT, inspect
from tests.integration.proxies import LOGIN, microsocks, ssh_tunnel

pytestmark = pytest.mark.integration


def through(lab, place, domain, login=()):
    who = f"{':'.join(login)}@" if login else ""
    options = ("--proxy", f"socks5://{who}{place}", *IMPATIENT)
    return inspect(lab, domain, *options, room=lab.port_25_blocked)


def outcomes(seen):
    return {probe["address"]: probe["outcome"] for probe in seen.json["probes"]}


def test_through_ssh_a_host_behind_a_blocked_port_is_seen(lab):
    with ssh_tunnel(lab) as place:
        seen = through(lab, place, "one-host.example")
        assert set(outcomes(seen).values()) == {"greeted"}
        assert seen.json["verdict"] == "flows"
        [vantage] = seen.json["vantages"]
        assert (vantage["id"], vantage["proxy"]) == ("proxy", f"socks5://{place}")
        assert {probe["vantage"] for probe in seen.json["probes"]} == {"proxy"}
        assert seen.probe(POSTFIX_A.ipv4[0])["tls"]["version"] == "TLSv1.3"


def test_through_ssh_a_refusal_is_no_more_than_no_answer(lab):
    """OpenSSH hangs up for every failure alike."""
    with ssh_tunnel(lab) as place:
        seen = through(lab, place, "refused.example")
        assert outcomes(seen)[REFUSES.ipv4[0]] == "proxy_no_answer"
        assert (seen.json["verdict"], seen.exit_code) == ("unknown", 3)


def test_a_proxy_that_tells_is_believed(lab):
    with microsocks(lab) as place:
        seen = through(lab, place, "refused.example", LOGIN)
        assert outcomes(seen)[REFUSES.ipv4[0]] == "refused"
        assert (seen.json["verdict"], seen.exit_code) == ("queues", 1)
        seen = through(lab, place, "one-host.example", LOGIN)
        assert set(outcomes(seen).values()) == {"greeted"}
        assert "secret" not in str(seen.json)


def test_silence_behind_a_proxy_is_a_hosts_own_once_another_was_heard(lab):
    with microsocks(lab) as place:
        seen = through(lab, place, "blackhole-first.example", LOGIN)
        assert outcomes(seen)[BLACKHOLE.ipv4[0]] in ("timed_out", "unreachable", "proxy_no_answer")
        assert seen.json["verdict"] in ("degraded", "flows")


@pytest.mark.parametrize(
    ("place", "login", "problem"),
    [
        (None, ("bob", "wrong"), "wrong_login"),
        (None, (), "wants_login"),
        ("127.0.0.1:9", (), "no_connection"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_one_sentence(lab, place, login, problem):
    with microsocks(lab) as running:
        seen = through(lab, place or running, "three-tiers.example", login)
        assert [vantage["problem"] for vantage in seen.json["vantages"]] == [problem]
        assert set(outcomes(seen).values()) == {"not_tried"}
        told = [found["id"] for found in seen.json["findings"]]
        assert told.count("META-PROXY") == 1
        assert not [each for each in told if each.startswith("SMTP-")]
        assert seen.exit_code == 3
