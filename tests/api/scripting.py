"""A newsroom's script at work: its token and how it asks."""

import json

from django.test import Client

from liveblog import actions
from liveblog.models import Scope
from tests.api.asking import V1, problem


class Script:
    def __init__(self, user, *scopes, **limits):
        made = actions.create_token(
            user=user, name="script", scopes=scopes or Scope.values, **limits
        )
        self.token, self.key = made

    def headers(self, revision=None, **headers):
        headers = {"authorization": f"Bearer {self.key}"} | headers
        return headers | ({} if revision is None else {"if-match": f'"{revision}"'})

    def ask(self, method, address, data=None, revision=None, **headers):
        body = "" if data is None else json.dumps(data)
        headers = self.headers(revision, **headers)
        return Client().generic(
            method, address, body, content_type="application/json", headers=headers
        )

    def send(self, address, form, key=""):
        """A form with its file, under an `Idempotency-Key`."""
        named = {"idempotency-key": key} if key else {}
        return Client().post(address, form, headers=self.headers(**named))

    def verb(self, entry, verb, revision=None, **data):
        return self.ask("POST", f"{V1}entries/{entry.public_id}/{verb}/", data, revision)


def refusal(response, status):
    """The problem of a request with a token, which no cache keeps."""
    assert response["Cache-Control"] == "private, no-store"
    return problem(response, status)
