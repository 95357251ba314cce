"""Every address of the demo has a door, and those that listen are answered by their host."""

from mxgui.demo.conversations import Conversations
from mxgui.demo.dialer import DemoDialer
from mxgui.demo.hosts import HOSTS, Fate
from mxgui.demo.mail_hosts import MailHosts
from tests.demo.talking import Client


async def test_every_address_has_a_door_with_its_fate():
    conversations = Conversations()
    doors = await MailHosts(conversations).open()
    await conversations.close()
    for host in HOSTS:
        for known in host.addresses:
            door = doors[known.address]
            assert door.fate is known.fate
            assert bool(door.port) or known.fate is not Fate.LISTENS


async def test_a_host_answers_at_all_its_addresses_and_shows_its_certificate():
    conversations = Conversations()
    dialer = DemoDialer(await MailHosts(conversations).open(), 25)
    for address in ("192.0.2.70", "2001:db8:1::70"):
        client = Client(*await dialer.open(address, 25, 4096))
        assert (await client.reply())[0].startswith("220 mx.self-signed.example ")
        await client.say("STARTTLS")
        await client.encrypt()
        assert client.writer.get_extra_info("peercert") == {}
        client.close()
    await conversations.close()


async def test_two_exchanges_on_one_address_are_one_host():
    conversations = Conversations()
    dialer = DemoDialer(await MailHosts(conversations).open(), 25)
    client = Client(*await dialer.open("192.0.2.43", 25, 4096))
    assert (await client.reply())[0].startswith("220 mx1.shared.example ")
    client.close()
    await conversations.close()
