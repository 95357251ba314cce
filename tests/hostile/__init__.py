"""Peers that mean no good, each against a whole inspection: `python -m tests.hostile`."""
