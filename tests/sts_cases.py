"""Cases of MTA-STS, each with what the RFC makes of it, and why other senders may differ."""

from __future__ import annotations

from dataclasses import dataclass

from tests.servers.policy_server import POLICY, a_reply, in_chunks

RECORD = "v=STSv1; id=20260101T1;"
VALID, NONE, FAILED = "valid", "none", "failed"  # as a sender acts: a policy, none, a broken one
POSTFIX = "postfix-mta-sts-resolver "


@dataclass(frozen=True, slots=True)
class StsCase:
    """Records at `_mta-sts`, a reply of the policy host, and what a sender makes of them.

    `section` is where RFC 8461 says so. `other` is what another sender makes of it where it
    differs, and `why` explains that.
    """

    name: str
    verdict: str
    section: str
    records: tuple[str, ...] = (RECORD,)
    reply: bytes = a_reply()
    certificate: str = "good"
    other: str = ""
    why: str = ""


NO_MAIL = b"version: STSv1\nmode: none\nmax_age: 1\n"
AWAY = b"Location: https://x.test/"
UTF8 = b"Content-Type: text/plain; charset=utf-8"


def _with(old: bytes, new: bytes) -> bytes:
    return a_reply(POLICY.replace(old, new))


_NO_GRAMMAR = "it does not look at the grammar of the record"
_LOOSE = "it takes a policy by its first colon, whatever is around"
_PATTERNS = "it does not look at patterns; this one matches nothing there either"

CASES = (
    StsCase("as in the RFC", VALID, "3.2"),
    StsCase("lines of LF", VALID, "3.2", reply=a_reply(POLICY.replace(b"\r\n", b"\n"))),
    StsCase("chunks", VALID, "3.3", reply=in_chunks(POLICY, 9)),
    StsCase("no last line's end", VALID, "3.2", reply=a_reply(POLICY.rstrip())),
    StsCase("blanks behind values", VALID, "3.2", reply=_with(b"enforce", b"enforce \t ")),
    StsCase("testing", VALID, "3.2", reply=_with(b"enforce", b"testing")),
    StsCase("none without mx", VALID, "3.2", reply=a_reply(NO_MAIL)),
    StsCase("unknown keys", VALID, "3.2", reply=a_reply(POLICY + b"more: of it\r\n")),
    StsCase("max_age 0", VALID, "3.2", reply=_with(b"604800", b"0")),
    StsCase("max_age of a year", VALID, "3.2", reply=_with(b"604800", b"31557600")),
    StsCase("an empty line at the end", VALID, "3.2", reply=a_reply(POLICY + b"\r\n")),
    StsCase("charset named", VALID, "3.2", reply=a_reply(POLICY, UTF8)),
    StsCase("other records beside it", VALID, "3.1", records=("v=spf1 -all", RECORD)),
    StsCase("extension in the record", VALID, "3.1", records=("v=STSv1; x=1; id=a",)),
    StsCase("no record", NONE, "3.1", records=()),
    StsCase("other records only", NONE, "3.1", records=("v=spf1 -all",)),
    StsCase("two records", NONE, "3.1", records=(RECORD, "v=STSv1; id=2")),
    StsCase("version 2", NONE, "3.1", records=("v=STSv2; id=1",)),
    StsCase("version in capitals", NONE, "3.1", records=("V=STSv1; id=1",)),
    StsCase("a blank in front", NONE, "3.1", records=(" v=STSv1; id=1",)),
    StsCase("no id", NONE, "3.1", records=("v=STSv1;",)),
    StsCase("no semicolon", NONE, "3.1", records=("v=STSv1 id=1",)),
    StsCase("a blank before the semicolon", NONE, "3.1", records=("v=STSv1 ; id=1",),
            other=VALID, why="it does not ask for the semicolon right behind the version"),
    StsCase("an id with a hyphen", NONE, "3.1", records=("v=STSv1; id=a-b",),
            other=VALID, why=_NO_GRAMMAR),
    StsCase("an id of 33", NONE, "3.1", records=(f"v=STSv1; id={'a' * 33}",),
            other=VALID, why=_NO_GRAMMAR),
    StsCase("an empty field", NONE, "3.1", records=("v=STSv1; id=a;;",),
            other=VALID, why=_NO_GRAMMAR),
    StsCase("redirect", FAILED, "3.3", reply=a_reply(b"", AWAY, status=b"301 Moved")),
    StsCase("404", FAILED, "3.3", reply=a_reply(POLICY, status=b"404 Not Found")),
    StsCase("500", FAILED, "3.3", reply=a_reply(POLICY, status=b"500 Error")),
    StsCase("65,537 bytes", FAILED, "3.3", reply=a_reply(POLICY + b"#" * (65_537 - len(POLICY)))),
    StsCase("wrong name", FAILED, "3.3", certificate="wrong name"),
    StsCase("self-signed", FAILED, "3.3", certificate="self-signed"),
    StsCase("expired", FAILED, "3.3", certificate="expired"),
    StsCase("HTML's media type", VALID, "3.2", reply=a_reply(POLICY, b"Content-Type: text/html"),
            other=FAILED, why="senders SHOULD refuse it, and this one does; told as a notice"),
    StsCase("version 2 of the policy", FAILED, "3.2", reply=_with(b"STSv1", b"STSv2")),
    StsCase("no version", FAILED, "3.2", reply=_with(b"version: STSv1\r\n", b"")),
    StsCase("no mode", FAILED, "3.2", reply=_with(b"mode: enforce\r\n", b"")),
    StsCase("mode of a draft", FAILED, "3.2", reply=_with(b"enforce", b"report")),
    StsCase("mode in capitals", FAILED, "3.2", reply=_with(b"enforce", b"Enforce")),
    StsCase("no max_age", FAILED, "3.2", reply=_with(b"max_age: 604800\r\n", b"")),
    StsCase("max_age with a unit", FAILED, "3.2", reply=_with(b"604800", b"7d")),
    StsCase("max_age over a year", FAILED, "3.2", reply=_with(b"604800", b"31557601")),
    StsCase("max_age of eleven digits", FAILED, "3.2", reply=_with(b"604800", b"00000604800"),
            other=VALID, why="1*10(DIGIT); it reads any number"),
    StsCase("no mx", FAILED, "3.2", reply=_with(b"mx: *.example.org\r\n", b"")),
    StsCase("a bad pattern alone", FAILED, "3.2", reply=_with(b"*.example", b"*.*.example"),
            other=VALID, why=_PATTERNS),
    StsCase("a page", FAILED, "3.2", reply=a_reply(b"<html>404</html>")),
    StsCase("a line of no field", FAILED, "3.2", reply=a_reply(POLICY + b"nothing"),
            other=VALID, why=_LOOSE),
    StsCase("a byte order mark", FAILED, "3.2", reply=a_reply(b"\xef\xbb\xbf" + POLICY)),
    StsCase("mode twice, the first bad", FAILED, "3.2", reply=a_reply(b"mode: x\r\n" + POLICY),
            other=VALID, why="the first counts by the RFC; it takes the last"),
    StsCase("mode twice, the last bad", VALID, "3.2", reply=a_reply(POLICY + b"mode: x\r\n"),
            other=FAILED, why="the first counts by the RFC; it takes the last"),
)  # fmt: skip
