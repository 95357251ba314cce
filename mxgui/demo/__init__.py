"""A network to try: a resolver and mail hosts on loopback, in this program and on its event loop.

The floor stands beside `net` and knows nothing of it: `net` reaches the demo through the resolver's
address and through a dialer, as it would reach any other network. Nothing here leaves loopback.

- `zone`, `zones`: the demo's domains, as frozen values
- `behaviour`, `hosts`: the mail hosts, and how each of them behaves
- `names`: all that DNS holds, put together from both
- `answers`, `dns_server`: what a resolver replies, and the sockets it replies on
- `certificates`, `smtp_server`: the mail hosts at work
- `dialer`: from a demo address to the listener that stands for it
- `conversations`, `network`, `listing`: opening it, closing it, and telling what it holds
"""
