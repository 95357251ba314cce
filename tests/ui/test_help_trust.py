"""What help says of trust has its source, and explains every mark of it."""

from mxgui.model.security import Dnssec
from mxgui.model.smtp import StartTls
from mxgui.ui.help_topics import found
from mxgui.ui.help_trust import CERTIFICATES, DANE, DNSSEC, STS, TOPICS, ZONES
from mxgui.ui.looks import LOCK_LOOKS, TRUST_LOOKS


def marks_of(topic):
    return {look for section in topic.sections for look, _ in section.marks}


def test_every_section_says_where_it_is_written():
    assert all(section.references for topic in TOPICS for section in topic.sections)


def test_the_marks_of_locks_and_of_answers_are_explained():
    assert {LOCK_LOOKS[StartTls.VERIFIED], LOCK_LOOKS[StartTls.UNVERIFIED]} <= marks_of(
        CERTIFICATES
    )
    states = [state for state in Dnssec if state is not Dnssec.UNKNOWN]
    assert {TRUST_LOOKS[state] for state in states} == marks_of(DNSSEC)


def test_each_is_found_by_what_it_is_called():
    for typed, topic in (
        ("padlock", CERTIFICATES),
        ("dnssec worth", DNSSEC),
        ("dane", DANE),
        ("mta-sts reports", STS),
        ("name servers agree", ZONES),
    ):
        assert found(TOPICS, typed)[0] is topic
