"""Somebody at the desk: asks and sends as its scripts do."""

from django.test import Client
from django.urls import reverse

from liveblog.admin.zoned import typed_form

ROWS = ("attributions", "images", "embeds", "authors")


class Person:
    """A browser with `user` signed in, at the desk of `blog`."""

    def __init__(self, user, blog, **options):
        self.client = Client(**options)
        self.blog = blog
        if user:
            self.client.force_login(user)

    def url(self, name, *args):
        return reverse(f"desk:{name}", args=[self.blog.slug, *args])

    def open(self):
        return self.client.get(self.url("console"))

    def ask(self, name, *args, headers=None, **query):
        return self.client.get(self.url(name, *args), query, headers=headers)

    def send(self, name, *args, **data):
        return self.client.post(self.url(name, *args), data)

    def write(self, verb, entry=None, **typed):
        """Press a button of the composer; rows by name, as lists of dictionaries."""
        data = composed(verb, entry, **typed)
        where = ("save-entry", entry.pk) if entry else ("save",)
        return self.client.post(self.url(*where), data)

    def do(self, entry, verb, **typed):
        """Press a button of an item."""
        return self.send("verb", entry.pk, verb, **({"revision": entry.revision} | typed))

    def changes(self, since=0, **query):
        return self.ask("changes", since=since, **query)

    def page_pass(self):
        return self.open().context["setup"]["pass"]


def composed(verb, entry=None, **typed):
    """What the composer sends: everything it holds, changed or not."""
    rows = {name: typed.pop(name, []) for name in ROWS}
    data = {
        "verb": verb,
        "headline": "",
        "body": "<p>Ferries are suspended.</p>",
        "display_at": typed_form(entry.display_at, entry.blog.zone)[0] if entry else "",
        "urgency": "5",
        "verification": "attributed",
        "idempotency_key": "" if entry else "key-of-this-composition",
        "revision": entry.revision if entry else "",
        **typed,
    }
    for name, listed in rows.items():
        data |= {f"{name}-TOTAL_FORMS": len(listed), f"{name}-INITIAL_FORMS": len(listed)}
        for index, row in enumerate(listed):
            said = {key: value for key, value in row.items() if value not in (None, "")}
            data |= {f"{name}-{index}-{key}": value for key, value in said.items()}
    return data


def shown(answer):
    """The entries of an answer by id."""
    return {entry["id"]: entry for entry in answer.json()["entries"]}
