"""What a step is about on the diagram."""

from mxgui.model.event import AskStep, LineStep, ProbeStep
from mxgui.ui.subjects import Subjects
from tests.builders import a_question
from tests.ui.showing import a_result, key_of


def test_a_probe_is_about_every_row_of_its_address():
    hosts = {"a.example.org": "192.0.2.1", "b.example.org": "192.0.2.1"}
    result = a_result(hosts=hosts)
    keys = Subjects(result.diagram).of(ProbeStep("192.0.2.1", 25))
    assert keys == tuple(row.key for row in result.diagram.rows)
    assert len(keys) == 2


def test_a_question_for_addresses_is_about_its_host_and_one_for_mx_about_the_domain():
    result = a_result()
    subjects = Subjects(result.diagram)
    asked = AskStep(a_question("a.example.org", "AAAA"))
    assert subjects.of(asked) == (key_of(result, "a.example.org"),)
    assert subjects.of(AskStep(a_question())) == (result.diagram.domain.key,)


def test_a_question_brought_the_addresses_of_its_family():
    result = a_result()
    subjects = Subjects(result.diagram)
    of_4 = subjects.addresses(a_question("a.example.org", "A"))
    of_6 = subjects.addresses(a_question("a.example.org", "AAAA"))
    assert of_4 == (key_of(result, "192.0.2.1"),)
    assert of_6 == (key_of(result, "2001:db8::1"),)
    assert subjects.addresses(a_question()) == ()


def test_what_has_no_part_is_about_nothing():
    subjects = Subjects(a_result().diagram)
    assert subjects.of(LineStep()) == ()
    assert subjects.of(ProbeStep("203.0.113.9", 25)) == ()
    assert Subjects().of(AskStep(a_question())) == ()


def test_a_question_for_a_name_is_about_the_address():
    result = a_result()
    asked = a_question("1.2.0.192.in-addr.arpa", "PTR")
    assert Subjects(result.diagram).hosts(asked) == (key_of(result, "192.0.2.1"),)
