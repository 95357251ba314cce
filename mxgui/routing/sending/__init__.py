"""What a sender does with a route: the order of its tries, who takes the message, when it arrives.

- `behaviour`: what a mail host does to a sender that connects
- `sender`, `schedule`: how one kind of sender behaves, as data; the shelf of them is `senders`
- `outage`: what is switched off in a what-if, and as whom one looks
- `candidates`, `own`, `situation`: the records of a route as one sender sees them
- `chooser`, `listing`, `racing`, `walk`: one run, word for word as the sender's source has it
- `deck`, `dealing`, `reduction`: the list of a run as pools of hosts of which the same matters
- `process`, `formula`, `evaluation`: all runs together, drawn from these pools; exact, or sampled
- `enumeration`: whole runs one by one
- `chances`, `simulation`: all of that for one sender
- `replies`, `notes`, `limit_notes`: what the author gets, what a reader must know, in sentences
"""
