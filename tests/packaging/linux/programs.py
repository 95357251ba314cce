"""The program as it describes itself in this checkout, asked once."""

import json
import subprocess
import sys
from functools import cache

from linux.described import ASK, Program, read


@cache
def program() -> Program:
    asked = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    return read(json.loads(asked.stdout))
