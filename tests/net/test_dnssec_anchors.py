"""The keys that validation begins with."""

import dns.dnssec
import dns.rdata
import pytest

from mxgui.net.dnssec_anchors import ROOT_ANCHORS, BadAnchors, read_anchors

# The root's keys as IANA publishes them (https://data.iana.org/root-anchors/root-anchors.xml).
KSK_2017 = (
    "257 3 8 AwEAAaz/tAm8yTn4Mfeh5eyI96WSVexTBAvkMgJzkKTOiW1vkIbzxeF3+/4RgWOq7HrxRixHlFlExOLAJr5em"
    "LvN7SWXgnLh4+B5xQlNVz8Og8kvArMtNROxVQuCaSnIDdD5LKyWbRd2n9WGe2R8PzgCmr3EgVLrjyBxWezF0jLHwVN8e"
    "fS3rCj/EWgvIWgb9tarpVUDK/b58Da+sqqls3eNbuv7pr+eoZG+SrDK6nWeL3c6H5Apxz7LjVc1uTIdsIXxuOLYA4/il"
    "BmSVIzuDWfdRUfhHdY6+cn8HFRm+2hM8AnXGXws9555KrUB5qihylGa8subX2Nn6UwNR1AkUTV74bU="
)
KSK_2024 = (
    "257 3 8 AwEAAa96jeuknZlaeSrvyAJj6ZHv28hhOKkx3rLGXVaC6rXTsDc449/cidltpkyGwCJNnOAlFNKF2jBosZBU5"
    "eeHspaQWOmOElZsjICMQMC3aeHbGiShvZsx4wMYSjH8e7Vrhbu6irwCzVBApESjbUdpWWmEnhathWu1jo+siFUiRAAxm"
    "9qyJNg/wOZqqzL/dL/q8PkcRU5oUKEpUge71M3ej2/7CPqpdVwuMoTvoB+ZOT4YeGyxMvHmbrxlFzGOHOijtzN+u1TQN"
    "atX2XBuzZNQ1K+s2CXkPIZo7s6JgZyvaBevYtxPvYLw4z9mR7K2vaF18UYH9Z9GNUUeayffKC73PYc="
)


@pytest.mark.parametrize(("tag", "key"), [(20326, KSK_2017), (38696, KSK_2024)])
def test_what_is_built_in_are_the_digests_of_the_roots_keys(tag, key):
    rdata = dns.rdata.from_text("IN", "DNSKEY", key)
    made = dns.dnssec.make_ds(".", rdata, "SHA256")
    assert made.key_tag == tag
    assert made in ROOT_ANCHORS.ds


def test_a_file_may_have_digests_keys_and_remarks():
    written = f"""
; made by hand
. 172800 IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D # 2017
. DNSKEY {KSK_2024} ;{{id = 38696 (ksk)}}
example. IN DS 1 8 2 00
"""
    assert read_anchors(written) == ROOT_ANCHORS


@pytest.mark.parametrize(
    "written",
    [
        "",
        "hello",
        ".",
        ". IN DS",
        ". IN DS nonsense",
        ". IN DNSKEY 257 3 8 %%%",
        ". IN A 192.0.2.1",
        "example. IN DS 20326 8 2 e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d",
        ". IN DNSKEY 0 3 8 AwEAAQ==",
        "\x00\x1b[2J" * 100,
    ],
)
def test_a_file_without_an_anchor_is_refused_in_one_sentence(written):
    with pytest.raises(BadAnchors) as caught:
        read_anchors(written)
    assert str(caught.value.text).endswith("”.")
