"""What is wrong: each rule looks at what is known and tells its findings.

Pure: a rule asks nothing of the network and reads no clock, so that it can judge an inspection of
last year. This floor may lean on `routing` and `model`. Adding a rule is a file in `checks` (or a
few lines in the file of its group) and its name in the list of `checks/__init__.py`.

- `finding`, `rule`: what a rule tells, and what it says of itself
- `case`, `standing`, `weight`: what several rules need, and how bad a loss is for the whole route
- `failure`, `aim`, `trouble`: what went wrong at an address, and if it may concern us alone
- `checks`: the shelf of rules
- `engine`: all rules over one inspection
"""
