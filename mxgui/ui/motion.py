"""Whether the system wishes still pictures, as far as Qt and Windows tell.

Qt tells it through its style: a platform that wishes no animations gives them no time (KDE, and
whatever else Qt asks). Windows is asked itself. GNOME and macOS tell Qt nothing of it so far: there
only a setting of the program can know.
"""

import sys

from PySide6.QtWidgets import QApplication, QStyle

_GET_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION of SystemParametersInfo


def system_wishes_stillness(app: QApplication) -> bool:
    """Whether nothing should move by itself; False where the system does not say."""
    animation = app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return animation == 0 or _windows_wishes_stillness()


def _windows_wishes_stillness() -> bool:
    if sys.platform == "win32":
        from ctypes import byref, c_int, windll

        moves = c_int(1)
        system = windll.user32.SystemParametersInfoW
        return bool(system(_GET_CLIENT_AREA_ANIMATION, 0, byref(moves), 0)) and not moves.value
    return False
