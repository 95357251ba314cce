"""Files are opened as what was saved: nothing is asked of the network before somebody wishes it."""

from dataclasses import replace
from datetime import timedelta

from mxgui.model.records import Mx
from mxgui.ui.jobs import MOST
from mxgui.ui.shown import Shown, Stage
from mxgui.ui.wishes import (
    AskServers,
    Inspect,
    OpenAll,
    OpenFiles,
    PlanRoute,
    ProbeAgain,
    Remove,
    SendAs,
    ShowSaved,
    Shuffle,
    Stop,
)
from tests.builders import an_inspection
from tests.ui.saving import a_saved
from tests.ui.showing import two_tiers
from tests.ui.watched import Watched


def earlier(days: int = 30):
    known = two_tiers()
    return replace(known, began=known.began - timedelta(days=days))


async def opened(watched: Watched, *paths: str) -> Shown:
    """Open files, and wait until the first of them is shown."""
    watched.session.fulfil(OpenFiles(paths))
    return await watched.until(lambda shown: shown.is_saved and shown.result is not None)


async def test_a_saved_inspection_is_shown_and_nothing_is_asked(qloop, tmp_path):
    watched, saved = Watched(), earlier()
    shown = await opened(watched, a_saved(tmp_path / "a.mxgui.json", saved))
    assert shown.result is not None
    assert shown.result.inspection == saved
    assert (shown.typed, shown.note, shown.busy) == ("example.org", None, False)
    assert shown.file is not None
    assert shown.file.began == saved.began
    assert [(each.stage, each.is_saved) for each in shown.opened] == [(Stage.ENDED, True)]
    assert not watched.work.plans
    assert not watched.keeper.kept.domains  # it was not inspected here


async def test_several_files_are_opened_and_the_first_is_shown(qloop, tmp_path):
    watched = Watched()
    one = a_saved(tmp_path / "1.json", an_inspection(domain="one.example"))
    two = a_saved(tmp_path / "2.json", an_inspection(domain="two.example"))
    shown = await opened(watched, one, two)
    assert [each.name for each in shown.opened] == ["one.example", "two.example"]
    assert shown.current == shown.opened[0].number


async def test_a_file_is_opened_once_and_another_of_the_domain_beside_it(qloop, tmp_path):
    watched = Watched()
    one = a_saved(tmp_path / "1.json", earlier())
    two = a_saved(tmp_path / "2.json", earlier(60))
    await opened(watched, one, two)
    watched.session.fulfil(OpenFiles((two,)))
    shown = await watched.until(lambda shown: shown.current == shown.opened[-1].number)
    assert len(shown.opened) == 2


async def test_a_domain_that_is_typed_gets_a_row_of_its_own(qloop, tmp_path):
    watched = Watched()
    await opened(watched, a_saved(tmp_path / "a.json", earlier()))
    watched.work.go_on.set()
    watched.session.fulfil(Inspect("example.org"))
    shown = await watched.until(lambda shown: len(shown.opened) == 2 and not shown.busy)
    assert [each.is_saved for each in shown.opened] == [True, False]
    assert not shown.is_saved


async def test_looking_again_takes_the_row_and_the_saved_one_is_a_click_away(qloop, tmp_path):
    watched, saved = Watched(), earlier()
    await opened(watched, a_saved(tmp_path / "a.json", saved))
    watched.work.go_on.set()
    watched.session.fulfil(ProbeAgain())
    fresh = await watched.until(lambda shown: not shown.is_saved and not shown.busy)
    assert fresh.result is not None
    assert fresh.result.inspection.began != saved.began
    assert fresh.file is not None
    assert not fresh.file.is_alone
    watched.session.fulfil(ShowSaved(saved=True))
    back = await watched.until(lambda shown: shown.is_saved)
    assert back.result is not None
    assert back.result.inspection == saved
    watched.session.fulfil(ShowSaved(saved=False))
    latest = await watched.until(lambda shown: not shown.is_saved)
    assert latest.result is not None
    assert latest.result.inspection.began == fresh.result.inspection.began
    assert len(latest.opened) == 1


async def test_looking_again_once_more_keeps_what_was_saved(qloop, tmp_path):
    watched, saved = Watched(), earlier()
    await opened(watched, a_saved(tmp_path / "a.json", saved))
    watched.work.go_on.set()
    watched.session.fulfil(ProbeAgain())
    await watched.until(lambda shown: not shown.busy and len(watched.work.plans) == 1)
    watched.session.fulfil(ProbeAgain())
    await watched.until(lambda shown: not shown.busy and len(watched.work.plans) == 2)
    watched.session.fulfil(ShowSaved(saved=True))
    shown = await watched.until(lambda shown: shown.is_saved)
    assert shown.result is not None
    assert shown.result.inspection == saved


async def test_what_was_saved_is_not_shown_in_the_middle_of_a_look(qloop, tmp_path):
    watched = Watched()
    await opened(watched, a_saved(tmp_path / "a.json", earlier()))
    watched.session.fulfil(ProbeAgain())
    await watched.work.begun.wait()
    watched.session.fulfil(ShowSaved(saved=True))
    watched.session.fulfil(Stop())
    shown = await watched.until(lambda shown: bool(shown.opened) and not shown.is_saved)
    shown = await watched.until(lambda shown: not shown.busy)
    assert not shown.is_saved


async def test_what_was_saved_is_never_mixed_with_what_is_found_today(qloop, tmp_path):
    watched = Watched()
    before = await opened(watched, a_saved(tmp_path / "a.json", earlier()))
    watched.session.fulfil(AskServers())
    watched.session.fulfil(PlanRoute((Mx(10, "new.example"),)))
    watched.session.fulfil(Shuffle())
    shown = await watched.until(lambda shown: shown.result is not before.result)
    assert shown.result is not None
    assert not shown.result.inspection.resumed
    assert not watched.planned


async def test_it_is_looked_at_as_any_other(qloop, tmp_path):
    watched = Watched()
    shown = await opened(watched, a_saved(tmp_path / "a.json", earlier()))
    watched.session.fulfil(SendAs("postfix"))
    await watched.until(
        lambda shown: shown.result is not None and shown.result.inspection.plan.sender == "postfix"
    )
    watched.session.fulfil(Remove(shown.opened[0].number))
    shown = await watched.until(lambda shown: not shown.opened)
    assert shown.result is None
    assert shown.file is None


async def test_what_cannot_be_opened_is_said_and_all_stays_as_it_is(qloop, tmp_path):
    watched = Watched()
    before = await watched.whole()
    (tmp_path / "x.mxgui.json").write_bytes(b"{")
    watched.session.fulfil(OpenFiles((str(tmp_path / "x.mxgui.json"),)))
    shown = await watched.until(lambda shown: shown.note is not None)
    assert shown.note is not None
    assert shown.note.is_problem
    assert "x.mxgui.json" in str(shown.note.words)
    assert shown.result is before.result


async def test_what_can_be_opened_is_beside_what_is_said_of_the_rest(qloop, tmp_path):
    watched = Watched()
    shown = await opened(watched, str(tmp_path), a_saved(tmp_path / "a.json", earlier()))
    assert shown.note is not None
    assert not shown.note.is_problem
    assert "folder" in str(shown.note.words)


async def test_lists_are_inspected_and_what_is_saved_is_shown(qloop, tmp_path):
    watched = Watched()
    (tmp_path / "list.txt").write_text("one.example\n")
    paths = str(tmp_path / "list.txt"), a_saved(tmp_path / "a.json", earlier())
    shown = await opened(watched, *paths)
    assert [each.name for each in shown.opened] == ["example.org", "one.example"]
    await watched.work.begun.wait()
    assert len(watched.work.plans) == 1


async def test_a_full_window_says_that_it_takes_no_more(qloop, tmp_path):
    watched = Watched()
    watched.session.fulfil(OpenAll("\n".join(f"{n}.example" for n in range(MOST))))
    await watched.until(lambda shown: len(shown.opened) == MOST)
    watched.session.fulfil(OpenFiles((a_saved(tmp_path / "a.json"),)))
    shown = await watched.until(lambda shown: shown.note is not None)
    assert shown.note is not None
    assert shown.note.is_problem
    assert len(shown.opened) == MOST
    await watched.session.close()
