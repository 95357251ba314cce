"""What an outage makes of mail, on one axis of time: the outage, tries, arrival, warning, bounce.

What stands in the rows and where the axis has its ticks is computed without Qt in `rows` and
`axis`; `bars`, `legend` and `tree` show it.
"""
