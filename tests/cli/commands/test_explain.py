"""`mxgui explain`."""

from mxgui.rules.checks import RULES


def test_without_an_id_every_finding_is_listed(shell):
    ran = shell("explain")
    assert [line.split()[0] for line in ran.out.splitlines()] == sorted(rule.id for rule in RULES)


def test_an_id_is_explained_with_why_how_to_mend_it_and_the_source(shell):
    ran = shell("explain", "mx-cname")
    assert ran.code == 0
    for part in ("MX-CNAME: ", "Why: ", "Mend: ", "Source: RFC 2181"):
        assert part in ran.out


def test_every_finding_can_be_explained(shell):
    for rule in RULES:
        assert shell("explain", rule.id).code == 0
