"""Menus of choices utter wishes and check what is chosen."""

from dataclasses import replace

from mxgui.model.plan import Plan, ProbeMode
from mxgui.report.report import report_of
from mxgui.routing.senders import SENDERS
from mxgui.ui.menus import ModeMenu, ResolverMenu, SchemeMenu, SenderMenu
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import AskResolvers, ProbeAs, SendAs, UseScheme
from tests.builders import an_inspection
from tests.ui.showing import wishes_of


def checked(menu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_a_mode_is_wished_for_and_then_checked(qtbot):
    menu = ModeMenu()
    qtbot.addWidget(menu)
    wishes = wishes_of(menu)
    menu.actions()[2].trigger()
    assert wishes == [ProbeAs(ProbeMode.NONE)]
    menu.draw(Shown(plan=Plan(mode=ProbeMode.AS_SENDER)))
    assert checked(menu) == [menu.actions()[1].text()]
    assert str(ModeMenu.words(Shown(plan=Plan(mode=ProbeMode.NONE)))) == "Probe: DNS only"


def test_the_kinds_of_sender_are_listed_when_they_are_wanted(qtbot):
    menu = SenderMenu()
    qtbot.addWidget(menu)
    wishes = wishes_of(menu)
    menu.draw(Shown(plan=Plan(sender="postfix")))
    assert menu.actions() == []
    menu.aboutToShow.emit()
    assert len(menu.actions()) == len(SENDERS)
    assert [words.partition("\t")[0] for words in checked(menu)] == ["Postfix 3.7"]
    menu.actions()[2].trigger()
    assert wishes == [SendAs(SENDERS[2].id)]
    menu.fill()
    assert len(menu.actions()) == len(SENDERS)


def test_the_button_says_as_whom_it_looks():
    inspection = an_inspection(plan=Plan(mode=ProbeMode.AS_SENDER, sender="exim"))
    went = Shown(report_of(inspection), Plan(sender="postfix"))
    assert str(SenderMenu.words(Shown())) == "Sender: RFC 5321"
    assert str(SenderMenu.words(went)) == "Sender: Postfix"
    assert "went as those of Exim; F5 probes as Postfix" in str(SenderMenu.about(went))
    assert "kind of mail server" in str(SenderMenu.about(Shown()))


def test_resolvers_that_were_asked_stay_in_the_menu(qtbot):
    menu = ResolverMenu()
    qtbot.addWidget(menu)
    shown = Shown(plan=Plan(resolvers=("192.0.2.53",)))
    menu.draw(shown)
    assert checked(menu) == ["192.0.2.53"]
    menu.draw(Shown())
    assert checked(menu) == ["System"]
    assert [action.text() for action in menu.actions()][:2] == ["System", "192.0.2.53"]
    wishes = wishes_of(menu)
    menu.actions()[1].trigger()
    assert wishes == [AskResolvers(("192.0.2.53",))]


def test_the_menu_of_resolvers_does_not_grow_without_end(qtbot):
    menu = ResolverMenu()
    qtbot.addWidget(menu)
    for n in range(20):
        menu.draw(Shown(plan=Plan(resolvers=(f"192.0.2.{n}",))))
    assert len(menu.actions()) < 14
    assert checked(menu) == ["192.0.2.19"]


def test_the_button_says_whom_it_asks():
    plain = Shown()
    two = Shown(plan=Plan(resolvers=("192.0.2.53", "192.0.2.54")))
    assert str(ResolverMenu.words(plain)) == "Resolver: system"
    assert str(ResolverMenu.words(two)) == "Resolver: 192.0.2.53 and 1 more"
    assert str(ResolverMenu.words(replace(two, is_demo=True))) == "Resolver: demo network"


def test_another_resolver_is_asked_for_by_a_dialog(qtbot):
    menu = ResolverMenu()
    qtbot.addWidget(menu)
    with qtbot.waitSignal(menu.other):
        menu.actions()[-1].trigger()


def test_a_scheme_is_wished_for_and_then_checked(qtbot):
    menu = SchemeMenu()
    qtbot.addWidget(menu)
    wishes = wishes_of(menu)
    menu.actions()[2].trigger()
    menu.draw(Shown(scheme=Scheme.DARK))
    assert wishes == [UseScheme(Scheme.DARK)]
    assert checked(menu) == ["Dark"]


def test_an_ampersand_is_shown_as_one(qtbot):
    menu = ModeMenu()
    qtbot.addWidget(menu)
    assert menu.add("a & b", None).text() == "a && b"
