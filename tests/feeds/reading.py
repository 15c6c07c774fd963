"""Asking for feeds as their readers do; every answer is checked by the format's own rules."""

from tests.feeds import rules

ATOM = rules.ATOM
KINDS = ("atom", "rss", "json")


def ask(client, blog, kind, before=None, **headers):
    query = f"?before={before}" if before else ""
    return client.get(f"/live/{blog.slug}/feed.{kind}{query}", headers=headers)


def atom(client, blog, before=None):
    answer = ask(client, blog, "atom", before)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return rules.atom(answer.content)


def rss(client, blog, before=None):
    answer = ask(client, blog, "rss", before)
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    return rules.rss(answer.content)


def json_feed(client, blog, before=None):
    answer = ask(client, blog, "json", before)
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    return rules.json_feed(answer.content)


def links(element, rel):
    return [link.get("href") for link in element.findall(f"{ATOM}link") if link.get("rel") == rel]


def atom_ids(feed):
    return [each.text for each in feed.findall(f"{ATOM}entry/{ATOM}id")]


def ids(client, blog, kind):
    """The ids of the entries in the newest document of a format."""
    if kind == "json":
        return [item["id"] for item in json_feed(client, blog)["items"]]
    if kind == "rss":
        return [guid.text for guid in rss(client, blog).findall("item/guid")]
    return atom_ids(atom(client, blog))


def urn(entry):
    return f"urn:uuid:{entry.public_id}"
