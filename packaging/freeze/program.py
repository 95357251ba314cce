"""What the frozen programs start with."""

import sys

from mxgui.__main__ import main

sys.exit(main())
