"""The words of a comparison: short rows, and a sentence for each kind of finding."""

from dataclasses import replace

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.report.comparison import comparison_of
from mxgui.report.comparison_words import remarks_of, rows_of
from mxgui.routing.shapes import Tone
from tests.planned import a_planned

PUBLISHED = "10 a.example.org, 10 b.example.org, 20 c.example.org"
HOSTS = {
    "a.example.org": "20.0.0.1",
    "b.example.org": "20.0.1.1",
    "c.example.org": "20.0.2.1",
    "new.example.net": "20.0.3.1",
    "odd.example.net": "",
    "bad.example.net": "",
}


def of(mx, published=PUBLISHED, **facts):
    found = comparison_of(a_planned(mx, published, hosts=HOSTS, **facts))
    assert found is not None
    return found


def rows(mx, published=PUBLISHED, **facts):
    found = rows_of(of(mx, published, **facts))
    return [(row.sign, str(row.preference), row.host, str(row.first)) for row in found]


def remarks(mx, published=PUBLISHED, **facts):
    return [str(one.words) for one in remarks_of(of(mx, published, **facts))]


def test_a_row_tells_what_becomes_of_a_host():
    assert rows("10 b.example.org, 20 a.example.org, 10 new.example.net") == [
        ("=", "10", "b.example.org", "50\u2009%"),
        ("+", "10", "new.example.net", "– → 50\u2009%"),
        ("↕", "10 → 20", "a.example.org", "50\u2009% → after failure"),
        ("−", "20", "c.example.org", "after failure → –"),
    ]


def test_a_null_mx_is_named_as_one():
    assert rows("0 .", "10 a.example.org")[0] == ("+", "0", "none (null MX)", "–")


def test_where_the_published_is_not_known_nothing_is_called_new():
    assert not rows("10 a.example.org", Status.TIMEOUT)
    assert remarks("10 a.example.org", Status.SERVFAIL) == [
        "What is published is not known: SERVFAIL."
    ]


def test_until_the_published_hosts_were_looked_at_only_the_plan_has_parts():
    known = replace(a_planned("10 a.example.org", "10 b.example.org"), ended=None)
    found = comparison_of(known)
    assert found is not None
    assert [str(row.first) for row in rows_of(found)] == ["100\u2009%", "–"]
    assert [str(one.words) for one in remarks_of(found)] == [
        "The published hosts are not, or not yet, looked at to the end."
    ]


def test_both_verdicts_are_told_and_then_what_comes_and_goes():
    told = remarks("10 new.example.net", probes={"20.0.3.1": Outcome.REFUSED})
    assert told[0].startswith("Published: ")
    assert told[1].startswith("Planned: Down. Mail queues")
    assert any(words.startswith("Comes: Critical: ") for words in told)
    assert any("ROUTE-EQUAL-SHARES: example.org" in words for words in told)


def test_several_hosts_with_one_finding_are_one_sentence():
    told = remarks("10 odd.example.net, 20 bad.example.net, 30 a.example.org")
    assert sum("odd.example.net" in words for words in told) == 1


def test_what_is_lost_that_was_good_is_no_relief():
    found = remarks_of(of("10 a.example.org"))
    tones = {str(one.words): one.tone for one in found}
    [equal] = [tone for words, tone in tones.items() if "ROUTE-EQUAL-SHARES" in words]
    assert equal is Tone.PLAIN


def test_the_same_records_find_the_same():
    assert remarks(PUBLISHED)[-1] == "What is found is the same with both."
