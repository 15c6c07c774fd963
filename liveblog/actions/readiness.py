"""Whether an entry may become or stay public, checked under the locks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db.models import Q

from liveblog import rights
from liveblog.actions.errors import Blocked, Invalid, WrongState
from liveblog.actions.wire_rows import own_chains
from liveblog.apstyle import date_label, time_label, zone_label
from liveblog.models import Entry, LiveBlog, PubStatus, WireChain, WireItem
from liveblog.publishability import Copy, Verdict, publishability


def require_open_blog(blog: LiveBlog) -> None:
    """New entries become public in live coverage only."""
    if blog.status == LiveBlog.Status.PLANNED:
        raise WrongState("The coverage has not been opened yet. Open it, then publish.")
    if blog.status != LiveBlog.Status.LIVE:
        raise WrongState(
            f"This live blog is {blog.get_status_display().lower()}. Reopen the coverage first."
        )


def require_content(entry: Entry) -> None:
    """An entry needs a text, an embed or a picture, and every picture its credit and alt."""
    errors: dict[str, list[str]] = {}
    images = list(entry.images.select_related("asset"))
    if not (entry.body_text or images or _has_embed(entry)):
        errors["body"] = ["An update needs a text, an embed or a picture before it is published."]
    for image in images:
        if image.asset.killed_at is not None:
            errors["images"] = ["A picture in this update has been killed. Take it out."]
        elif not image.asset.may_be_shown:
            missing = "credit" if not image.asset.credit else "alternative text"
            errors["images"] = [f"A picture in this update has no {missing}. Add it first."]
    if errors:
        raise Invalid(errors)


def _has_embed(entry: Entry) -> bool:
    """An imported page's empty place counts for entries that are public already, no others."""
    embeds = entry.embeds.all() if entry.number else entry.embeds.filter(to_fill=False)
    return embeds.exists()


def require_living(built_from: int | None) -> None:
    """Nothing is begun from what its agency has killed, not even a draft."""
    if built_from is None:
        return
    if WireItem.objects.filter(pk=built_from, chain__pub_status=PubStatus.CANCELED).exists():
        raise Blocked("The agency has killed the item this is built from. It must not be used.")


def require_publishable(entry: Entry, now: datetime) -> None:
    """Embargo, hold, kill and contract, re-read under the chain's lock."""
    verdict = verdict_on(entry, now)
    if verdict.state == "blocked":
        raise Blocked(verdict.why)
    if verdict.state == "wait" and verdict.until:
        raise Blocked(f"Embargoed until {spoken(verdict.until, entry.blog)}. {verdict.why}")


def verdict_on(entry: Entry, now: datetime) -> Verdict:
    """The publishability of `entry` as its rows stand now."""
    cited = list(WireChain.objects.filter(_cited_by(entry)).select_related("source").order_by("pk"))
    embargoes = [entry.embargo_until, *(chain.embargo_until for chain in cited)]
    return publishability(
        now=now,
        embargo_until=max((each for each in embargoes if each), default=None),
        copy=_copy_of(entry),
        cites_killed=_names([each for each in cited if each.pub_status == PubStatus.CANCELED]),
        cites_held=_names([each for each in cited if _is_held(each)]),
    )


def _cited_by(entry: Entry) -> Q:
    """The chains of what an entry cites, and of the pictures it shows."""
    items = WireItem.objects.order_by()
    cited = items.filter(citations__entry=entry).values("chain")
    shown = items.filter(pictures__used_in__entry=entry).values("chain")
    return Q(pk__in=cited.union(shown, own_chains(entry)))


def _is_held(chain: WireChain) -> bool:
    return chain.pub_status != PubStatus.USABLE or chain.embargo_unsure


def _names(chains: Sequence[WireChain]) -> str:
    return next((chain.source.name for chain in chains), "")


def spoken(moment: datetime, blog: LiveBlog) -> str:
    """A moment in the blog's zone for a message: "9:34 p.m. EST, Jan. 5, 2023"."""
    zone = blog.zone
    day = date_label(moment.astimezone(zone))
    return f"{time_label(moment, zone)} {zone_label(zone, moment)}, {day}"


def _copy_of(entry: Entry) -> Copy | None:
    if entry.built_from_id is None:
        return None
    item = WireItem.objects.with_terms().get(pk=entry.built_from_id)
    copy = copy_of(item)
    # What has run out is shown without its text: the rest of it may still be put right.
    return replace(copy, rights_until=None) if entry.rights_expired_at else copy


def copy_of(item: WireItem) -> Copy:
    """What is known of an item, joined with its terms. A hold is on all versions of a chain."""
    chain = item.chain
    usable = chain.pub_status == PubStatus.USABLE
    return Copy(
        pub_status=item.pub_status if usable else chain.pub_status,
        embargo_until=chain.embargo_until,
        embargo_unsure=chain.embargo_unsure,
        is_advisory=item.is_advisory,
        rights_until=item.rights_until,
        page_level=rights.decide(item.terms, "page").level,
    )
