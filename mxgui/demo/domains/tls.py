"""Domains about STARTTLS and the certificates of mail hosts."""

from __future__ import annotations

from mxgui.demo import behaviour as manners
from mxgui.demo.behaviour import Papers
from mxgui.demo.group import Group
from mxgui.demo.hosts import host
from mxgui.demo.zone import DemoDomain, Signing
from mxgui.model.text import text

DOMAINS = (
    DemoDomain(
        "no-starttls.example",
        text("One of two equal hosts does not offer STARTTLS."),
        Group.TLS,
        mx="10 mx1, 10 mx2",
        signing=Signing.UNSIGNED,
        hosts=(
            host("mx1", "192.0.2.66"),
            host("mx2", "192.0.2.67", manners.UNENCRYPTED),
        ),
        shows=("TLS-NONE",),
    ),
    DemoDomain(
        "broken-starttls.example",
        text("One host takes STARTTLS back, another hangs up instead of the handshake."),
        Group.TLS,
        mx="10 mx1, 10 mx2",
        hosts=(
            host("mx1", "192.0.2.68", manners.TAKING_BACK),
            host("mx2", "192.0.2.69", manners.BREAKING_OFF),
        ),
        shows=("TLS-OFFERED-FAILS",),
    ),
    DemoDomain(
        "self-signed.example",
        text("The only host shows a self-signed certificate, as many mail hosts do."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.70 2001:db8:1::70", manners.showing(Papers.SELF_SIGNED)),),
        shows=("TLS-CERT-UNTRUSTED",),
    ),
    DemoDomain(
        "expired.example",
        text("The only host shows a certificate that is long out of date."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.71", manners.showing(Papers.EXPIRED)),),
        shows=("TLS-CERT-EXPIRED",),
    ),
    DemoDomain(
        "other-name.example",
        text("The certificate of the only host names another host."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.72", manners.showing(Papers.OTHER_NAME)),),
        shows=("TLS-CERT-NAME",),
    ),
    DemoDomain(
        "not-yet-valid.example",
        text("The certificate of the only host begins next week."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.77", manners.showing(Papers.NOT_YET)),),
        shows=("TLS-CERT-EXPIRED",),
    ),
    DemoDomain(
        "expires-soon.example",
        text("The certificate of the only host ends in nine days."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.78", manners.showing(Papers.SOON)),),
        shows=("TLS-CERT-SOON",),
    ),
    DemoDomain(
        "no-intermediate.example",
        text("The only host keeps back the certificate between its own and the authority's."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.79", manners.showing(Papers.NO_INTERMEDIATE)),),
        shows=("TLS-CERT-UNTRUSTED",),
    ),
    DemoDomain(
        "unknown-authority.example",
        text("An authority that nobody knows has issued the certificate of the only host."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.80", manners.showing(Papers.STRANGER)),),
        shows=("TLS-CERT-UNTRUSTED",),
    ),
    DemoDomain(
        "common-name.example",
        text("The certificate bears the host's name in the old place alone: as its common name."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.81", manners.showing(Papers.CN_ONLY)),),
        shows=("TLS-CERT-NAME",),
    ),
    DemoDomain(
        "wildcard-certificate.example",
        text("One certificate for every host of the domain: nothing is wrong with that."),
        Group.TLS,
        mx="10 mx1, 10 mx2",
        hosts=(
            host("mx1", "192.0.2.82", manners.showing(Papers.WILDCARD)),
            host("mx2", "192.0.2.83", manners.showing(Papers.WILDCARD)),
        ),
    ),
    DemoDomain(
        "weak-key.example",
        text("The certificate has an RSA key of 1024 bits, which is too short today."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.84", manners.showing(Papers.WEAK)),),
        shows=("TLS-CERT-WEAK",),
    ),
    DemoDomain(
        "two-certificates.example",
        text("The two addresses of the only host show different certificates."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.85 ~192.0.2.86", odd=manners.showing(Papers.DIRECT)),),
        shows=("TLS-CERT-DIFF",),
    ),
    DemoDomain(
        "old-tls.example",
        text("The only host speaks TLS 1.1 at best."),
        Group.TLS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.87", manners.OLD_TLS),),
        shows=("TLS-OLD",),
    ),
    DemoDomain(
        "injected.example",
        text("The best host sends a line in the clear behind its go-ahead for TLS."),
        Group.TLS,
        mx="10 mx1, 20 mx2",
        hosts=(
            host("mx1", "192.0.2.88", manners.INJECTING),
            host("mx2", "192.0.2.89"),
        ),
        shows=("TLS-INJECTED",),
    ),
    DemoDomain(
        "handshake-hangs.example",
        text("The TLS handshake with the best host never ends."),
        Group.TLS,
        mx="10 mx1, 20 mx2",
        hosts=(
            host("mx1", "192.0.2.90", manners.HANDSHAKE_HANGING),
            host("mx2", "192.0.2.91"),
        ),
        shows=("TLS-HANDSHAKE-HANGS",),
    ),
    DemoDomain(
        "no-tls-at-all.example",
        text("The best host answers the TLS handshake with what is no TLS."),
        Group.TLS,
        mx="10 mx1, 20 mx2",
        hosts=(
            host("mx1", "192.0.2.92", manners.HANDSHAKE_GARBAGE),
            host("mx2", "192.0.2.93"),
        ),
        shows=("TLS-OFFERED-FAILS",),
    ),
    DemoDomain(
        "authorities.example",
        text("CAA records say which authority may issue certificates for the exchange."),
        Group.TLS,
        mx="10 mx",
        records="""
            @ CAA 0 issue "ca.demo.example"
            @ CAA 0 iodef "mailto:postmaster@authorities.example"
            mx CAA 0 issue "ca.demo.example"
        """,
        hosts=(host("mx", "192.0.2.94"),),
    ),
)
