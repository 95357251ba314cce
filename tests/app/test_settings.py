"""The settings: each has words, help and a default that it takes itself."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.app.setting import Choice, Number, about_of
from mxgui.app.settings import Settings, of_plan, plan_parts, read_settings
from mxgui.model.plan import QUICK, Family, Patience, Plan, ProbeMode

EACH = pytest.mark.parametrize("one", fields(Settings), ids=lambda one: one.name)
TOLD = {
    "resolvers": ["192.0.2.53", "tls://dns.example.net"],
    "mode": "none",
    "sender": "postfix",
    "family": "4",
    "allow_private": True,
    "dns_wait": 20,
    "connect_wait": 30,
    "greeting_wait": 300,
    "command_wait": 12.5,
    "helo": "mail.example.net",
    "proxy": "socks5://127.0.0.1:1080",
    "also_direct": True,
    "canary": "mail.home.example",
    "scheme": "dark",
    "motion": "less",
    "size": "125",
    "language": "es",
    "domains": 20,
}


@EACH
def test_a_setting_is_explained_in_sentences(one):
    about = about_of(one)
    assert str(about.words)
    assert not str(about.words).endswith(".")
    assert str(about.help).endswith(".")


@EACH
def test_a_default_is_a_value_that_the_setting_takes(one):
    assert about_of(one).kind.read(one.default) == one.default


@EACH
def test_every_setting_can_be_other_than_its_default(one):
    found, bad = read_settings({one.name: TOLD[one.name]})
    assert not bad
    assert getattr(found, one.name) != one.default
    assert found == replace(Settings(), **{one.name: getattr(found, one.name)})


@EACH
def test_a_value_that_cannot_be_gives_way_to_the_default_alone(one):
    found, bad = read_settings({**TOLD, one.name: {"no": "value"}})
    assert getattr(found, one.name) == one.default
    assert [each.words for each in bad] == [about_of(one).words]
    others = [other.name for other in fields(Settings) if other is not one]
    assert all(getattr(found, name) != getattr(Settings(), name) for name in others)


def test_a_plan_comes_of_the_settings_and_back():
    found, _ = read_settings(TOLD)
    plan = replace(Plan(), **plan_parts(found))
    assert plan == Plan(
        resolvers=("192.0.2.53", "tls://dns.example.net"),
        dns_patience=20.0,
        mode=ProbeMode.NONE,
        patience=Patience(30, 300, 12.5),
        helo="mail.example.net",
        family=Family.ONLY_4,
        allow_private=True,
        sender="postfix",
        proxy="socks5://127.0.0.1:1080",
        also_direct=True,
        canary="mail.home.example",
    )
    assert of_plan(plan) == {name: getattr(found, name) for name in of_plan(plan)}


def test_the_defaults_are_those_of_the_command_line():
    assert replace(Plan(), **plan_parts(Settings())) == Plan()


def test_nobody_can_be_less_patient_than_quick_is():
    kinds = {one.name: about_of(one).kind for one in fields(Settings)}
    least = {name: kind.least for name, kind in kinds.items() if isinstance(kind, Number)}
    assert least["connect_wait"] == QUICK.connect
    assert least["greeting_wait"] == QUICK.greeting
    assert least["command_wait"] == QUICK.command


@pytest.mark.parametrize(
    "proxy", ["socks5://bob:secret@127.0.0.1:1080", "http://127.0.0.1:3128", "nonsense"]
)
def test_a_proxy_with_a_password_or_of_another_kind_is_not_taken_from_a_file(proxy):
    found, bad = read_settings({"proxy": proxy})
    assert found.proxy == ""
    assert bad


def test_every_choice_has_words_for_each_value_and_no_value_twice():
    for one in fields(Settings):
        kind = about_of(one).kind
        if isinstance(kind, Choice):
            options = kind.options()
            assert len({option.value for option in options}) == len(options)
            assert all(str(option.words) for option in options)


@given(
    st.dictionaries(
        st.sampled_from(sorted(TOLD)),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ),
    )
)
def test_whatever_stands_in_a_file_settings_come_of_it(told):
    found, bad = read_settings(told)
    again, none = read_settings({one.name: getattr(found, one.name) for one in fields(Settings)})
    assert again == found
    assert not none
    assert len(bad) <= len(told)
