"""Files that the system asks for by an event, as macOS does."""

import os
import subprocess
import sys

ASKED = """
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from mxgui.ui.application import Application

app = Application(["mxgui"])
told = []
app.asked.connect(told.append)
app.sendEvent(app, QFileOpenEvent("/kept/early.mxgui.json"))
print(told, app.listened(), app.listened())
app.sendEvent(app, QFileOpenEvent(QUrl("file:///kept/B%C3%BCcher.json")))
app.sendEvent(app, QFileOpenEvent(QUrl("https://example.org/")))
app.sendEvent(app, QEvent(QEvent.Type.User))
print(ascii(told))
"""


def test_files_of_before_are_kept_and_later_ones_are_told():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", ASKED], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines() == [
        "[] ('/kept/early.mxgui.json',) ()",
        ascii([("/kept/Bücher.json",)]),
    ]
