"""Where mail goes: from facts to the way that a message takes.

Pure: the same inspection gives the same route, order, states, verdict and picture, at any time and
on any machine. This floor may lean on `model` alone.

- `special`: what kind of address an address is
- `route`: tiers, hosts, addresses; null MX, implicit MX
- `shares`: who is tried first, how often
- `order`: the order of one run, for a seed
- `reach`: what a probe says about an address, and whether silence means anything
- `words`: a probe in one short phrase
- `verdict`: what all of it comes to, in one sentence
- `diagram`: the picture of it, as places and words
"""
