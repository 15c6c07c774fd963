"""The report of the wires: what a chief takes into a talk with an agency. To read only."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from liveblog.admin.access import reaches, roles_of
from liveblog.admin.report_words import Shown, plots_of, shown
from liveblog.models import Role
from liveblog.reports import TABLES, Scope, Table, as_csv

ON_PAGE, IN_FILE = 100, 20_000  # rows of a list
LONGEST = 366  # days
YEARS = 1900, 2999  # beyond them no clock of the world is known
PERIODS = [("1", "24 hours"), ("7", "7 days"), ("30", "30 days")]
DEFAULT = 7


class ReportForm(forms.Form):
    """The address's question: `days`, or `start` and `end`, both days included."""

    default = DEFAULT

    days = forms.ChoiceField(choices=PERIODS, required=False)
    start = forms.DateField(
        label="From", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    end = forms.DateField(
        label="To", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    table = forms.ChoiceField(choices=[(key, key) for key in TABLES], required=False)
    format = forms.ChoiceField(choices=[("csv", "CSV")], required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        start, end = given.get("start"), given.get("end")
        if end and not start:
            raise forms.ValidationError("Say from which day the report is to tell.")
        if any(day and not YEARS[0] <= day.year <= YEARS[1] for day in (start, end)):
            raise forms.ValidationError("Say days of the years {} to {}.".format(*YEARS))
        if start and (end or timezone.localdate()) < start:
            raise forms.ValidationError("The first day is after the last.")
        if start and ((end or timezone.localdate()) - start).days >= LONGEST:
            raise forms.ValidationError(f"A report tells of {LONGEST} days at most.")
        if bool(given.get("table")) != bool(given.get("format")):
            raise forms.ValidationError("A file needs both: which table, and in which format.")
        return given

    def period(self, now: datetime) -> tuple[datetime, datetime]:
        """From when, and before when."""
        start, end = self.cleaned_data["start"], self.cleaned_data["end"]
        if not start:
            return now - timedelta(days=int(self.cleaned_data["days"] or self.default)), now
        last = end or timezone.localdate(now)
        midnight = timezone.get_current_timezone()
        since = datetime.combine(start, time(), tzinfo=midnight)
        return since, datetime.combine(last + timedelta(days=1), time(), tzinfo=midnight)


def days_of(since: datetime, until: datetime) -> str:
    """For a file's name: the first day and the last, as they were asked for."""
    first, last = since, until - timedelta(microseconds=1)
    return "-".join(f"{timezone.localtime(each):%Y-%m-%d}" for each in (first, last))


def report_view(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """Editors and chiefs: feeds of the whole newsroom, live blogs of the teams they lead."""
    teams = [team for team, role in roles_of(request).items() if reaches(role, Role.EDITOR)]
    if not teams:
        raise PermissionDenied
    form = ReportForm(request.GET)
    if not form.is_valid():
        return _page(site, request, form, {}, status=400)
    now = timezone.now()
    since, until = form.period(now)
    key = form.cleaned_data["table"]
    if key:
        scope = Scope(since, until, now, teams, IN_FILE)
        return _file(TABLES[key](scope), form, since, until, site, request)
    scope = Scope(since, until, now, teams, ON_PAGE)
    tables = [make(scope) for make in TABLES.values()]
    return _page(site, request, form, _context(tables, since, until))


def _context(tables: list[Table], since: datetime, until: datetime) -> dict[str, Any]:
    drawn = plots_of({table.key: table for table in tables})
    sections: list[tuple[Shown, Any]] = [(shown(table), drawn.get(table.key)) for table in tables]
    return {"sections": sections, "since": since, "until": until}


def _page(
    site: AdminSite,
    request: HttpRequest,
    form: ReportForm,
    found: dict[str, Any],
    *,
    status: int = 200,
) -> TemplateResponse:
    query = request.GET.copy()
    for name in ("table", "format"):
        query.pop(name, None)
    context = {
        **site.each_context(request),
        "title": "Report of the wires",
        "form": form,
        "periods": PERIODS,
        "chosen": "" if form.data.get("start") else form.data.get("days") or str(DEFAULT),
        "query": query.urlencode(),
        "on_page": ON_PAGE,
        **found,
    }
    return TemplateResponse(request, "admin/reports/report.html", context, status=status)


def _file(
    table: Table,
    form: ReportForm,
    since: datetime,
    until: datetime,
    site: AdminSite,
    request: HttpRequest,
) -> HttpResponse:
    """The whole table or nothing: a file that was cut would be taken for all there is."""
    if table.more:
        form.add_error(None, f"The table has more than {IN_FILE:,} rows: ask for a shorter period.")
        return _page(site, request, form, {}, status=400)
    name = f"wires-{table.key}-{days_of(since, until)}.csv"
    return HttpResponse(
        as_csv(table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
