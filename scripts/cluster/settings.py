"""The site's own settings, in production's manner; only static files come straight from their
source folders, because collecting and compressing them takes longer than all the rest."""

from newsroom.settings import *  # noqa: F403
from newsroom.settings import STORAGES

STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
SERVESTATIC_USE_FINDERS = True
SERVESTATIC_USE_STATIC_ROOT = False
