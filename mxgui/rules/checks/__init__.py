"""The shelf of rules, in the order in which findings of one severity are told."""

from mxgui.rules.checks import (
    addr_special,
    meta_partial,
    mx_exchange,
    mx_lookup,
    mx_none,
    mx_null,
    mx_owner,
    mx_redundancy,
    mx_target,
    mx_target_lookup,
    smtp_all_down,
    smtp_connect,
    smtp_ehlo,
    smtp_greeting,
    smtp_reply,
    tls_starttls,
)

RULES = (
    *mx_lookup.RULES,
    *mx_owner.RULES,
    *mx_none.RULES,
    *mx_null.RULES,
    *smtp_all_down.RULES,
    *mx_exchange.RULES,
    *mx_target.RULES,
    *mx_target_lookup.RULES,
    *addr_special.RULES,
    *smtp_connect.RULES,
    *smtp_greeting.RULES,
    *smtp_reply.RULES,
    *smtp_ehlo.RULES,
    *tls_starttls.RULES,
    *mx_redundancy.RULES,
    *meta_partial.RULES,
)
