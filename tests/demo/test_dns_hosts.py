"""The demo's resolver and name servers listen on loopback."""

import dns.asyncquery
import dns.flags
import dns.message
import dns.rdata

from mxgui.demo.conversations import Conversations
from mxgui.demo.dns_hosts import DnsHosts, trust_anchor_of
from mxgui.demo.name_servers import NAME_SERVERS, OLD_ADDRESSES
from tests.demo.world import LOOKUP


async def test_each_address_of_a_name_server_leads_to_it():
    conversations = Conversations()
    dns_hosts = DnsHosts(LOOKUP, conversations)
    places = await dns_hosts.open_servers()
    known = {address for host in NAME_SERVERS for address in host.addresses}
    assert set(places) == known | set(OLD_ADDRESSES)
    host, port = places["2001:db8:53::11"]
    response = await dns.asyncquery.udp(
        dns.message.make_query("dane.example", "MX"), host, port=port
    )
    dns_hosts.close()
    await conversations.close()
    assert response.flags & dns.flags.AA


async def test_the_resolver_answers_where_it_says():
    conversations = Conversations()
    dns_hosts = DnsHosts(LOOKUP, conversations)
    host, port = (await dns_hosts.open_resolver()).split(":")
    response = await dns.asyncquery.udp(
        dns.message.make_query("dane.example", "MX"), host, port=int(port)
    )
    dns_hosts.close()
    await conversations.close()
    assert response.flags & dns.flags.RA


def test_the_trust_anchor_is_the_roots_key_as_a_ds_record():
    [line] = trust_anchor_of(LOOKUP)
    owner, _, kind, *data = line.split()
    assert (owner, kind) == (".", "DS")
    assert dns.rdata.from_text("IN", "DS", " ".join(data)).to_text().split()[2] == "2"  # SHA-256
