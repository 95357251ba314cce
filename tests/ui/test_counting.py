"""How far an inspection is, in numbers."""

from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.smtp import Outcome, Reason
from mxgui.report.report import report_of
from mxgui.ui.counting import states_of, status_of
from mxgui.ui.shown import Shown
from tests.ui.showing import a_running, two_tiers


def words(inspection: Inspection, **parts) -> str:
    result = report_of(inspection)
    return str(status_of(Shown(result=result, **parts), result))


def test_states_are_counted_by_what_they_are():
    probes = {"192.0.2.2": Outcome.REFUSED, "2001:db8::1": Reason.NO_IPV6_HERE}
    told = words(two_tiers(probes=probes))
    assert told.startswith("3 of 3 addresses settled: 1 answers, 1 fails and 1 not tried")


def test_the_time_runs_while_work_runs():
    told = words(a_running(), busy=True, now=12.4)
    assert told == "2 of 3 addresses settled: 2 answer and 1 under way · 12 s"


def test_no_time_is_told_that_has_not_passed():
    told = words(a_running(), busy=True, now=0.6)
    assert told == "2 of 3 addresses settled: 2 answer and 1 under way"
    assert words(a_running(), busy=True, now=1.9).endswith(" · 1 s")


def test_without_addresses_it_says_so():
    assert words(two_tiers(mx="0 .")) == "No address to probe"
    assert words(two_tiers(mx="0 ."), busy=True) == "Asking DNS"


def test_an_address_that_two_hosts_share_counts_once():
    hosts = {"a.example.org": "192.0.2.1", "b.example.org": "192.0.2.1"}
    assert len(states_of(report_of(two_tiers(hosts=hosts)))) == 1


def test_where_nothing_was_to_be_probed_nothing_is_said_to_be_settled():
    plan = Plan(mode=ProbeMode.NONE)
    unprobed = dict.fromkeys(("192.0.2.1", "192.0.2.2", "2001:db8::1"))
    assert words(two_tiers(plan=plan, probes=unprobed)) == "3 addresses, not probed: DNS only"


def test_folding_a_tier_changes_no_count():
    whole = report_of(two_tiers())
    folded = report_of(two_tiers(), folded=frozenset({"tier 20"}))
    assert len(folded.picture.rows) < len(whole.diagram.rows)
    assert states_of(folded) == states_of(whole)
