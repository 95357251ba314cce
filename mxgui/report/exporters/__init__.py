"""The shelf of exporters, in the order in which they are offered."""

from mxgui.report.exporters.html import EXPORTER as HTML
from mxgui.report.exporters.json import EXPORTER as JSON
from mxgui.report.exporters.png import EXPORTER as PNG
from mxgui.report.exporters.svg import EXPORTER as SVG
from mxgui.report.exporters.text import EXPORTER as TEXT

EXPORTERS = (TEXT, JSON, HTML, SVG, PNG)
