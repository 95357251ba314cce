"""What the details panel says, as frozen values in the order of reading; no Qt here.

A `Dossier` equals another if it says the same, so the panel knows when there is nothing to redraw.
"""
