"""The bar: the field, what it says about what was typed, and the choices."""

import pytest
from PySide6.QtCore import Qt

from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.text import text
from mxgui.ui.domain_bar import DomainBar
from mxgui.ui.menus import ModeMenu, ResolverMenu, SenderMenu
from mxgui.ui.reading import read
from mxgui.ui.shown import Example, Shown
from mxgui.ui.wishes import Inspect, Stop
from tests.ui.showing import a_shown, wishes_of


@pytest.fixture
def bar(theme, qtbot) -> DomainBar:
    modes, senders, resolvers = ModeMenu(), SenderMenu(), ResolverMenu()
    made = DomainBar(theme, modes, senders, resolvers)
    for widget in (made, modes, senders, resolvers):
        qtbot.addWidget(widget)
    made.resize(1024, 80)
    made.draw(Shown())
    made.show()
    return made


def test_enter_inspects_what_was_typed(bar, qtbot):
    wishes = wishes_of(bar)
    qtbot.keyClicks(bar.field, "example.org")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    bar.go.click()
    assert wishes == [Inspect("example.org")] * 2


def test_while_work_runs_the_button_stops_it(bar):
    bar.draw(Shown(busy=True))
    assert bar.go.text() == "Stop"
    wishes = wishes_of(bar)
    bar.go.click()
    assert wishes == [Stop()]


def test_a_problem_stands_under_the_field(bar, qtbot):
    qtbot.keyClicks(bar.field, "two..dots")
    bar.draw(Shown(typed="two..dots", note=read("two..dots")[1]))
    assert not bar.words.isHidden()
    assert "two dots" in bar.words.text()
    assert bar.words.objectName() == "problem"
    assert bar.offer.isHidden()
    assert bar.field.text() == "two..dots"


def test_a_single_label_is_asked_back_about_and_enter_again_insists(bar, qtbot):
    qtbot.keyClicks(bar.field, "museum")
    bar.draw(Shown(typed="museum", note=read("museum")[1]))
    assert bar.offer.text() == "Inspect “museum.”"
    wishes = wishes_of(bar)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    bar.offer.click()
    assert wishes == [Inspect("museum.")] * 2


def test_another_label_is_not_taken_for_insisting(bar, qtbot):
    qtbot.keyClicks(bar.field, "museum")
    bar.draw(Shown(typed="museum", note=read("museum")[1]))
    wishes = wishes_of(bar)
    qtbot.keyClicks(bar.field, ".example")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert wishes == [Inspect("museum.example")]


def test_the_note_goes_when_there_is_nothing_to_say(bar):
    bar.draw(Shown(note=read("museum")[1]))
    bar.draw(Shown())
    assert not bar.words.isVisible()


def test_a_note_breaks_into_lines_only_where_it_must(bar):
    bar.draw(Shown(note=read("ann@example.org")[1]))
    assert not bar.words.wordWrap()
    long = ".".join(["a" * 60] * 4)
    bar.draw(Shown(note=read(f"ann@{long}")[1]))
    assert bar.words.wordWrap()
    assert bar.width() == 1024


def test_an_example_that_was_clicked_stands_in_the_field(bar):
    bar.draw(Shown(typed="one.example"))
    assert bar.field.text() == "one.example"


def test_typing_is_not_disturbed_by_a_redraw(bar, qtbot):
    bar.draw(Shown(typed="one.example"))
    qtbot.keyClicks(bar.field, ".net")
    bar.draw(Shown(typed="one.example", now=1.0))
    assert bar.field.text() == "one.example.net"


def test_the_choices_are_shown_on_their_buttons(bar):
    bar.draw(Shown(plan=Plan(mode=ProbeMode.NONE, resolvers=("192.0.2.53",))))
    assert bar.modes.text() == "Probe: DNS only"
    assert bar.resolvers.text() == "Resolver: 192.0.2.53"
    bar.draw(Shown(is_demo=True))
    assert not bar.resolvers.isEnabled()


def test_there_is_nothing_to_save_before_a_result(bar, qtbot):
    assert not bar.save.isEnabled()
    bar.draw(a_shown())
    with qtbot.waitSignal(bar.save_asked):
        bar.save.click()


def test_every_control_says_what_it_is(bar):
    for widget in (bar.field, bar.modes, bar.senders, bar.resolvers):
        assert widget.accessibleName()
    for widget in (bar.field, bar.go, bar.modes, bar.senders, bar.resolvers, bar.save):
        assert widget.toolTip()


def test_while_one_domain_runs_another_that_is_typed_can_be_inspected(bar, qtbot):
    wishes = wishes_of(bar)
    bar.draw(Shown(busy=True, typed="one.example"))
    assert bar.go.text() == "Stop"
    bar.field.selectAll()
    qtbot.keyClicks(bar.field, "two.example")
    assert bar.go.text() == "Inspect"
    bar.go.click()
    assert wishes == [Inspect("two.example")]


def test_earlier_domains_and_those_of_the_demo_are_offered(bar):
    example = Example("demo.example", text("Made up."))
    bar.draw(Shown(earlier=("one.example",), examples=(example,)))
    model = bar.field.completer().model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["one.example", "demo.example"]


def said(bar: DomainBar) -> list[str]:
    return [button.text() for button in (bar.modes, bar.senders, bar.resolvers)]


def test_the_bar_says_as_whom_it_looks_and_why_what_is_shown_may_be_another(bar):
    bar.draw(a_shown(plan=Plan(sender="postfix")))
    assert bar.senders.text() == "Sender: Postfix"
    assert "went as those of RFC 5321" in bar.senders.toolTip()


def test_a_narrow_bar_keeps_room_for_the_field(bar):
    shown = Shown(plan=Plan(sender="qmail"))
    bar.resize(1400, 80)
    bar.draw(shown)
    assert said(bar) == ["Probe: every host", "Sender: qmail (notqmail)", "Resolver: system"]
    for wide in range(1400, 700, -10):
        bar.resize(wide, 80)
        assert bar.field.width() >= 200
        probe, sender, resolver = said(bar)
        assert sender != "Sender" or (probe, resolver) == ("Probe", "Resolver")
    assert said(bar) == ["Probe", "Sender", "Resolver"]
    bar.resize(1400, 80)
    assert said(bar)[2] == "Resolver: system"
    assert not bar.save.isHidden()
