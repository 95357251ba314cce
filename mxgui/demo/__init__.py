"""A network to try: a resolver and mail hosts on loopback, in this program and on its event loop.

The floor stands beside `net` and knows nothing of it: `net` reaches the demo through the resolver's
address and through a dialer, as it would reach any other network. Nothing here leaves loopback.

- `zone`, `group`, `domains`: the demo's domains, as frozen values, with their hosts
- `behaviour`, `hosts`, `policy_host`, `name_servers`: who there is, and how each of them behaves
- `names`, `tree`, `tables`, `pins`: all that DNS holds, name by name, zone by zone
- `signing`, `denial`, `lookup`: what a zone says of a name, with signatures and proofs
- `answers`, `authoritative`: what the resolver replies, and what a name server does
- `certificates`, `contexts`, `smtp_server`, `policy_server`, `dns_server`: hosts at work
- `dialer`: from a demo address to the listener that stands for it
- `conversations`, `mail_hosts`, `dns_hosts`, `serving`, `network`, `listing`: opening it, closing
  it, and telling what it holds
"""
