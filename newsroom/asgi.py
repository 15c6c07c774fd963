"""What an ASGI server runs: Django behind the event stream."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

django_application = get_asgi_application()  # loads the apps: the imports below need them

from liveblog import render  # noqa: E402
from liveblog.live.asgi import live_application  # noqa: E402
from newsroom.policies import security_headers  # noqa: E402

render.load_templates()  # the first update of a process travels as fast as the next

# Django never sees an event stream, so its headers are handed over (SR-11).
application = live_application(django_application, headers=security_headers("/live/-/events"))
