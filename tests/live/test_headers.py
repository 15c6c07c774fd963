"""The stream is answered before Django, under the same security headers."""

import pytest

from newsroom.asgi import application
from newsroom.policies import security_headers


@pytest.mark.parametrize("name", sorted(security_headers("/live/-/events")))
def test_a_stream_carries_what_django_sends(client, name):
    of_django = client.get("/live/any/events").headers[name]
    of_streams = dict(application._headers)[name.lower().encode()].decode()
    assert of_streams == of_django


def test_a_stream_may_be_read_from_any_origin(client):
    of_django = client.get("/live/any/events", headers={"origin": "https://b.example"}).headers
    of_streams = dict(application._headers)
    name = "access-control-allow-origin"
    assert of_streams[name.encode()].decode() == of_django[name] == "*"
