"""The dossier tells place and share under the sender of the plan."""

from mxgui.model.plan import Plan
from mxgui.ui.dossier.dossier import dossier_of
from tests.ui.showing import a_result, key_of

HOSTS = {
    "a.example.org": "192.0.2.1 192.0.2.2 192.0.2.3 192.0.2.4",
    "b.example.org": "192.0.2.5 192.0.2.6",
    "c.example.org": "192.0.2.7 2001:db8::7",
}
EQUALS = "10 a.example.org, 10 b.example.org"


def told(sender: str, name: str, mx: str = EQUALS) -> list[str]:
    result = a_result(mx=mx, hosts=HOSTS, plan=Plan(sender=sender))
    dossier = dossier_of(result, key_of(result, name), 0.0)
    section = next(each for each in dossier.sections if str(each.title).startswith("As "))
    return [str(section.title), *(f"{line.label} {line.value}".strip() for line in section.lines)]


def test_a_host_tells_its_place_and_the_exact_share():
    assert told("rfc5321", "a.example.org") == [
        "As RFC 5321 sends",
        "place 1–2 of the hosts",
        "tried first 50\u2009% (1/2)",
    ]


def test_a_place_on_the_addresses_is_told_as_such():
    assert told("postfix", "b.example.org") == [
        "As Postfix sends",
        "place 1–5 of the addresses, each",
        "tried first 33\u2009% (1/3)",
    ]
    assert told("postfix", "192.0.2.5")[1:] == [
        "place 1–5 of the addresses",
        "tried first 17\u2009% (1/6)",
    ]


def test_what_the_resolver_decides_is_explained():
    lines = told("maddy", "b.example.org")
    assert lines[1:3] == ["place 2 of the hosts", "tried first depends on the resolver"]
    assert "one that rotates its answers" in lines[3]


def test_an_address_behind_others_of_its_host_comes_after_them():
    assert told("rfc5321", "192.0.2.2", "10 a.example.org")[-1] == "tried first only after failure"
    assert told("rfc5321", "192.0.2.1", "10 a.example.org")[-1] == "tried first always"


def test_an_address_that_is_not_in_this_run_says_why():
    lines = told("qmail", "2001:db8::7", "10 c.example.org")
    assert lines[-1] == "qmail (notqmail) connects over IPv4 alone."
