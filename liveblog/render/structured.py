"""schema.org for search engines: a live blog as `LiveBlogPosting`, an entry as `BlogPosting`.

It stands in the head of a page, outside every region: no delta changes it. A reader's open page
never looks at it, and a search engine asks for the page anew.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString

from liveblog import documents
from liveblog.models import Entry, LiveBlog, Source
from liveblog.render.markup import data
from liveblog.window import Window

Data = dict[str, Any]

CONTEXT: Data = {"@context": "https://schema.org"}

PRESS = (Source.Kind.WIRE_AGENCY, Source.Kind.BROADCASTER, Source.Kind.NEWSPAPER)


def structured_page(window: Window, description: str, image: Data) -> SafeString:
    """The live blog with the entries of this window and no others: its size is the window's."""
    updates = {
        "dateModified": documents.local(window.updated_at, window.blog),
        "liveBlogUpdate": [_update(entry) for entry in window.entries],
    }
    return data(CONTEXT | _live_blog(window.blog, description, image) | updates)


def structured_entry(entry: Entry, image: Data) -> SafeString:
    """One entry on its own page, as part of its live blog."""
    url = settings.SITE_URL + entry.get_absolute_url()
    whole = _reference(documents.blog_document(entry.blog, "page"))
    more = {"url": url, "mainEntityOfPage": url, "publisher": _publisher(), "isPartOf": whole}
    update = _update(entry)
    return data(CONTEXT | {"image": [_image(image)]} | update | more)


def _live_blog(blog: LiveBlog, description: str, image: Data) -> Data:
    document = documents.blog_document(blog, "page")
    over = blog.status != LiveBlog.Status.LIVE
    more = {
        "mainEntityOfPage": document["url"],
        "description": description,
        "image": [_image(image)],
        "inLanguage": document["language"],
        "datePublished": document["published_at"],
        "coverageStartTime": document["coverage_start"],
        "coverageEndTime": document["coverage_end"] if over else None,
        "author": _organization(document["byline"]) if document["byline"] else _publisher(),
        "publisher": _publisher(),
        "creditText": document["credit_line"],
        "articleSection": document["topic"]["name"] if document["topic"] else None,
    }
    return _reference(document) | _stated(more)


def _reference(document: Data) -> Data:
    return {
        "@type": "LiveBlogPosting",
        "@id": document["url"],
        "url": document["url"],
        "headline": document["headline"],
    }


def _update(entry: Entry) -> Data:
    """A `BlogPosting`, with the rights of the page; `url` is its place in the live blog."""
    document = documents.entry_document(entry, "page")
    blog = settings.SITE_URL + entry.blog.get_absolute_url()
    return _stated(
        {
            "@type": "BlogPosting",
            "@id": document["url"],
            "url": f"{blog}#entry-{entry.number}",
            "headline": documents.title_of(document),
            "datePublished": document["published_at"],
            "dateModified": document["updated_at"],
            "contentReferenceTime": document["display_at"],
            "articleBody": document["body_text"],
            "inLanguage": entry.blog.language,
            "keywords": document["tags"],
            "author": [_person(row["name"]) for row in document["authors"]] or _publisher(),
            "image": [_image(row) for row in document["images"]],
            "creditText": documents.credit_text(document),
            "isBasedOn": [_based_on(row) for row in document["attributions"] if _is_outside(row)],
            "correction": [_correction(row) for row in document["corrections"]],
        }
    )


def _is_outside(attribution: Data) -> bool:
    return bool(attribution["source"]["kind"] != Source.Kind.OWN_STAFF)


def _based_on(attribution: Data) -> Data:
    """What the source published, built in turn on what it cites."""
    report = {"@type": "CreativeWork", "publisher": _source(attribution["source"])}
    via = attribution["via"]
    based_on = {"@type": "CreativeWork", "publisher": _source(via)} if via else None
    return _stated(report | {"isBasedOn": based_on})


def _source(source: Data) -> Data:
    kind = "NewsMediaOrganization" if source["kind"] in PRESS else "Organization"
    return {"@type": kind, "name": source["name"]}


def _correction(row: Data) -> Data:
    return {"@type": "CorrectionComment", "text": row["note"], "datePublished": row["at"]}


def _image(image: Data) -> Data:
    names = {"url": "url", "width": "width", "height": "height", "caption": "alt"}
    shown = {name: image[known] for name, known in names.items()}
    return _stated({"@type": "ImageObject"} | shown | {"creditText": image.get("credit")})


def _person(name: str) -> Data:
    return {"@type": "Person", "name": name}


def _organization(name: str) -> Data:
    return {"@type": "Organization", "name": name}


def _publisher() -> Data:
    logo = settings.SITE_LOGO or settings.SITE_URL + static("newsroom/icons/touch.png")
    return {
        "@type": "NewsMediaOrganization",
        "name": settings.SITE_NAME,
        "url": f"{settings.SITE_URL}/",
        "logo": {"@type": "ImageObject", "url": logo},
    }


def _stated(document: Data) -> Data:
    return {name: value for name, value in document.items() if value not in (None, "", [])}
