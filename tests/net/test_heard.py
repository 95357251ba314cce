"""The replies of an answer, kept for validation."""

from mxgui.model.records import Question, RecordType, Status
from tests.net.asking import ask, resolver_at
from tests.servers.dns_acts import SERVFAIL
from tests.servers.dns_server import DnsServer

QUESTION = Question("example.org", RecordType.MX)


async def test_the_reply_to_a_question_is_given_once():
    async with DnsServer({("example.org", "MX"): ["10 mx1.example.org."]}) as server:
        resolver = resolver_at(server)
        await ask(resolver, "example.org")
        heard = resolver.heard(QUESTION)
        assert heard.status is Status.NOERROR
        assert [message.question[0].rdtype.name for message in heard.messages] == ["MX"]
        assert resolver.heard(QUESTION).messages == ()


async def test_replies_that_are_no_help_are_not_kept():
    async with DnsServer({("example.org", "MX"): SERVFAIL}) as server:
        resolver = resolver_at(server, patience=0.5)
        await ask(resolver, "example.org")
        heard = resolver.heard(QUESTION)
        assert heard.status in (Status.SERVFAIL, Status.TIMEOUT)
        assert heard.messages == ()
