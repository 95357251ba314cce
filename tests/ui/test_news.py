"""What is announced, and what is not."""

from dataclasses import replace
from datetime import timedelta

from mxgui.model.smtp import Outcome
from mxgui.model.text import text
from mxgui.ui.news import News, news_of
from mxgui.ui.shown import FieldNote, Saved, Shown
from tests.ui.showing import a_running, a_shown, two_tiers
from tests.ui.supposing import A, a_supposed

RUNNING = a_shown(a_running(), busy=True)
ENDED = a_shown()


def words(before: Shown, now: Shown) -> list[str]:
    return [str(news.words) for news in news_of(before, now)]


def test_the_end_of_an_inspection_is_told_with_its_verdict():
    assert words(RUNNING, ENDED) == ["example.org: Flawed. Mail flows: all 3 addresses take it."]
    refused = a_shown(two_tiers(probes={"192.0.2.2": Outcome.REFUSED}))
    assert words(RUNNING, refused)[0].startswith("example.org: Degraded. Mail flows; 1 of 3")


def test_it_is_told_once():
    assert not words(ENDED, replace(ENDED, chosen="x", now=40.0))


def test_an_end_between_two_redraws_is_told_as_well():
    assert words(Shown(busy=True), ENDED) == words(RUNNING, ENDED)


def test_another_result_that_is_looked_at_is_no_news():
    other = two_tiers()
    later = replace(other, began=other.began + timedelta(hours=1))
    assert not words(ENDED, a_shown(later))
    assert not words(RUNNING, a_shown(later))


def test_what_is_said_at_the_field_is_told_and_a_problem_breaks_in():
    problem = FieldNote(text("a label is empty"), is_problem=True)
    remark = FieldNote(text("taken from the address"))
    assert news_of(Shown(), Shown(note=problem)) == (News(problem.words, is_urgent=True),)
    assert news_of(Shown(note=problem), Shown(note=remark)) == (News(remark.words),)
    assert not news_of(Shown(note=remark), Shown(note=remark))
    assert not news_of(Shown(note=remark), Shown())


def test_every_saving_is_told_and_what_was_in_its_way():
    first, second = Saved(1, "a.html"), Saved(2, "a.html")
    assert words(ENDED, replace(ENDED, saved=first)) == ["Saved as a.html"]
    assert words(replace(ENDED, saved=first), replace(ENDED, saved=second)) == ["Saved as a.html"]
    failed = replace(ENDED, saved=Saved(3, "a.html", text("no room")))
    assert news_of(ENDED, failed) == (News(text("no room"), is_urgent=True),)


def test_progress_is_told_every_ten_seconds_and_not_between():
    def at(seconds: float) -> Shown:
        return replace(RUNNING, now=seconds)

    told = [words(at(now - 0.2), at(now)) for now in (0.2, 5.0, 9.9, 10.1, 15.0, 20.0)]
    progress = ["2 of 3 addresses settled"]
    assert told == [[], [], [], progress, [], progress]
    assert not words(replace(ENDED, now=9.0), replace(ENDED, now=11.0))


def test_what_a_what_if_comes_to_is_told_whenever_it_changes():
    one, two = a_supposed(f"{A}:silent"), a_supposed("ipv4:silent ipv6:silent")
    (told,) = words(ENDED, one)
    assert told.startswith("Simulation: a.example.org is silent. Not measured.")
    assert words(one, two)[0].endswith("Mail queues: no host takes it.")
    assert words(two, ENDED) == [
        "Nothing is supposed any more: Mail flows: all 3 addresses take it."
    ]
    assert not words(one, replace(one, chosen="host 0"))
