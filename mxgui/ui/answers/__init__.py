"""What the panel of DNS answers says, as frozen values in the order of asking; no Qt here.

Rows are for the table; the whole of one answer, its raw text included, is for the page beside it.
"""
