"""Facts out of the network: questions to DNS, and knocks at the doors of mail hosts.

All that waits for somebody else lives here, so that nothing above has to fear it. What goes wrong
out there comes back as a fact with a name (`Outcome`, `Status`), never as an exception; what a fact
means is for the floors below to say. Nothing here knows windows, words or rules.

`network.py` is the door; `smtp.py` and `resolver.py` speak to the world behind it.
"""
