"""TLS contexts of the demo's hosts are made once, when they are first needed."""

import ssl
import warnings

import pytest

from mxgui.demo.behaviour import OLD_TLS, POLITE, Papers, showing
from mxgui.demo.contexts import Contexts
from tests.demo.world import NOON

HOST = "mx.here.example"


@pytest.mark.parametrize("papers", Papers)
def test_a_context_is_made_once_for_each_host(papers):
    contexts = Contexts(NOON)
    context = contexts.plain_context_of(HOST, showing(papers))
    assert isinstance(context, ssl.SSLContext)
    assert contexts.plain_context_of(HOST, showing(papers)) is context


def test_an_old_host_takes_nothing_newer_than_tls_1_1():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        newest = ssl.TLSVersion.TLSv1_1
    assert Contexts(NOON).plain_context_of(HOST, OLD_TLS).maximum_version is newest


def test_a_context_knows_the_hosts_beside_it():
    contexts = Contexts(NOON)
    alone = contexts.context_of("alone.example", POLITE, {})
    shared = contexts.context_of(HOST, POLITE, {"other.example": POLITE})
    assert alone.sni_callback is None
    assert shared.sni_callback is not None
