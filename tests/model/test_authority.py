"""What a name server said when it was asked directly."""

from dataclasses import replace

from mxgui.model.authority import ServerAnswer, Skipped
from mxgui.model.records import Status
from tests.builders import a_question

ASKED = ServerAnswer("example.org", "ns1.example.org", "192.0.2.1", a_question())


def test_a_server_is_heard_once_it_sends_any_code():
    assert not ASKED.is_heard
    assert not replace(ASKED, status=Status.TIMEOUT).is_heard
    assert not replace(ASKED, skipped=Skipped.PRIVATE_ADDRESS).is_heard
    assert replace(ASKED, status=Status.REFUSED, rcode="REFUSED").is_heard
