"""Earlier domains are forgotten only when that is agreed to."""

from PySide6.QtWidgets import QWidget

from mxgui.ui.settings.forgetting import ask_to_forget


def test_who_is_asked_keeps_them_unless_they_say_otherwise(qtbot):
    window, calls = QWidget(), []
    qtbot.addWidget(window)
    question = ask_to_forget(1, lambda: calls.append(1), window)
    assert question.text() == "Forget 1 earlier domain?"
    assert question.defaultButton() is question.escapeButton()
    question.defaultButton().click()
    assert not calls
    question = ask_to_forget(3, lambda: calls.append(1), window)
    next(each for each in question.buttons() if each is not question.escapeButton()).click()
    assert calls == [1]
