"""What is known: frozen values, and the parsers that make them out of text.

This floor is the lowest. It opens nothing, asks nothing and reads no clock; every other floor may
lean on it.

- `text`: a sentence kept with its arguments until it is shown
- `domain`, `entry`: what may be typed, and the domain it names
- `records`: what DNS said
- `smtp`, `certificate`: what a mail host said, and the certificate it showed
- `security`, `chain`: what was checked of an answer by DNSSEC, and of a chain of certificates
- `der`: the public key inside a certificate's bytes
- `line`: what the line that we look from can do
- `plan`: what an inspection is to do, and how long it may wait
- `event`, `inspection`: what work tells, and all that is known once it is folded
- `codec`, `reader`: an inspection to plain JSON and back
- `place`: a host and a port as they are typed
- `resolver`: who is asked, as people name it
"""
