"""How much the network may cost: each number with its unit and its reason.

How long a step of a probe may take is the user's choice (`model/plan.py`); what is here protects
this machine from hostile peers, and mail hosts from us.
"""

from __future__ import annotations

from mxgui.model.plan import Patience

# What a mail host may make us read
LINE_BYTES = (
    2_048  # a reply line has 512 octets (RFC 5321, 4.5.3.1.5); real hosts go beyond, no further
)
REPLY_BYTES = 16_384  # of one reply; the longest answers to EHLO seen are under two thousand
REPLY_LINES = 100  # of one reply; no host has that many extensions
CHUNK_BYTES = 4_096  # read at once: room for every honest reply, little for a flood

# What is kept of it
TRANSCRIPT_LINES = 300  # both sides and notes; an honest probe has about forty
TRANSCRIPT_LETTERS = 65_536  # in all; escapes make four letters of one byte
NOTE_LETTERS = 200  # of the system's own word for a failure
CHAIN_CERTIFICATES = 16  # OpenSSL takes 100 KiB of them; real chains have two to five
CERTIFICATE_BYTES = 102_400  # of one certificate: OpenSSL takes no more of a whole chain
CERTIFICATE_USAGES = 20  # extended key usages of one certificate; real ones have one or two
# Of one certificate: what OpenSSL takes has hardly room for more. Known authorities stop at a
# hundred or two; but who cuts a list may cut the name that counts.
CERTIFICATE_NAMES = 10_000
CERTIFICATE_LETTERS = 1_000  # of a subject, an issuer, a name or a serial number

# What is checked of a chain: about 0.1 ms a signature, 10 ms with a key made to be slow
LINK_SIGNATURES = 32  # who signed whom; an honest chain of five needs four
ANCHOR_SIGNATURES = 32  # by anchors out of TLSA records
ANCHOR_RECORDS = 8  # that hold an anchor whole; real ones have one, or two in a rollover
BUNDLE_BYTES = 16 * 1024 * 1024  # of a file of authorities; the systems' have under one million

# How long
QUIT_WAIT = 1.0  # seconds for the reply to QUIT: good manners, and nothing depends on it
OWN_NAME_WAIT = 2.0  # seconds to find this machine's name in DNS; without it we give our address
PROXY_WAIT = 10.0  # seconds for a proxy to take a connection, and again to log in
REUSE_SECONDS = 300.0  # a host that was asked within five minutes is not asked again unbidden

# How much at once, in the whole program
CONNECTIONS = 20
CONNECTIONS_NEAR = 10  # to one neighbourhood: hosts of one owner often share what they count us by
NEIGHBOURHOOD_4 = 24  # bits of an IPv4 prefix; the smallest that is routed on its own
NEIGHBOURHOOD_6 = 48  # bits of an IPv6 prefix; the usual size of one site (RFC 6177)

_SLOW_REPLIES = 2


def whole_of(patience: Patience) -> float:
    """Give the seconds after which a probe ends, however far it has come.

    Every step has its own limit; a host that uses up more than two of them is not going to help.
    """
    return patience.connect + patience.greeting + _SLOW_REPLIES * patience.command
