"""What a sender does with a route: the order of its tries, who takes the message, when it arrives.

- `behaviour`: what a mail host does to a sender that connects
- `sender`, `schedule`: how one kind of sender behaves, as data; the shelf of them is `senders`
- `outage`: what is switched off in a what-if, and as whom one looks
- `situation`: the records of a route as one sender sees them
- `chooser`, `listing`, `walk`: one run, word for word as the sender's source has it
- `simulation`: all of that for one sender, with the exact chances
"""
