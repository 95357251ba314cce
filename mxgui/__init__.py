"""mxgui shows how mail reaches a domain: its route, its mail hosts, and what is wrong.

Work tells events; events fold into one frozen `Inspection`; everything that is shown, judged,
drawn, saved or printed is a pure function of it. Each floor may import the floors below it only:

    __main__             the window, or the command line
    ui | cli             two faces; neither knows the other
    app                  the jobs: inspect one, inspect many, history, settings
    report | net | demo  documents out of facts; facts out of the network; a network to try
    i18n                 words become a language
    resources            where a file lies
    rules                what is wrong
    routing              where mail goes
    model                what is known
"""

__version__ = "0.1.0"
