"""The shelf of rules, in the order in which findings of one severity are told."""

from mxgui.rules.checks import (
    addr_special,
    meta_partial,
    mx_exchange,
    mx_lookup,
    mx_none,
    mx_null,
    mx_redundancy,
    mx_target,
    smtp_all_down,
    smtp_connect,
)

RULES = (
    *mx_lookup.RULES,
    *mx_none.RULES,
    *mx_null.RULES,
    *smtp_all_down.RULES,
    *mx_exchange.RULES,
    *mx_target.RULES,
    *addr_special.RULES,
    *smtp_connect.RULES,
    *mx_redundancy.RULES,
    *meta_partial.RULES,
)
