"""What an ASGI server runs: Django behind the event stream and the micro-cache."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

django_application = get_asgi_application()  # loads the apps: the imports below need them

from newsroom.secured import secured  # noqa: E402

application = secured(django_application)
