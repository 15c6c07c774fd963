"""A page made of kept fragments is, byte for byte, the page rendered from nothing."""

from random import Random

import pytest

from liveblog import render
from liveblog.render.store import STORE
from liveblog.window import find_blog, load_window
from tests.cast import wire_item
from tests.contract.newsday import NewsDay


def page_of(slug):
    return render.render_page(load_window(find_blog(slug)))


@pytest.mark.parametrize("seed", [200])
def test_a_kept_fragment_never_differs_from_a_fresh_one(
    seed, blog, ada, chi, northwire, coastal, picture
):
    pictures = [picture(), picture(caption="The lighthouse.")]
    item = wire_item(northwire, guid=f"urn:northwire:{seed}")
    day = NewsDay(Random(seed), blog, [ada, chi], [northwire, coastal], pictures, item)
    for _ in range(30):
        day.step()
        kept_page, kept = page_of(blog.slug), dict(STORE._kept)
        STORE.clear()
        assert kept_page == page_of(blog.slug), day.done
        STORE._kept.update(kept)
