"""Pictures of the window, its panels and its dialogs in every state, so that anyone can look."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
