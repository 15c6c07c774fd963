"""The bench's settings, and one address more: the page rendered anew for everybody."""

from bench.settings import *  # noqa: F403

ROOT_URLCONF = "bench.uncached_urls"
