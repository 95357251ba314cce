"""The time line of an inspection: every step on one axis of seconds since it began.

What the rows say and where the axis has its ticks is computed without Qt in `row`, `rows`,
`questions`, `probes` and `axis`; `model`, `bars`, `legend` and `tree` show it.
"""
