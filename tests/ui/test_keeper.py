"""What holds for every window is one value, remembered when it changes."""

from dataclasses import fields
from typing import Any

from mxgui.app.remembered import Memory, Remembered
from mxgui.app.settings import Settings
from mxgui.app.settings_file import SettingsFile
from mxgui.model.plan import Plan, ProbeMode
from mxgui.ui.keeper import Keeper
from mxgui.ui.scheme import Scheme
from mxgui.ui.settings.wishes import ForgetDomains, ReadSettings, Welcomed
from mxgui.ui.wishes import KeepStill, UseScheme


def a_keeper(tmp_path, **parts) -> Keeper:
    memory = Memory(tmp_path / "window.json")
    names = {one.name for one in fields(Settings)} - {"domains"}
    settings: dict[str, Any] = {name: value for name, value in parts.items() if name in names}
    others = {name: value for name, value in parts.items() if name not in settings}
    memory.save(Remembered(**others))
    SettingsFile.beside(memory).save(Settings(**settings))
    return Keeper(memory)


def test_a_choice_is_remembered_and_told(tmp_path, qtbot):
    keeper = a_keeper(tmp_path)
    with qtbot.waitSignal(keeper.changed):
        keeper.fulfil(UseScheme(Scheme.DARK))
    keeper.fulfil(KeepStill(still=True))
    again = Keeper(Memory(tmp_path / "window.json"))
    assert again.scheme is Scheme.DARK
    assert again.still is True


def test_what_is_as_before_is_told_to_nobody(tmp_path, qtbot):
    keeper = a_keeper(tmp_path, scheme="dark")
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.fulfil(UseScheme(Scheme.DARK))


def test_a_new_window_inspects_as_the_latest_did(tmp_path):
    plan = a_keeper(tmp_path, mode="none", resolvers=("192.0.2.53",)).plan()
    assert plan.mode is ProbeMode.NONE
    assert plan.resolvers == ("192.0.2.53",)


def test_what_cannot_be_understood_any_more_is_left_out(tmp_path):
    keeper = a_keeper(tmp_path, scheme="plaid", mode="all", resolvers=("not a resolver",))
    assert keeper.scheme is Scheme.SYSTEM
    assert keeper.plan().mode is ProbeMode.EVERY_HOST
    assert keeper.plan().resolvers == ("system",)


def test_the_sender_is_remembered_as_long_as_there_is_such_a_kind(tmp_path):
    keeper = a_keeper(tmp_path, sender="exim")
    assert keeper.plan().sender == "exim"
    keeper.settle(Plan(sender="postfix"))
    assert Keeper(Memory(tmp_path / "window.json")).settings.sender == "postfix"
    assert a_keeper(tmp_path, sender="pigeons").plan().sender == "rfc5321"
    assert a_keeper(tmp_path).plan().sender == "rfc5321"


def test_domains_are_remembered_and_forgotten(tmp_path):
    keeper = a_keeper(tmp_path)
    keeper.inspected("one.example")
    assert keeper.kept.domains == ("one.example",)
    keeper.fulfil(ForgetDomains())
    assert Memory(tmp_path / "window.json").load().domains == ()


def test_the_system_decides_on_motion_until_somebody_does(tmp_path):
    keeper = Keeper(Memory(tmp_path / "window.json"), system_is_still=True)
    assert keeper.still
    keeper.fulfil(KeepStill(still=False))
    assert not keeper.still
    assert not a_keeper(tmp_path).still


LINE = Plan(
    helo="mail.example.net",
    proxy="socks5://127.0.0.1:1080",
    also_direct=True,
    canary="mail.home.example",
)


def test_a_new_window_knocks_as_the_latest_did(tmp_path):
    a_keeper(tmp_path).settle(LINE)
    assert Keeper(Memory(tmp_path / "window.json")).plan() == LINE


def test_a_proxy_that_names_its_user_is_not_taken_from_the_file(tmp_path):
    """Nothing of ours writes one; a password has no place there."""
    plan = a_keeper(tmp_path, proxy="socks5://bob:secret@127.0.0.1:1080").plan()
    assert plan.proxy == ""


def test_the_name_is_asked_for_once_where_that_can_be_remembered(tmp_path):
    keeper = a_keeper(tmp_path)
    assert keeper.asks_helo
    keeper.helo_answered()
    assert not keeper.asks_helo
    assert not Keeper(Memory(tmp_path / "window.json")).asks_helo
    assert not Keeper(Memory(None)).asks_helo


def test_a_question_that_was_passed_over_stands_until_the_end_and_does_not_come_back(tmp_path):
    keeper = a_keeper(tmp_path)
    keeper.inspected("example.org")
    assert keeper.asks_helo
    assert not Keeper(Memory(tmp_path / "window.json")).asks_helo


def test_who_has_given_a_name_elsewhere_is_not_asked(tmp_path):
    keeper = a_keeper(tmp_path)
    keeper.settle(Plan(helo="mail.example.net"))
    assert not keeper.asks_helo


def test_what_another_program_changed_is_read_when_it_is_wished_for(tmp_path, qtbot):
    keeper, other = a_keeper(tmp_path), Keeper(Memory(tmp_path / "window.json"))
    other.fulfil(UseScheme(Scheme.DARK))
    other.choose(dns_wait=20.0)
    with qtbot.waitSignal(keeper.settled):
        keeper.fulfil(ReadSettings())
    assert keeper.scheme is Scheme.DARK
    assert keeper.plan().dns_patience == 20.0
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.fulfil(ReadSettings())


def test_reading_again_takes_nothing_back_that_could_not_be_written(tmp_path):
    nowhere = Keeper(Memory(None))
    nowhere.choose(scheme="dark")
    nowhere.fulfil(ReadSettings())
    assert nowhere.scheme is Scheme.DARK
    (tmp_path / "home").write_text("a file where the folder should be")
    keeper = Keeper(Memory(tmp_path / "home" / "window.json"))
    keeper.choose(scheme="dark")
    keeper.fulfil(ReadSettings())
    assert keeper.scheme is Scheme.DARK


def test_the_welcome_comes_once_even_where_nothing_can_be_remembered(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    for seen in (lambda keeper: keeper.fulfil(Welcomed()), lambda k: k.inspected("example.org")):
        keeper = Keeper(Memory(tmp_path / "home" / "window.json"))
        assert keeper.welcomes
        seen(keeper)
        assert not keeper.welcomes
        assert "cannot be made" in str(keeper.troubles[0])
