"""Settings of the bench alone: the product's, and one address more."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "bench.uncached_urls"
