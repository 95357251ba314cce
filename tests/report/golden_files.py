"""Documents as they have to be, byte for byte, in tests/report/golden.

After a change that is meant, write them anew and read what differs before it is committed:

    MXGUI_WRITE_GOLDEN=1 python -m pytest tests/report && git diff tests/report/golden
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
_REWRITE = bool(os.environ.get("MXGUI_WRITE_GOLDEN"))


def golden(name: str, written: bytes) -> bytes:
    """Give the golden file of that name, written anew if that was asked for."""
    file = FOLDER / name
    if _REWRITE:
        file.write_bytes(written)
    return file.read_bytes()
