"""Where mail goes: from facts to the way that a message takes.

Pure: the same inspection gives the same route, order, states, verdict and picture, at any time and
on any machine. This floor may lean on `model` alone.

- `special`: what kind of address an address is
- `route`: tiers, hosts, addresses; null MX, implicit MX
- `shares`: who is tried first, how often
- `order`: the order of one run, for a seed
- `reach`: what a probe says about an address, and whether silence means anything
- `words`: a probe in one short phrase
- `standing`: what a host can be counted on for; doubt speaks for it
- `verdict`, `headline`: what all of it comes to, and the sentence that tells it
- `diagram`: the picture of it, as places and words: `shapes` are its parts, `lanes`, `cards` and
  `edges` lay them out, `labels` and `readings` word them, `metrics` knows how wide words are
"""
