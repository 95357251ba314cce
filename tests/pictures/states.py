"""The window in its states: what `Shown` is like while it is empty, at work, and done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from mxgui.model.entry import read_entry
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.model.text import text
from mxgui.ui.jobs import Job, Jobs
from mxgui.ui.reading import note_of, read
from mxgui.ui.saved_file import SavedFile
from mxgui.ui.shown import FieldNote, Saved, Shown
from mxgui.ui.wishes import ShowMeasured, Suppose
from tests.pictures.encryption import encrypting_in_every_way
from tests.pictures.facts import (
    ASKED,
    BOUNCE,
    DNS_ONLY,
    ENDLESS,
    Facts,
    forty_by_four,
    policy_not_fetched,
    protected_by_policy,
    unanswered,
    without_a_network,
)
from tests.pictures.line_facts import blocked, both_vantages, dead_proxy
from tests.pictures.what_ifs import SUPPOSITIONS, Supposition
from tests.probes import NOON
from tests.ui.showing import key_of

LATER = timedelta(minutes=12)  # between the beginning of an inspection and the picture
WAITED = 12.3  # seconds for a greeting, of the forty that it may take
AS = (
    ("as Postfix", "three-tiers.example", "postfix", "mx-a.three-tiers.example"),
    ("as Exim", "three-tiers.example", "exim", "mx-c.three-tiers.example"),
    ("as qmail", "three-tiers.example", "qmail", "mx-b.three-tiers.example"),
    ("as Stalwart", "three-tiers.example", "stalwart", "backup.relay.example"),
    ("as Postfix, null MX mixed", "mixed-null.example", "postfix", "mx.mixed-null.example"),
)
WELL, ILL = "three-tiers.example", "half-dead.example"


def states_of(facts: Facts) -> Mapping[str, Shown]:
    """Every state by its name, in the order in which they are looked at."""
    return dict((*_before(facts), *_at_work(facts), *_done(facts), *_odd(facts)))


def _before(facts: Facts) -> Iterator[tuple[str, Shown]]:
    yield "empty", Shown(earlier=("example.org",))
    yield "first start", Shown(asks_helo=True, usual_helo="[198.51.100.7]")
    welcomed = Shown(asks_helo=True, welcomes=True, usual_helo="[198.51.100.7]")
    yield "welcome", welcomed
    trouble = text(
        "{file} is damaged. It was set aside as {aside}, and mxgui goes on without it.",
        file="/home/ada/.config/mxgui/settings.json",
        aside="/home/ada/.config/mxgui/settings-aside-2026-11-28.json",
    )
    yield "settings set aside", Shown(earlier=("example.org",), troubles=(trouble,))
    yield "empty in the demo", Shown(is_demo=True, examples=facts.examples)
    for name, typed in (("typed a mistake", "ada@@example..org"), ("asked back", "intranet")):
        yield name, Shown(typed=typed, note=read(typed)[1])
    yield from _from_file(facts)
    yield "nothing known yet", shown_of(WELL, busy=True)


def _from_file(facts: Facts) -> Iterator[tuple[str, Shown]]:
    file = SavedFile("/home/ada/three-tiers.example.mxgui.json", NOON)
    saved = replace(shown_of_seen(facts, WELL), file=file)
    opened = tuple(replace(each, is_saved=True, minutes=43_200) for each in saved.opened)
    yield "opened from a file", replace(saved, opened=opened)
    again = replace(file, is_shown=False, is_alone=False)
    yield "a file looked at again", replace(shown_of_seen(facts, WELL), file=again)
    words = text(
        "{file}: {why}", file="x.mxgui.json", why=text("That is no JSON file, or a broken one.")
    )
    yield "a file that is broken", Shown(note=FieldNote(words, is_problem=True))


def _at_work(facts: Facts) -> Iterator[tuple[str, Shown]]:
    for name, settled in (("first answers", 0), ("growing", 4), ("nearly done", 7)):
        yield name, shown_of(WELL, facts.seen[WELL].known_with(settled), busy=True)
    mute = facts.seen[ENDLESS].known_with(1)
    waiting = shown_of(ENDLESS, mute, busy=True, now=WAITED)
    yield "waiting for a greeting", chosen(waiting, "mute.silent.example")
    yield "stopped", shown_of(ENDLESS, facts.seen[ENDLESS].known())


def _done(facts: Facts) -> Iterator[tuple[str, Shown]]:
    for name, typed in (
        ("good", WELL),
        ("degraded", ILL),
        ("down", "all-dead.example"),
        ("null MX", "null-mx.example"),
        ("no such domain", "missing.example"),
        ("question refused", "refused-question.example"),
        ("no MX record", "implicit.example"),
        ("no address", "no-address.example"),
        ("DNS only", DNS_ONLY),
        ("bounce pasted", BOUNCE),
        ("IDN", "bücher.example"),
        ("senders disagree", "mixed-null.example"),
        ("mail in the clear", "broken-starttls.example"),
        ("best host lost", "first-dead.example"),
        ("aliases in a circle", "alias-loop.example"),
        ("planned route", "planned.example"),
    ):
        yield name, shown_of_seen(facts, typed)
    for name, typed, address in (
        ("all mail rejected", "rejects.example", "192.0.2.60"),
        ("certificate out of date", "expired.example", "192.0.2.71"),
        ("all is well", "well-kept.example", "192.0.2.15"),
        ("DNSSEC fails", "bogus-host.example", "mx.tampered.example"),
        ("policy fails", "sts-bad-host.example", "192.0.2.155"),
        ("DANE matches", "dane.example", "192.0.2.120"),
        ("DANE fails", "dane-outranked.example", "192.0.2.131"),
        ("DANE at some addresses", "dane-some-addresses.example", "mx.dane-some-addresses.example"),
    ):
        yield name, chosen(shown_of_seen(facts, typed), address)
    encrypting = shown_of("example.org", encrypting_in_every_way())
    for name, address in (
        ("encryption verified", "203.0.113.10"),
        ("encryption by a private root", "203.0.113.14"),
        ("encryption incomplete", "203.0.113.15"),
        ("encryption stalled", "2001:db8::90"),
    ):
        yield name, chosen(encrypting, address)


def _odd(facts: Facts) -> Iterator[tuple[str, Shown]]:
    yield "no network", shown_of("example.org", without_a_network())
    yield "nobody answers", shown_of("example.org", unanswered())
    yield "port blocked", shown_of("example.org", blocked())
    yield "two vantages", shown_of("example.org", both_vantages())
    seen_twice = shown_of("example.org", both_vantages())
    yield "two vantages, address chosen", chosen(seen_twice, "20.0.7.25")
    yield "dead proxy", shown_of("example.org", dead_proxy())
    yield "40 exchanges with 4 addresses", shown_of("example.org", forty_by_four())
    hostile = chosen(shown_of_seen(facts, "hostile.example"), "192.0.2.75")
    yield "hostile words", _in_demo(facts, hostile)
    yield "several domains", _in_demo(facts, several(facts))
    ill = shown_of_seen(facts, ILL)
    yield "dead address chosen", chosen(ill, "2001:db8:1::31")
    yield "name servers asked", shown_of_seen(facts, ASKED)
    yield "host chosen", chosen(ill, "mx2.half-dead.example")
    protected = shown_of("example.org", protected_by_policy())
    yield "policy enforced", protected
    yield "host under a policy", chosen(protected, "mx2.example.org")
    yield "policy not fetched", shown_of("example.org", policy_not_fetched())
    for name, typed, sender, host in AS:
        yield name, chosen(seen_as(facts, typed, sender), host)
    for each in SUPPOSITIONS:
        yield each.name, supposed(facts, each)
    yield "saved", replace(ill, saved=Saved(1, "mail-route-half-dead.example.html"))


# ---------------------------------------------------------------------- out of what was seen


def shown_of(
    typed: str, known: Inspection | None = None, *, busy: bool = False, now: float | None = None
) -> Shown:
    """The window upon one domain; `now` is how long its inspection has lasted."""
    jobs = Jobs()
    jobs.current = _opened(jobs, typed, known)
    shown = shown_of_jobs(jobs, (jobs.current,) if busy else ())
    return shown if now is None else replace(shown, now=now, age=now)


def shown_of_seen(facts: Facts, typed: str) -> Shown:
    """The window upon what was seen of a domain."""
    return shown_of(typed, facts.seen[typed].known())


def seen_as(facts: Facts, typed: str, sender: str) -> Shown:
    """The window upon what was seen of a domain, as one kind of sender sees it."""
    known = facts.seen[typed].known()
    shown = shown_of(typed, replace(known, plan=replace(known.plan, sender=sender)))
    return replace(shown, plan=Plan(sender=sender))


def several(facts: Facts) -> Shown:
    """Domains of every verdict, one at work, one that waits, and one that never began."""
    jobs = Jobs()
    for typed in (WELL, ILL, "all-dead.example", "null-mx.example", "expired.example"):
        _opened(jobs, typed, facts.seen[typed].known())
    busy = _opened(jobs, "bücher.example", facts.seen["bücher.example"].known_with(1))
    _opened(jobs, "silent.example").is_waiting = True
    _opened(jobs, "a-very-long-name-of-a-subsidiary.mail-and-more.example")
    jobs.current = tuple(jobs)[1]
    return shown_of_jobs(jobs, (busy,))


def shown_of_jobs(jobs: Jobs, busy: Sequence[Job]) -> Shown:
    """The window upon the current one of several opened domains, some minutes later."""
    job = jobs.current
    assert job is not None
    known = [each.inspection for each in jobs if each.inspection is not None]
    moment = max((each.began for each in known), default=NOON) + LATER
    report = job.report()
    return Shown(
        result=report,
        chosen=job.chosen,
        note=job.note,
        typed=job.typed,
        busy=any(each is job for each in busy),
        now=_lasted(job.inspection),
        age=(moment - report.inspection.began).total_seconds() if report is not None else 0.0,
        opened=tuple(each.opened(moment, any(each is one for one in busy)) for each in jobs),
        current=job.number,
        what_if=job.supposed.what_if,
        measured=job.supposed.measured,
        can_undo=job.supposed.can_undo,
    )


def supposed(facts: Facts, wanted: Supposition) -> Shown:
    """The window under a what-if."""
    jobs, known = Jobs(), facts.seen[wanted.domain].known()
    known = replace(known, plan=replace(known.plan, sender=wanted.sender))
    jobs.current = job = _opened(jobs, wanted.domain, known)
    job.look(Suppose(wanted.what_if))
    job.look(ShowMeasured(wanted.measured))
    return replace(chosen(shown_of_jobs(jobs, ()), wanted.chosen), plan=known.plan)


def chosen(shown: Shown, name: str) -> Shown:
    """The same with an address or a host chosen."""
    assert shown.result is not None
    return replace(shown, chosen=key_of(shown.result, name))


def _opened(jobs: Jobs, typed: str, known: Inspection | None = None) -> Job:
    entry = known.entry if known is not None else read_entry(typed)
    job = jobs.add(entry, Plan())
    job.inspection, job.note, job.typed = known, note_of(entry), entry.domain.unicode
    return job


def _lasted(known: Inspection | None) -> float:
    """The latest second that anything is known of."""
    if known is None:
        return 0.0
    heard = (fact.at + fact.took for fact in known.facts.values())
    return max((*known.waiting.values(), *heard), default=0.0)


def _in_demo(facts: Facts, shown: Shown) -> Shown:
    return replace(shown, is_demo=True, examples=facts.examples)
