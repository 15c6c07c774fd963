import pytest

from liveblog.embeds import providers
from liveblog.embeds.fetching import Fetching
from liveblog.models import EmbedCard
from tests.outbound.conftest import canary, site  # noqa: F401


@pytest.fixture
def provider(site, monkeypatch):  # noqa: F811
    """The site as a known provider: it answers about its own pages at /oembed."""
    import re

    rule = providers.Rule(re.compile(r"127\.0\.0\.1"), re.compile(r"/\S*"), site.url("/oembed"))
    monkeypatch.setattr(providers, "rules", lambda: {"0.1": (rule,)})
    return site


@pytest.fixture
def worker():
    """Asks every address that is due, and stores what came back."""
    return Fetching()


@pytest.fixture
def news_page(site):  # noqa: F811
    """Puts a page with these `meta` properties on the site."""

    def put(path="/news", title="Harbour closed", content_type="text/html", **properties):
        metas = "".join(
            f'<meta property="og:{name}" content="{value}">' for name, value in properties.items()
        )
        body = f"<html><head><title>{title}</title>{metas}</head><body>…</body></html>"
        site.pages[path] = (200, {"Content-Type": content_type}, body.encode())
        return site.url(path)

    return put


@pytest.fixture
def card():
    """The one card there is."""
    return EmbedCard.objects.get
