"""What makes a feed valid, as functions: bytes in, the parsed document out; wrong ones raise."""

import json
import re
from collections import Counter
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
GONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
RFC_822 = re.compile(r"(\w{3}, )?\d\d? \w{3} \d{4} \d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT)")


def parsed(content):
    safe = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, safe)


def is_url(text):
    parts = urlsplit(text)
    assert parts.scheme in ("http", "https"), text
    assert parts.hostname, text
    assert text.isascii(), text


def rfc_3339(text):
    assert RFC_3339.fullmatch(text), text
    return datetime.fromisoformat(text)


def atom(content):
    """RFC 4287 §4, RFC 6721 §3, RFC 5005 §4."""
    feed = parsed(content)
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(feed.findall(ATOM + name)) == 1, name
    for name in ("subtitle", "rights", "generator", "logo", "icon"):
        assert len(feed.findall(ATOM + name)) <= 1, name
    rfc_3339(feed.findtext(f"{ATOM}updated"))
    entries = feed.findall(f"{ATOM}entry")
    assert feed.find(f"{ATOM}author") is not None or all(
        entry.find(f"{ATOM}author") is not None for entry in entries
    )
    _links(feed)
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")].count("self") == 1
    children = [child.tag for child in feed]
    if f"{ATOM}entry" in children:  # a feed's own metadata stands before its entries
        first = children.index(f"{ATOM}entry")
        assert set(children[first:]) == {f"{ATOM}entry"}
    for entry in entries:
        _atom_entry(entry)
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    _tombstones(feed, ids)
    return feed


def _atom_entry(entry):
    for name in ("id", "title", "updated", "content"):
        assert len(entry.findall(ATOM + name)) == 1, name
    for name in ("published", "rights", "source", "summary"):
        assert len(entry.findall(ATOM + name)) <= 1, name
    assert entry.findtext(f"{ATOM}title").strip()
    content = entry.find(f"{ATOM}content")
    assert content.get("type") == "html"
    assert len(content) == 0, "HTML is escaped"
    assert content.text.strip()
    assert urlsplit(entry.findtext(f"{ATOM}id")).scheme, "an IRI"
    for name in ("updated", "published"):
        rfc_3339(entry.findtext(ATOM + name))
    for person in (*entry.findall(f"{ATOM}author"), *entry.findall(f"{ATOM}contributor")):
        assert person.findtext(f"{ATOM}name").strip()
    _links(entry)


def _links(element):
    links = element.findall(f"{ATOM}link")
    for link in links:
        is_url(link.get("href"))
    alternates = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in links
        if link.get("rel", "alternate") == "alternate"
    )
    assert max(alternates.values()) == 1


def _tombstones(feed, ids):
    found = feed.findall(GONE)
    for gone in found:
        rfc_3339(gone.get("when"))
        assert len(gone) == 0
        assert not gone.text, "a tombstone says nothing"
        assert gone.get("ref") not in ids
    refs = [gone.get("ref") for gone in found]
    assert len(refs) == len(set(refs))


def rss(content):
    """RSS 2.0 as the RSS Advisory Board describes it."""
    root = parsed(content)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    for name in ("title", "link", "description", "lastBuildDate", "language"):
        assert len(channel.findall(name)) == 1, name
    is_url(channel.findtext("link"))
    links = channel.findall(f"{ATOM}link")
    assert [link.get("rel") for link in links].count("self") == 1
    for date in channel.iter("pubDate", "lastBuildDate"):
        assert RFC_822.fullmatch(date.text), date.text
        assert parsedate_to_datetime(date.text).tzinfo
    for item in channel.findall("item"):
        for name in ("title", "description", "link", "guid", "pubDate"):
            assert len(item.findall(name)) == 1, name
            assert item.findtext(name).strip(), name
        is_url(item.findtext("link"))
        assert item.find("guid").get("isPermaLink") == "false"
        assert "@" in (item.findtext("author") or "@"), "an author is a mail address"
    guids = [item.findtext("guid") for item in channel.findall("item")]
    assert len(guids) == len(set(guids))
    return channel


def json_feed(content):
    """JSON Feed 1.1."""
    feed = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    for name in ("home_page_url", "feed_url"):
        is_url(feed[name])
    assert feed.get("next_url", "") != feed["feed_url"]
    assert feed.get("expired", True) is True
    _extensions(feed)
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["id"]
        assert item.get("content_html") or item.get("content_text")
        assert item.get("title", "x"), "a title that is empty is left out"
        assert "<p>" not in item.get("content_text", "")
        is_url(item["url"])
        rfc_3339(item["date_published"])
        rfc_3339(item["date_modified"])
        for author in item.get("authors", []):
            assert {"name", "url", "avatar"} & set(author)
        for attachment in item.get("attachments", []):
            is_url(attachment["url"])
            assert attachment["mime_type"].startswith("image/")
        _extensions(item)
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    return feed


def _extensions(document):
    assert None not in document.values(), "JSON Feed has no null"
    for name, value in document.items():
        if name.startswith("_"):
            assert re.fullmatch(r"_[A-Za-z][^.]*", name)
            assert isinstance(value, dict)
