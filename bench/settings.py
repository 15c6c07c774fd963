"""Settings of the bench alone: the product's, with static files in a directory of its own."""

import os
from pathlib import Path

from newsroom.settings import *  # noqa: F403

STATIC_ROOT = Path(os.environ["BENCH_STATIC"])
