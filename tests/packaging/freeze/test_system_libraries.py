"""What Debian says of a library."""

from freeze.system_libraries import HOME, OWNER, home_of, licence_of

WORDS = """Source: https://example.org/lib
License: MIT
License: GPL-2+
"""


def test_licence_and_home_are_read():
    assert licence_of(WORDS) == "GPL-2+; MIT"
    assert home_of(WORDS) == "https://example.org/lib"
    assert HOME.search("nothing") is None


def test_a_plain_file_is_named_by_what_it_refers_to():
    assert licence_of("see /usr/share/common-licenses/LGPL-2.1.") == "LGPL-2.1"
    assert licence_of("as it is") == "see the text"


def test_the_owner_is_read_from_the_words_of_dpkg():
    found = OWNER.match("libssl3:amd64: /usr/lib/x86_64-linux-gnu/libssl.so.3")
    assert found is not None
    assert found[1] == "libssl3"
