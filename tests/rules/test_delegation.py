"""The parts of a delegation that do not fit together."""

from mxgui.routing.authority import zones_asked
from mxgui.rules.delegation import delegation_problems, glue_problems
from mxgui.rules.finding import Severity
from tests.authorities import NS1, NS2, REFUSED, a_server, above, asked
from tests.builders import a_server_answer

SECOND = "ns2.example.org"


def zone(*answers):
    return zones_asked(asked(*answers))[0]


def test_a_zone_of_which_the_one_above_was_not_heard_is_not_compared():
    assert list(delegation_problems(zone(a_server(NS1), a_server(NS2, SECOND)))) == []


def test_all_that_does_not_fit_is_one_problem():
    told = list(delegation_problems(zone(a_server(NS1, **REFUSED), above())))
    assert [problem.severity for problem in told] == [Severity.ERROR]
    assert "none of its name servers" in str(told[0].text)
    assert "one name server only" in str(told[0].text)


def test_very_many_servers_are_counted():
    names = tuple(f"ns{n}.example.org" for n in range(9))
    (problem,) = delegation_problems(zone(a_server(NS1), a_server(NS2, SECOND), above(*names)))
    assert "3 more" in str(problem.text)


def test_an_alias_is_no_address_to_compare_glue_with():
    own = a_server_answer("ns1.example.org A", NS1, "CNAME elsewhere.example")
    found = zone(a_server(NS1, more=(own,)), above(glue=("ns1.example.org 20.0.7.7",)))
    assert list(glue_problems(found)) == []


def test_glue_for_a_server_that_has_no_such_address_is_told():
    own = a_server_answer("ns1.example.org A", NS1)
    found = zone(a_server(NS1, more=(own,)), above(glue=("ns1.example.org 20.0.7.7",)))
    (problem,) = glue_problems(found)
    assert "the zone itself at no address" in str(problem.text)
