"""What an ASGI server runs: event streams and stored public answers in front, Django behind."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

django.setup(set_prefix=False)  # loads the apps: the imports below need them

from django.conf import settings  # noqa: E402

from liveblog import render  # noqa: E402
from liveblog.live.asgi import live_application  # noqa: E402
from liveblog.live.django_threads import DjangoInThreads  # noqa: E402
from newsroom.policies import security_headers  # noqa: E402

render.load_templates()  # the first update of a process travels as fast as the next

django_application = DjangoInThreads(settings.NEWSROOM_DJANGO_THREADS)

# Django never sees an event stream, so its headers are handed over (SR-11).
application = live_application(django_application, headers=security_headers("/live/-/events"))
