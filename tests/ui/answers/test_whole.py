"""The whole of one answer, in the order of reading."""

from mxgui.model.event import AskStep
from mxgui.model.records import Alias, Attempt, AttemptResult, ExtendedError, Transport
from mxgui.ui.answers.rows import AnswerRow, rows_of
from mxgui.ui.answers.whole import LINE_LETTERS, MOST_TRIES, RAW_LETTERS, sections_of
from tests.builders import a_failed_answer, a_question, an_answer, an_inspection

TRY = Attempt("192.0.2.53:53", Transport.UDP, AttemptResult.TIMEOUT, 0.5, 1.0, note="gave up")


def told(answer) -> dict[str, list[str]]:
    row = rows_of(an_inspection(answers=(answer,)))[0]
    return {
        str(section.title): [
            f"{line.label}: {line.value}" if line.label else str(line.value)
            for line in section.lines
        ]
        for section in sections_of(row)
    }


def test_the_head_tells_how_it_ended_and_what_ad_means():
    answer = an_answer(records="10 a.example", flags="qr rd ra ad", ad=True, ttl_original=3600)
    assert told(answer)["example.org MX"] == [
        "Found · NOERROR, after 10 ms",
        "asked: 0.01 s after the beginning",
        "TTL: 5 min when it came, of 1 h",
        "flags: qr rd ra ad",
        "ad: the resolver says that DNSSEC vouches for this; it is its word only",
    ]
    without = told(an_answer(ad=False))["example.org MX"]
    assert without[-1] == "ad: the resolver does not say that DNSSEC vouches for this"


def test_records_are_all_there_and_what_was_left_out_is_said():
    answer = an_answer(records=", ".join(f"10 mx{at}.example" for at in range(30)), left_out=7)
    lines = told(answer)["Records"]
    assert lines[:2] == ["10 mx0.example", "10 mx1.example"]
    assert len(lines) == 31
    assert lines[-1] == "7 more records came and were left out: too many to keep."


def test_aliases_errors_and_tries_have_a_line_each():
    parts = told(
        a_failed_answer(
            aliases=(Alias("example.org", "example.net", 60),),
            ede=(ExtendedError(7, "expired"),),
            attempts=(TRY,),
        )
    )
    assert parts["Aliases"] == ["example.org is an alias of example.net (TTL 1 min)"]
    assert parts["Extended DNS errors"] == ["7, the signatures of the zone have run out: expired"]
    assert parts["Tries"] == ["0.5 s: 192.0.2.53:53 over UDP: No answer, after 1 s (gave up)"]


def test_very_many_tries_are_counted_in_the_end():
    lines = told(a_failed_answer(attempts=(TRY,) * (MOST_TRIES + 5)))["Tries"]
    assert lines[-1] == "and 5 more"


def test_the_text_of_an_answer_is_whole_up_to_a_bound():
    assert told(an_answer(raw="id 1\n;ANSWER"))["The answer as text"] == ["id 1", ";ANSWER"]
    long = told(an_answer(raw="x\n" * RAW_LETTERS))["The answer as text"]
    assert long[-1] == f"Not shown: {RAW_LETTERS} more letters."
    wide = told(an_answer(raw="x" * (LINE_LETTERS + 9)))["The answer as text"]
    assert wide[0].endswith("x … and 9 more letters")


def test_of_a_question_under_way_there_is_its_beginning():
    row = AnswerRow("", AskStep(a_question()).question, 0.5, rows_of(an_inspection())[0].look)
    (section,) = sections_of(row)
    assert str(section.lines[0].value) == "Under way since 0.5 s after the beginning."
