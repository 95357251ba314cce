"""Why the tools of others say otherwise in some cases of DANE."""

PKIX = "usages 0 and 1 are undefined for SMTP (RFC 7672, 3.1.3); this tool knows them from HTTPS"
EMPTY = "Postfix 3.7 aborts over a record without data, which no RFC forbids (RFC 6698, 2.1.4)"
ONE_NAME = "with secure MX records the domain is a name too (RFC 7672, 3.2.2); this tool takes one"
