"""The command line: one face of the program, without Qt.

It reads arguments, runs a job of `app`, and prints what `report` makes of it. Only here anything
is printed. Each command is a file on the shelf `commands`.
"""
