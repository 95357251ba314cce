"""What help says of mail has its source, and every topic has a name of its own."""

from mxgui.ui.help_mail import BACKUP, OUTAGE, ROUTE, TLS, TOPICS
from mxgui.ui.help_topics import Topic


def words_of(topic: Topic) -> str:
    parts = [str(words) for section in topic.sections for words in section.paragraphs]
    return " ".join([*(str(section.heading) for section in topic.sections), *parts])


def cited(topic: Topic) -> set[str]:
    return {str(reference) for section in topic.sections for reference in section.references}


def test_every_section_about_mail_says_where_it_is_written():
    silent = [
        f"{topic.key}: {section.heading}"
        for topic in TOPICS
        for section in topic.sections
        if not section.references
    ]
    assert not silent


def test_the_standards_are_there():
    assert {"RFC 5321 section 5.1", "RFC 7505 section 3"} <= cited(ROUTE)
    assert "RFC 5321 section 4.5.4.1" in cited(OUTAGE)
    assert {"RFC 3207 section 4", "RFC 8461 section 5", "RFC 7672 section 2.2"} <= cited(TLS)


def test_both_wrong_beliefs_about_a_backup_are_answered():
    words = words_of(BACKUP)
    assert "“Different preferences make delivery likelier.” They do not." in words
    assert "“A backup helps against overload.” Hardly." in words


def test_topics_have_keys_of_their_own():
    assert len({topic.key for topic in TOPICS}) == len(TOPICS)
