"""The record and the policy of MTA-STS, by the grammar of RFC 8461, case by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.sts import (
    LENIENT_FAULTS,
    Mode,
    PolicyFault,
    RecordFault,
    misplaced_records,
    read_policy,
    read_record,
)

GOOD = "version: STSv1\nmode: enforce\nmx: mx1.example.org\nmax_age: 604800\n"

RECORDS = [
    (["v=STSv1; id=20160831085700Z;"], "20160831085700Z", None),
    (["v=STSv1;id=a"], "a", None),
    (["v=STSv1; id=a; more=a; ext=2"], "a", None),
    (["v=STSv1; more=a; id=a"], "a", None),
    (["v=STSv1; \t id=a  \t;"], "a", None),
    ([f"v=STSv1; id={'a' * 32}"], "a" * 32, None),
    (["v=STSv1; id=a", "v=spf1 -all", "v=STSv2; id=b"], "a", None),
    (["v=STSv1; id=a; id=b"], "a", RecordFault.DUPLICATE),
    (["v=STSv1; id=a; x=1; x=2"], "a", RecordFault.DUPLICATE),
    (["v=STSv1; id=a; v=STSv1"], "a", RecordFault.DUPLICATE),
    ([], "", None),
    (["v=spf1 -all"], "", None),
    (["v=STSv1; id=a", "v=STSv1; id=a2"], "", RecordFault.SEVERAL),
    (["v=STSv1;"], "", RecordFault.ID_MISSING),
    (["v=STSv1; ext=1"], "", RecordFault.ID_MISSING),
    (["v=STSv1; ID=1"], "", RecordFault.ID_MISSING),
    (["v=STSv1; id="], "", RecordFault.ID_MALFORMED),
    ([f"v=STSv1; id={'a' * 33}"], "", RecordFault.ID_MALFORMED),
    (["v=STSv1; id=2016-08-31"], "", RecordFault.ID_MALFORMED),
    (["v=STSv1; id=é"], "", RecordFault.ID_MALFORMED),
    (["v=STSv1; id=test-1; id=a"], "", RecordFault.ID_MALFORMED),
    (["v=STSv1; id=a; more="], "", RecordFault.SYNTAX),
    (["v=STSv1; id=a; 1%=a"], "", RecordFault.SYNTAX),
    (["v=STSv1; id=a; test=="], "", RecordFault.SYNTAX),
    (["v=STSv1; id=a;;"], "", RecordFault.SYNTAX),
    (["v=STSv1 id=a"], "", RecordFault.VERSION),
    (["v=STSv1"], "", RecordFault.VERSION),
    (["V=STSV1; id=a"], "", RecordFault.VERSION),
]


@pytest.mark.parametrize(("texts", "wanted", "fault"), RECORDS)
def test_a_record_is_read_to_the_letter(texts, wanted, fault):
    record = read_record(texts)
    assert (record.id, record.fault, record.is_valid) == (wanted, fault, bool(wanted))


def test_a_record_at_another_name_is_known_by_what_it_was_meant_for():
    assert misplaced_records(["v=spf1 -all", "v=STSv1; id=1"]) == ("v=STSv1; id=1",)
    assert misplaced_records(["v=stsv1 id=1"])
    assert not misplaced_records(["v=spf1 include:v=STSv1;"])


SOUND = {
    "as in the RFC": (GOOD, Mode.ENFORCE, 604_800, ("mx1.example.org",)),
    "without the last line's end": (GOOD[:-1], Mode.ENFORCE, 604_800, ("mx1.example.org",)),
    "in another order": (
        "max_age: 0\nmx: *.a.example\nmx: b.example\nmode: testing\nversion: STSv1",
        Mode.TESTING,
        0,
        ("*.a.example", "b.example"),
    ),
    "no blanks, many blanks": (
        "version:STSv1  \nmode:    enforce \nmx:\t a.example\t\nmax_age:1",
        Mode.ENFORCE,
        1,
        ("a.example",),
    ),
    "mode none without exchange": (
        "version: STSv1\nmode: none\nmax_age: 86400\n",
        Mode.NONE,
        86_400,
        (),
    ),
    "unknown keys": (
        f"{GOOD}more: ext e  ns ion\nx.y: ü",
        Mode.ENFORCE,
        604_800,
        ("mx1.example.org",),
    ),
    "the first one counts": (
        f"{GOOD}mode: none\nmode: bad\nversion: 2\nmax_age: x",
        Mode.ENFORCE,
        604_800,
        ("mx1.example.org",),
    ),
    "the largest age": (
        GOOD.replace("604800", "31557600"),
        Mode.ENFORCE,
        31_557_600,
        ("mx1.example.org",),
    ),
    "ten digits": (
        GOOD.replace("604800", "0000604800"),
        Mode.ENFORCE,
        604_800,
        ("mx1.example.org",),
    ),
    "letters of any case": (
        GOOD.replace("mx1", "MX1"),
        Mode.ENFORCE,
        604_800,
        ("mx1.example.org",),
    ),
    "an exchange twice": (
        f"{GOOD}mx: mx1.example.org",
        Mode.ENFORCE,
        604_800,
        ("mx1.example.org",),
    ),
    "an underscore": (GOOD.replace("mx1", "mx_1"), Mode.ENFORCE, 604_800, ("mx_1.example.org",)),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_policy_is_read_to_the_letter(name):
    text, mode, age, mx = SOUND[name]
    policy = read_policy(text)
    assert (policy.mode, policy.max_age, policy.mx, policy.flaws) == (mode, age, mx, ())


UNSOUND = {
    "nothing": ("", PolicyFault.EMPTY),
    "empty lines alone": ("\n\n", PolicyFault.EMPTY),
    "a page": ("<html>\n<p>404</p></html>", PolicyFault.LINE),
    "a byte order mark": (f"\\ufeff{GOOD}", PolicyFault.LINE),
    "a blank in front": (f" {GOOD}", PolicyFault.LINE),
    "a blank before the colon": (GOOD.replace("mode:", "mode :"), PolicyFault.LINE),
    "no colon": (f"{GOOD}nothing", PolicyFault.LINE),
    "semicolons": (GOOD.replace("\n", ";"), PolicyFault.VERSION),
    "another version": (GOOD.replace("STSv1", "STSv2"), PolicyFault.VERSION),
    "a version of more": (GOOD.replace("STSv1", "STSv10"), PolicyFault.VERSION),
    "no version": (GOOD.replace("version: STSv1\n", ""), PolicyFault.VERSION),
    "version in capitals": (GOOD.replace("version", "Version"), PolicyFault.VERSION),
    "no mode": (GOOD.replace("mode: enforce\n", ""), PolicyFault.MODE_MISSING),
    "mode in capitals": (GOOD.replace("enforce", "Enforce"), PolicyFault.MODE_UNKNOWN),
    "mode of a draft": (GOOD.replace("enforce", "report"), PolicyFault.MODE_UNKNOWN),
    "an empty mode": (GOOD.replace("enforce", ""), PolicyFault.MODE_UNKNOWN),
    "a bad mode first": (f"mode: x\n{GOOD}", PolicyFault.MODE_UNKNOWN),
    "no age": (GOOD.replace("max_age: 604800\n", ""), PolicyFault.MAX_AGE_MISSING),
    "an age with a unit": (GOOD.replace("604800", "7d"), PolicyFault.MAX_AGE_MALFORMED),
    "a negative age": (GOOD.replace("604800", "-1"), PolicyFault.MAX_AGE_MALFORMED),
    "eleven digits": (GOOD.replace("604800", "00000604800"), PolicyFault.MAX_AGE_MALFORMED),
    "other digits": (GOOD.replace("604800", "\u0661"), PolicyFault.MAX_AGE_MALFORMED),
    "an age too large": (GOOD.replace("604800", "31557601"), PolicyFault.MAX_AGE_RANGE),
    "no exchange": (GOOD.replace("mx: mx1.example.org\n", ""), PolicyFault.NO_MX),
    "an empty exchange": (GOOD.replace("mx1.example.org", ""), PolicyFault.NO_MX),
    "a star alone": (GOOD.replace("mx1.example.org", "*"), PolicyFault.NO_MX),
    "nothing but bad patterns": (GOOD.replace("mx1", "*.*"), PolicyFault.NO_MX),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_an_unsound_policy_is_none_and_says_why(name):
    text, fault = UNSOUND[name]
    policy = read_policy(text)
    assert not policy.is_valid
    assert fault in [flaw.fault for flaw in policy.flaws]
    assert policy.fatal is not None


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        (f"{GOOD}\n", PolicyFault.BLANK_LINE, 5),
        (GOOD.replace("\nmode", "\n \nmode"), PolicyFault.BLANK_LINE, 2),
        (f"{GOOD}mx: *.*.example", PolicyFault.PATTERN, 5),
        (f"{GOOD}mx: m\u00f8x.example", PolicyFault.PATTERN, 5),
        (f"{GOOD}mx: -a.example", PolicyFault.PATTERN, 5),
        (f"{GOOD}mx: a.example.", PolicyFault.PATTERN, 5),
        (f"{GOOD}mx: .example", PolicyFault.PATTERN, 5),
        (f"{GOOD}mx: a.example, b.example", PolicyFault.PATTERN, 5),
    ],
)
def test_what_many_senders_look_over_leaves_a_policy_with_a_flaw(text, fault, line):
    policy = read_policy(text)
    assert policy.is_valid
    assert [(flaw.fault, flaw.line) for flaw in policy.flaws] == [(fault, line)]


@given(
    st.text(
        alphabet=st.sampled_from("version: STSv1\nmode:enforcemx*.max_age0123456789\t é"),
        max_size=300,
    )
)
def test_no_text_is_too_odd_to_be_read(text):
    policy = read_policy(text)
    assert policy.is_valid is all(flaw.fault in LENIENT_FAULTS for flaw in policy.flaws)
    assert read_record([text]).is_valid in (True, False)


def test_ten_thousand_patterns_are_read():
    text = GOOD + "".join(f"mx: {n}.a\n" for n in range(10_000))
    assert len(read_policy(text).mx) == 10_001
