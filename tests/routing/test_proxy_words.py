"""Every problem of a proxy has a sentence of its own."""

from mxgui.model.line import ProxyProblem
from mxgui.routing.proxy_words import proxy_words


def test_every_problem_has_a_sentence_of_its_own():
    said = {str(proxy_words("socks5://p:1", problem, "no answer")) for problem in ProxyProblem}
    assert len(said) == len(ProxyProblem)
