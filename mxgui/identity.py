"""By what mxgui is known to systems and people; packages and window read it from here."""

NAME = "mxgui"
ID = "io.github.mxgui.mxgui"  # of the application: desktop file, icon, metainfo, bundle
HOMEPAGE = "https://github.com/mxgui/mxgui"
PROBLEMS = f"{HOMEPAGE}/issues"
AUTHORS = "the mxgui authors"
LICENCE = "MIT AND OFL-1.1"  # as an SPDX expression; the fonts are under the second
SUMMARY = "See how mail reaches a domain"  # at most 35 letters, without a full stop
DESCRIPTION = "See how mail reaches a domain: its MX route, live SMTP probes, and what is wrong"
SAVED_TYPE = "application/vnd.mxgui.inspection+json"  # of a saved inspection
SAVED_SUFFIX = ".mxgui.json"
