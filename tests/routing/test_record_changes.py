"""What becomes of the records of each host."""

from mxgui.routing.record_changes import Change, record_changes
from tests.planned import mx_records


def told(published, planned):
    changes = record_changes(mx_records(published), mx_records(planned))
    return [(one.host, one.change, one.before, one.now) for one in changes]


def test_hosts_are_added_moved_kept_and_removed():
    published = "10 a.example, 10 b.example, 20 c.example, 5 d.example"
    assert told(published, "30 b.example, 20 c.example, 10 e.example") == [
        ("e.example", Change.ADDED, (), (10,)),
        ("c.example", Change.SAME, (20,), (20,)),
        ("b.example", Change.MOVED, (10,), (30,)),
        ("d.example", Change.REMOVED, (5,), ()),
        ("a.example", Change.REMOVED, (10,), ()),
    ]


def test_a_host_at_two_preferences_is_one_host():
    assert told("10 a.example", "10 a.example, 20 a.example, 20 a.example") == [
        ("a.example", Change.MOVED, (10,), (10, 20))
    ]


def test_a_null_mx_is_a_host_like_any_other():
    assert told("10 a.example", "0 .") == [
        (".", Change.ADDED, (), (0,)),
        ("a.example", Change.REMOVED, (10,), ()),
    ]


def test_nothing_published_is_all_added():
    assert told("", "10 a.example") == [("a.example", Change.ADDED, (), (10,))]
