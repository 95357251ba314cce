"""The listing tells how to reach the demo and what there is to try."""

from pathlib import Path

from mxgui.demo.domains import DOMAINS
from mxgui.demo.group import Group
from mxgui.demo.listing import Reach, listing_of
from mxgui.demo.names import names_of_demo
from mxgui.model.text import text

RESOLVER = "127.0.0.1:5300"


def lines(served: bool, keys: Path | None = None) -> list[str]:
    reach = Reach(RESOLVER, 2525, 8443, served, keys)
    told = listing_of(reach, names_of_demo(), (text("A note."),))
    return [str(line) for line in told]


def test_it_says_first_that_this_is_the_demo():
    assert "demo network" in lines(served=True)[0]


def test_it_gives_the_command_to_try_it_when_other_programs_can():
    command = (
        "Try: mxgui inspect three-tiers.example "
        "--resolver 127.0.0.1:5300 --port 2525 --mta-sts-port 8443 --private allow"
    )
    assert command in lines(served=True)
    assert not any(line.startswith("Try:") for line in lines(served=False))


def test_with_keys_the_command_names_their_files():
    [command] = [line for line in lines(True, Path("here")) if line.startswith("Try:")]
    assert f"--ca-file {Path('here', 'demo-ca.pem')}" in command
    assert f"--trust-anchor {Path('here', 'demo-root.ds')}" in command


def test_domains_stand_in_groups():
    told = lines(served=True)
    places = [told.index(f"{group.title}:") for group in Group]
    assert places == sorted(places)


def test_it_holds_the_notes_every_domain_and_every_host_with_an_address():
    told = lines(served=True)
    assert "A note." in told
    assert all(f"{domain.name}: {domain.what}" in told for domain in DOMAINS)
    assert "mx-a.three-tiers.example: 192.0.2.11 and 2001:db8:1::11" in told
