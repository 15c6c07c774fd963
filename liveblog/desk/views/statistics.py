"""The statistics of one live blog: for editors and chiefs, since they tell of colleagues."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone

from liveblog.admin.report_words import shown
from liveblog.admin.wire_report import IN_FILE, ON_PAGE, PERIODS, ReportForm, days_of
from liveblog.desk.gate import Desk, page
from liveblog.desk.statistics import now_of, plots_of
from liveblog.reports import ONE_BLOG, Scope, as_csv


class StatisticsForm(ReportForm):
    """The same question of one live blog; days are those of its zone."""

    default = 1

    table = forms.ChoiceField(choices=[(key, key) for key in ONE_BLOG], required=False)


@page
def statistics(desk: Desk) -> HttpResponseBase:
    """Tables with plots, or one table as a file."""
    if not desk.is_editor:
        raise PermissionDenied
    with timezone.override(desk.blog.zone):
        form = StatisticsForm(desk.request.GET)
        if not form.is_valid():
            return _page(desk, form, {}, status=400)
        now = timezone.now()
        since, until = form.period(now)
        key = form.cleaned_data["table"]
        limit = IN_FILE if key else ON_PAGE
        scope = Scope(since, until, now, [desk.blog.team_id], limit, blog=desk.blog.pk)
        return _file(desk, form, scope, key) if key else _page(desk, form, _found(desk, scope))


def _found(desk: Desk, scope: Scope) -> dict[str, Any]:
    tables = {key: make(scope) for key, make in ONE_BLOG.items()}
    drawn = plots_of(tables)
    updates = sum(int(row[1]) for row in tables["hours"].rows if isinstance(row[1], int))
    return {
        "sections": [
            (shown(table), drawn.get(key), drawn["readers"] if key == "hours" else None)
            for key, table in tables.items()
        ],
        "since": scope.since,
        "until": scope.until,
        "now": now_of(desk.blog, scope.now, updates),
    }


def _page(
    desk: Desk, form: StatisticsForm, found: dict[str, Any], *, status: int = 200
) -> HttpResponseBase:
    query = desk.request.GET.copy()
    for name in ("table", "format"):
        query.pop(name, None)
    context = {
        **admin.site.each_context(desk.request),
        "title": f"Statistics: {desk.blog.headline}",
        "blog": desk.blog,
        "form": form,
        "periods": PERIODS,
        "chosen": "" if form.data.get("start") else form.data.get("days") or str(form.default),
        "query": query.urlencode(),
        "on_page": ON_PAGE,
        **found,
    }
    response = TemplateResponse(desk.request, "admin/desk/statistics.html", context, status=status)
    return response.render()  # while the zone is the live blog's


def _file(desk: Desk, form: StatisticsForm, scope: Scope, key: str) -> HttpResponseBase:
    """The whole table or nothing, as in the report of the wires."""
    table = ONE_BLOG[key](scope)
    if table.more:
        form.add_error(None, f"The table has more than {IN_FILE:,} rows: ask for a shorter period.")
        return _page(desk, form, {}, status=400)
    name = f"{desk.blog.slug}-{table.key}-{days_of(scope.since, scope.until)}.csv"
    return HttpResponse(
        as_csv(table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
