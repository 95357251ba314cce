"""The names of an address in its dossier."""

from mxgui.model.event import Asked, AskStep
from mxgui.model.inspection import learn
from mxgui.routing.reverse import reverse_name, reverse_question
from mxgui.ui.dossier.reverse import reverse_sections
from tests.builders import a_failed_answer, an_answer, an_inspection

ADDRESS = "192.0.2.1"
PTR = reverse_name(ADDRESS)


def lines(*answers):
    return [
        f"{line.label} {line.value}".strip()
        for section in reverse_sections(an_inspection(answers=answers), ADDRESS)
        for line in section.lines
    ]


def test_before_it_is_asked_nothing_is_said():
    assert lines() == []


def test_while_it_is_asked_that_is_said():
    known = an_inspection(ended=None)
    known = learn(known, Asked(AskStep(reverse_question(ADDRESS)), 1.0))
    (section,) = reverse_sections(known, ADDRESS)
    assert str(section.lines[0].value) == "looking up the name"


def test_a_name_stands_with_whether_it_leads_back():
    told = lines(an_answer(PTR, "PTR", "mx1.example.org"))
    assert told == ["PTR mx1.example.org", "forward leads back"]


def test_of_several_names_the_one_that_leads_back_is_named():
    told = lines(an_answer(PTR, "PTR", "x.example, mx1.example.org"))
    assert told[-1] == "forward mx1.example.org leads back"


def test_no_name_and_a_failed_lookup_are_two_things():
    assert lines(an_answer(PTR, "PTR")) == ["PTR no name"]
    assert lines(a_failed_answer(PTR, "PTR")) == ["PTR not known: SERVFAIL"]


def test_very_many_names_are_counted():
    told = lines(an_answer(PTR, "PTR", ", ".join(f"n{at}.example" for at in range(20))))
    assert "and 12 more" in told
