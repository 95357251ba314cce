"""What stays behind of a part is harmless; tests/ui/test_accessible.py asks those that live."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible

from mxgui.ui.accessible import give_voice
from mxgui.ui.accessible_parts import GraphInterface, PartInterface, key_of
from mxgui.ui.canvas import Canvas
from tests.ui.showing import a_result


def test_the_key_tells_the_part_and_nothing_else_has_one(theme, qtbot):
    diagram = a_result().diagram
    canvas = Canvas(theme)
    qtbot.addWidget(canvas)
    voice = give_voice(canvas)
    canvas.draw(diagram, None, 0.0)
    face = QAccessible.queryAccessibleInterface(canvas)
    assert isinstance(face, GraphInterface)
    assert key_of(face) == ""
    domain = face.child(0)
    assert domain is not None
    assert key_of(domain) == diagram.domain.key
    assert face.indexOfChild(face) == -1
    assert isinstance(voice.interface(diagram.domain.key), PartInterface)
    assert voice.interface("nowhere") is None


def test_a_part_of_nothing_answers_without_words(theme, qtbot):
    canvas = Canvas(theme)
    voice = give_voice(canvas)
    canvas.draw(a_result().diagram, None, 0.0)
    stray = PartInterface(voice, "nowhere")
    assert stray.state().invalid
    assert stray.text(QAccessible.Text.Name) == ""
    assert stray.rect().isEmpty()
    assert stray.childCount() == 0
    assert stray.child(0) is None
    canvas.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
