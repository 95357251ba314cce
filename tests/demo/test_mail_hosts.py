"""Every address of the demo has a door, and those that listen are answered by their host."""

from cryptography import x509

from mxgui.demo.conversations import Conversations
from mxgui.demo.dialer import DemoDialer
from mxgui.demo.domains import HOSTS
from mxgui.demo.hosts import Fate
from mxgui.demo.mail_hosts import MailHosts
from tests.demo.talking import Client
from tests.demo.world import CONTEXTS


async def test_every_address_has_a_door_with_its_fate():
    conversations = Conversations()
    doors = await MailHosts(conversations, CONTEXTS).open()
    await conversations.close()
    for host in HOSTS:
        for known in host.addresses:
            door = doors[known.address]
            assert door.fate is known.fate
            assert bool(door.port) or known.fate is not Fate.LISTENS


async def test_a_host_answers_at_all_its_addresses_and_shows_its_certificate():
    conversations = Conversations()
    dialer = DemoDialer(await MailHosts(conversations, CONTEXTS).open(), 25)
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
    dialer = DemoDialer(await MailHosts(conversations, CONTEXTS).open(), 25)
    client = Client(*await dialer.open("192.0.2.43", 25, 4096))
    assert (await client.reply())[0].startswith("220 mx1.shared.example ")
    client.close()
    await conversations.close()


async def shown_at(dialer: DemoDialer, address: str, name: str) -> bytes:
    """The certificate that is shown there to one who asks for a name, in DER."""
    client = Client(*await dialer.open(address, 25, 4096))
    await client.reply()
    await client.say("STARTTLS")
    await client.encrypt(name)
    session = client.writer.get_extra_info("ssl_object")
    client.close()
    return session.getpeercert(binary_form=True)


async def test_two_addresses_of_a_host_may_show_different_certificates():
    conversations = Conversations()
    dialer = DemoDialer(await MailHosts(conversations, CONTEXTS).open(), 25)
    name = "mx.two-certificates.example"
    assert await shown_at(dialer, "192.0.2.85", name) != await shown_at(dialer, "192.0.2.86", name)
    await conversations.close()


async def test_hosts_on_one_address_show_the_certificate_that_is_asked_for():
    conversations = Conversations()
    dialer = DemoDialer(await MailHosts(conversations, CONTEXTS).open(), 25)
    for name in ("mx1.dane-two-names.example", "mx2.dane-two-names.example"):
        shown = x509.load_der_x509_certificate(await shown_at(dialer, "192.0.2.143", name))
        names = shown.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        assert names.get_values_for_type(x509.DNSName) == [name]
    await conversations.close()
