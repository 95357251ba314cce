"""OpenSSL and Postfix judge certificates as mxgui does, or it is said here why not.

`python -m pytest tests/integration/test_certificates.py -rP` prints the table.
"""

from __future__ import annotations

import pytest

from mxgui.app.clock import SystemClock
from mxgui.model.smtp import Stage, StartTls
from tests.integration.certificate_cases import CASES, World, opinions
from tests.integration.debian import unpack
from tests.integration.old_servers import probe_of

pytestmark = pytest.mark.integration

# Where one of them says otherwise, and why
BY_COMMON_NAME = {"common name only", "version 1"}  # OpenSSL and Postfix take the subject's name if
# there is no DNS-ID at all; a policy of MTA-STS wants one (RFC 8461, section 4.2; RFC 9525)
TOO_WEAK_FOR_POSTFIX = {"SHA-1"}  # its OpenSSL is at security level 1; here the problem is "weak"
TOO_OLD_FOR_POSTFIX = {"TLS 1.0"}  # the same; to us it is TLS-OLD, since other senders can
NO_PATH_FOR_SENDERS = {"EC P-224"}  # not among the curves that OpenSSL offers: no handshake at all


@pytest.fixture(scope="module")
def world() -> World:
    """The authorities of all cases, valid now: the tools look at the clock."""
    unpack("postfix")  # to fetch it may take longer than a test may
    return World.of(SystemClock().now())


@pytest.mark.parametrize("case", CASES)
async def test_all_agree_on_a_certificate(case, world, tmp_path):
    told = await opinions(case, world, tmp_path)
    print(told)  # noqa: T201 - the table
    ours = told.mxgui or case in BY_COMMON_NAME
    if case not in NO_PATH_FOR_SENDERS:
        assert (told.openssl_verify == "OK") is ours
    assert (told.openssl_client == "OK") is ours
    if case in TOO_WEAK_FOR_POSTFIX:
        assert (told.postfix, told.problems) == ("Untrusted", ("weak",))
    elif case in TOO_OLD_FOR_POSTFIX:
        assert (told.postfix, told.version) == ("no TLS", "TLSv1")
    else:
        assert (told.postfix == "Verified") is ours


NUMBERS = {
    "expired": 10,
    "not yet valid": 9,
    "self-signed": 18,
    "unknown root": 19,
    "unknown root not sent": 20,
    "intermediate missing": 20,
    "expired intermediate": 10,
    "other name": 62,
}


@pytest.mark.parametrize("case", NUMBERS)
async def test_faults_have_the_numbers_of_openssl(case, world, tmp_path):
    told = await opinions(case, world, tmp_path)
    assert told.openssl_verify == told.openssl_client == str(NUMBERS[case])


@pytest.mark.parametrize(
    ("options", "version"),
    [
        (("-tls1", "-cipher", "ALL:@SECLEVEL=0"), "TLSv1"),
        (("-tls1_1", "-cipher", "ALL:@SECLEVEL=0"), "TLSv1.1"),
        (("-tls1_2", "-cipher", "AES128-SHA:@SECLEVEL=0"), "TLSv1.2"),
        (("-tls1_2", "-cipher", "DHE-RSA-AES128-SHA:@SECLEVEL=0"), "TLSv1.2"),
        (("-tls1_2", "-legacy_renegotiation"), "TLSv1.2"),
        (("-tls1_3", "-no_ticket"), "TLSv1.3"),
        (("-verify", "2"), "TLSv1.3"),
        (("-tls1_2", "-verify", "2"), "TLSv1.2"),
        (("-alpn", "smtp"), "TLSv1.3"),
        (("-max_send_frag", "512", "-split_send_frag", "512"), "TLSv1.3"),
    ],
)
async def test_old_and_odd_servers_of_openssl_come_to_encryption(options, version, tmp_path):
    known = await probe_of(tmp_path, options)
    assert known.starttls is StartTls.UNVERIFIED
    assert known.tls is not None
    assert known.tls.version == version
    assert len(known.tls.chain) == 1


async def test_a_server_that_insists_on_our_certificate_ends_the_handshake_or_what_follows(
    tmp_path,
):
    for version in ("-tls1_2", "-tls1_3"):
        known = await probe_of(tmp_path, (version, "-Verify", "2"))
        assert known.stage in (Stage.HANDSHAKE, Stage.EHLO_TLS)
        assert known.stopped_by is not None
