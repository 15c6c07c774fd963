"""What Newsroom tells Prometheus. Needs the package of requirements-metrics.txt.

Requests and streams are counted in this process; what the database knows is read when it is
asked for, so that it is right whichever process is asked, the worker's work included.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import Error
from django.db.models import Count, Min, Q
from django.utils import timezone
from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from liveblog.actions.cards import pending_cards
from liveblog.live.cache import answered
from liveblog.live.limits import open_streams
from liveblog.models import Entry, LiveBlog, SharedEdit, WebProcess, WireFeed

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

_registry = CollectorRegistry()
_requests = Histogram(
    "newsroom_request_seconds",
    "How long requests took, by the name of their address and their status.",
    ["route", "status"],
    buckets=SECONDS,
    registry=_registry,
)


def observe(route: str, status: int, seconds: float) -> None:
    """Count one request. `route` is a name of the URL configuration, never a path."""
    _requests.labels(route, status).observe(seconds)


def exposition() -> bytes:
    """Everything, in Prometheus' text format."""
    return generate_latest(_registry)


class _Newsroom(Collector):
    """What is looked up when Prometheus asks."""

    def collect(self) -> Iterator[Metric]:
        yield _gauge("streams_open", "Open event streams of this process.", open_streams())
        yield _pages()
        try:
            found = [metric for read in (_entries, _worker_lag, _feeds) for metric in read()]
        except Error:
            found = []
        yield _gauge("database_up", "1 if the database answers.", int(bool(found)))
        yield from found

    def describe(self) -> Iterator[Metric]:
        """Nothing: it would ask the database when the process starts."""
        return iter(())


def _pages() -> Metric:
    pages = CounterMetricFamily(
        "newsroom_pages", "Public answers of this process by how they came about.", labels=["how"]
    )
    for how, count in sorted(answered().items()):
        pages.add_metric([how], count)
    return pages


def _entries() -> Iterator[Metric]:
    public = Entry.objects.filter(number__isnull=False)
    counts = public.aggregate(
        published=Count("pk"), killed=Count("pk", filter=Q(state=Entry.State.KILLED))
    )
    yield _counter("publishes", "Updates published for the first time.", counts["published"])
    yield _counter("kills", "Published updates retracted for good.", counts["killed"])
    live = LiveBlog.objects.filter(status=LiveBlog.Status.LIVE).count()
    yield _gauge("live_blogs", "Live blogs in live coverage.", live)


def _worker_lag() -> Iterator[Metric]:
    now = timezone.now()
    due = Entry.objects.filter(state=Entry.State.SCHEDULED, scheduled_for__lte=now).aggregate(
        late=Count("pk"), oldest=Min("scheduled_for")
    )
    oldest = (now - due["oldest"]).total_seconds() if due["oldest"] else 0.0
    yield _gauge("due_entries", "Scheduled updates whose time has come.", due["late"])
    yield _gauge("due_entries_late_seconds", "How late the latest of them is.", oldest)
    shared = SharedEdit.objects.filter(finished_at__isnull=True).count()
    yield _gauge("shared_edits_open", "Edits on their way to every live blog.", shared)
    silent = WebProcess.objects.filter(
        at__lt=now - WebProcess.SILENT, at__gte=now - WebProcess.FORGOTTEN
    ).count()
    yield _gauge("web_processes_silent", "Web processes that died or are cut off.", silent)
    embeds = pending_cards().count()
    yield _gauge("embeds_waiting", "Embedded addresses still to be looked up.", embeds)


def _feeds() -> Iterator[Metric]:
    """The feeds that are not paused, by their slugs."""
    now = timezone.now()
    failing = GaugeMetricFamily(
        "newsroom_wire_feed_failing", "1 if its last look or file failed.", labels=["feed"]
    )
    silent = GaugeMetricFamily(
        "newsroom_wire_feed_silent_seconds", "Since its last new item.", labels=["feed"]
    )
    rows = WireFeed.objects.filter(is_active=True).order_by("slug")
    for slug, error, item_at in rows.values_list("slug", "error", "item_at"):
        failing.add_metric([slug], int(bool(error)))
        if item_at is not None:
            silent.add_metric([slug], max((now - item_at).total_seconds(), 0.0))
    yield from (failing, silent)


def _gauge(name: str, help_text: str, value: float) -> Metric:
    return GaugeMetricFamily(f"newsroom_{name}", help_text, value=value)


def _counter(name: str, help_text: str, value: float) -> Metric:
    return CounterMetricFamily(f"newsroom_{name}", help_text, value=value)


_registry.register(_Newsroom())
