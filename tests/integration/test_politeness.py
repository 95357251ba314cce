"""However many addresses there are, one network is not flooded, and an address is asked once."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from tests.integration.hosts import CROWD
from tests.integration.inspecting import IMPATIENT, MXGUI, inspect, read
from tests.integration.nameservers import RESOLVER
from tests.integration.waiting import connected, wait_until
from tests.integration.zones import MANY

pytestmark = pytest.mark.integration

AT_ONCE = 10  # connections to one /24


def test_one_network_gets_ten_connections_at_once_and_no_more(lab):
    command = [*MXGUI, "inspect", "crowd.example", "--resolver", RESOLVER.address]
    with lab.started([*command, "--format", "json", "--greeting-timeout", "2"]) as run:
        seen = []

        def all_places_are_taken():
            seen.append(connected(lab.sender.namespace))
            return len(seen[-1]) >= AT_ONCE

        with ThreadPoolExecutor() as pool:  # its report is more than a pipe holds
            reading = pool.submit(run.communicate)
            wait_until(all_places_are_taken)
            while not reading.done():
                seen.append(connected(lab.sender.namespace))
        said, remarked = reading.result()
    # A listing is no instant: one that ends and one that begins meanwhile may both be in it
    steady = [min(len(one), len(next_one)) for one, next_one in pairwise(seen)]
    assert max(steady) == AT_ONCE
    assert all(len(each) == len(set(each)) for each in seen)  # and never two to one address
    done = read(subprocess.CompletedProcess(run.args, run.returncode, said, remarked))
    outcomes = {probe["address"]: probe["outcome"] for probe in done.json["probes"]}
    assert outcomes == dict.fromkeys(CROWD.addresses, "silent")


def test_an_address_that_many_exchanges_share_is_probed_once(lab):
    seen = inspect(lab, "many.example", *IMPATIENT)
    addresses = [probe["address"] for probe in seen.json["probes"]]
    assert len(addresses) == len(set(addresses)) == 20
    sharing = sum(1 + len(probe["shared_with"]) for probe in seen.json["probes"])
    assert sharing == MANY
