"""The window: it draws one frozen value, `Shown`, and utters wishes.

State comes down through `draw`, wishes go up through `wished`. Only opening.py, life.py, loop.py
and session.py know that there is asyncio, and loop.py alone knows qasync. Nothing here judges or
computes what the floors below can tell. What is not needed for the first paint is imported after
it: run.py opens, opening.py paints, life.py lives.
"""
