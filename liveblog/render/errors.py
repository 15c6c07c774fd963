"""The pages for what cannot be shown: plain, kind, and the same for every reason behind them."""

from __future__ import annotations

from django.conf import settings

from liveblog.render.markup import page

# status → title, and one sentence that tells a reader what to do.
WORDS = {
    400: ("This address cannot be read", "Something in it is not as it should be."),
    404: ("There is nothing here", "The address may be mistyped, or the link may be out of date."),
    410: ("This is no longer available", "It was published here and has since been taken down."),
    500: ("Something went wrong here", "It is not your doing. Please try again in a minute."),
    503: ("We will be back in a moment", "The site cannot answer just now. Please try again soon."),
}


def render_error(status: int, detail: str = "", *, reference: str = "") -> str:
    """A page for an HTTP status. `detail` is one plain sentence for whoever asked badly;
    `reference` is what the log calls the request, for whoever writes to us about it."""
    title, sentence = WORDS.get(status, WORDS[500] if status >= 500 else WORDS[400])
    context = {"title": title, "sentence": detail or sentence, "status": status}
    return page("error_page", context | {"reference": reference})


def render_moved(address: str) -> str:
    """A page that leads on, for where nothing can answer with a redirect."""
    context = {"title": "This page has moved", "address": address}
    return page("moved_page", context | {"canonical": settings.SITE_URL + address})
