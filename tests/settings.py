"""Settings for the tests: the project's own, with an environment that no machine can change."""

import os
import sys
import tempfile
from pathlib import Path

# Set before newsroom.settings reads them; a developer's .env is not read at all.
os.environ.update(
    ENV_FILE=os.devnull,
    DEBUG="false",
    SECRET_KEY="tests-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789",
    LOG_LEVEL="WARNING",
    DATABASE_POOL_SIZE="40",  # tests with many writers, and threads that end without closing
    API_RATE="off",
)
os.environ.setdefault("SITE_URL", "http://127.0.0.1:8000")
# One directory per test run, inherited by the run's xdist workers: two runs do not meet.
if "NEWSROOM_TEST_DIR" not in os.environ:
    os.environ["NEWSROOM_TEST_DIR"] = tempfile.mkdtemp(prefix="newsroom-tests-")
TEST_DIR = Path(os.environ["NEWSROOM_TEST_DIR"])
os.environ["DATABASE_URL"] = (
    os.environ.get("TEST_DATABASE_URL") or f"sqlite:///{TEST_DIR}/db.sqlite3"
)

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import ALLOWED_HOSTS, DATABASES, MIDDLEWARE, ROOT_URLCONF  # noqa: E402

ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: threads, the worker and the browser's site share it. Only the promise
    # to survive a power cut is dropped.
    DATABASES["default"]["OPTIONS"] = DATABASES["default"]["OPTIONS"] | {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    }
MEDIA_ROOT = Path(os.environ.get("TEST_MEDIA_ROOT") or TEST_DIR / "media")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Straight from the source folders: no collectstatic before a test. Only a site in a process of
# its own serves them: every test client would list all of them first, and go through an event
# loop and five changes of thread for each request, as this middleware is asynchronous only.
OF_ITS_OWN = "pytest" not in sys.modules
if not OF_ITS_OWN:
    MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("newsroom.static_files.")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
SERVESTATIC_AUTOREFRESH = True
SERVESTATIC_USE_FINDERS = OF_ITS_OWN
SERVESTATIC_USE_STATIC_ROOT = False
ROOT_URLCONF = os.environ.get("TEST_URLCONF", ROOT_URLCONF)
