"""The window: it draws one frozen value, `Shown`, and utters wishes.

State comes down through `draw`, wishes go up through `wished`. Only run.py, loop.py and session.py
know that there is asyncio; only run.py and loop.py know qasync. Nothing here judges or computes
what the floors below can tell.
"""
