"""The jobs: inspect a domain, and what is needed around it.

Here facts from the network are put in order of time: what is asked when, and what is probed in
which order. Work speaks through `emit` alone, so the window, the command line and a test run the
same job. This floor knows no window and no terminal.

- `clock`, `network`: what a job needs from outside
- `inspect_domain`, `probing`: the main job
- `heard`, `paths`: what is remembered on disk, and where
- `services`: all of it put together, once
"""
