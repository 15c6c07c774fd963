"""The test of the whole product: stale page + delta = fresh page at the same floor."""

import os
from random import Random

import pytest

from liveblog import window
from tests.cast import wire_item
from tests.contract.followers import Page, Partner
from tests.contract.newsday import NewsDay

SEEDS = int(os.environ.get("NEWSROOM_SEEDS", "5"))


@pytest.fixture
def newsday(blog, ada, chi, northwire, coastal, picture):
    def make(seed):
        sources = [northwire, coastal]
        pictures = [picture(), picture(caption="The lighthouse.")]
        item = wire_item(northwire, guid=f"urn:northwire:{seed}")
        return NewsDay(Random(seed), blog, [ada, chi], sources, pictures, item)

    return make


@pytest.mark.parametrize("seed", range(SEEDS))
def test_any_stale_page_becomes_the_fresh_page(seed, newsday, blog, monkeypatch):
    monkeypatch.setattr(window, "SIZE", 5)
    day, pages, partners = newsday(seed), [Page.load(blog.slug)], [Partner(blog.slug)]
    for _ in range(60):
        day.step()
        if day.random.random() < 0.15:
            pages.append(Page.load(blog.slug))
        if day.random.random() < 0.2:
            day.random.choice(pages).catch_up()
        if day.random.random() < 0.1:
            partners.append(Partner(blog.slug))
            day.random.choice(partners).sync()
    for page in pages:
        page.catch_up()
        assert page.shows() == Page.load(blog.slug, floor=page.floor).shows(), day.done
    for partner in partners:
        partner.sync()
        assert partner.entries == Partner.everything(blog.slug), day.done


@pytest.mark.parametrize("seed", range(100, 100 + SEEDS))
def test_a_page_that_follows_every_step_is_never_wrong(seed, newsday, blog, monkeypatch):
    monkeypatch.setattr(window, "SIZE", 5)
    day, page, partner = newsday(seed), Page.load(blog.slug), Partner(blog.slug)
    for _ in range(50):
        day.step()
        page.catch_up()
        partner.sync()
        assert page.shows() == Page.load(blog.slug, floor=page.floor).shows(), day.done
        assert partner.entries == Partner.everything(blog.slug), day.done


@pytest.mark.parametrize("seed", range(10))
def test_a_delta_does_no_harm_when_it_is_repeated_or_late(seed, newsday, blog):
    day, page = newsday(seed), Page.load(blog.slug)
    deltas = []
    for _ in range(30):
        day.step()
        deltas.append(page.catch_up())
    for delta in day.random.sample(deltas, len(deltas)):
        regions = page.regions
        page.apply(delta | {"reset": False, "blog": None})
        assert page.regions == regions
    assert page.shows() == Page.load(blog.slug, floor=page.floor).shows()


def test_the_random_day_really_does_every_verb(newsday):
    missing = {verb.__name__ for verb in NewsDay.VERBS}
    for seed in range(30):
        day = newsday(seed)
        for _ in range(40):
            day.step()
        missing -= set(day.done)
        if not missing:
            return
    pytest.fail(f"Never done: {', '.join(sorted(missing))}.")
