"""What an action needs is told from what is shown."""

from mxgui.ui.action import Menu, Need
from mxgui.ui.saved_file import SavedFile
from mxgui.ui.shown import Opened, Shown, Stage
from tests.builders import NOON
from tests.ui.showing import a_running, a_shown, two_tiers
from tests.ui.supposing import A, a_supposed

ONE = Opened(1, "one.example", Stage.ENDED)
TWO = Opened(2, "two.example", Stage.RUNNING)


def met(shown: Shown) -> set[Need]:
    return {need for need in Need if need.is_met(shown)}


def test_an_empty_window_offers_only_what_needs_nothing():
    assert met(Shown()) == {Need.NOTHING, Need.NO_DEMO}
    assert met(Shown(is_demo=True)) == {Need.NOTHING}


def test_a_result_can_be_probed_again_once_it_is_calm():
    assert Need.CALM in met(a_shown())
    running = met(a_shown(a_running(), busy=True))
    assert Need.CALM not in running
    assert {Need.RESULT, Need.BUSY} <= running


def test_what_runs_for_another_domain_can_be_stopped_too():
    shown = a_shown(opened=(ONE, TWO), current=1)
    assert {Need.ANY_BUSY, Need.SEVERAL, Need.OPENED} <= met(shown)
    assert Need.BUSY not in met(shown)


def test_earlier_domains_can_be_forgotten_if_there_are_any():
    assert Need.EARLIER in met(Shown(earlier=("one.example",)))


def test_every_menu_has_a_title_with_a_letter():
    letters = [str(menu.words).partition("&")[2][:1] for menu in Menu]
    assert all(letters)
    assert len(set(letters)) == len(letters)


def test_an_order_is_shuffled_where_there_is_another():
    one = a_shown(two_tiers())  # one host at each preference
    several = a_shown(two_tiers(mx="10 a.example.org, 10 b.example.org"))
    assert Need.ORDERS not in met(one)
    assert Need.ORDERS in met(several)


def test_what_is_chosen_can_be_switched_off_if_it_is_a_part_of_the_route():
    assert {Need.PART, Need.HOST} <= met(a_supposed(chosen=A))
    address = met(a_supposed(chosen="192.0.2.1"))
    assert Need.PART in address
    assert Need.HOST not in address
    assert not {Need.PART, Need.HOST} & met(a_shown(chosen="domain"))


def test_a_what_if_can_be_taken_back_and_reset():
    assert {Need.STEP, Need.SUPPOSED} <= met(a_supposed(A))
    assert not {Need.STEP, Need.SUPPOSED} & met(a_shown())


def test_what_was_saved_is_looked_at_and_nothing_is_added_to_it():
    saved = met(a_shown(file=SavedFile("a.json", NOON)))
    assert {Need.RESULT, Need.CALM} <= saved
    assert not {Need.SERVERS, Need.ROUTE, Need.PLANNED, Need.SECOND} & saved
