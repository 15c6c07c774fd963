"""What every list and form of this admin has in common: Django shows, the verbs write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property

from liveblog.admin.access import is_anywhere
from liveblog.models import Role

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    Pages = Paginator[Any]
else:
    ModelAdmin = admin.ModelAdmin
    Pages = Paginator


class BoundedPaginator(Pages):
    """Counts no further than a person would turn pages; older rows are found by searching."""

    LIMIT = 5000

    @cached_property
    def count(self) -> int:
        rows = self.object_list
        assert isinstance(rows, models.QuerySet)
        return rows.order_by()[: self.LIMIT].count()


class ReadOnlyAdmin(ModelAdmin):
    """A list and a page to look at. Rows are never deleted, and nothing here writes."""

    actions = None  # Django's would write around the verbs; see `together`
    list_per_page = 50
    list_max_show_all = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # they count the whole table once per filter
    paginator = BoundedPaginator
    view_on_site = False
    preserve_filters = False
    needs: ClassVar[Role] = Role.REPORTER

    def has_module_permission(self, request: HttpRequest) -> bool:
        return is_anywhere(request, self.needs)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The queryset decides about rows: what a person may not see is not in it."""
        return is_anywhere(request, self.needs)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        """Only the list's own filters: Django lets an address ask about any column of the row,
        and so find out a hash letter by letter."""
        names = [_name(listed) for listed in self.list_filter]
        if any(lookup == name or lookup.startswith(f"{name}__") for name in names):
            return True
        raise IncorrectLookupParameters  # answered by the whole list, not by an error

    def save_model(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("Rows of Newsroom are written by the verbs in liveblog.actions alone.")

    save_related = save_formset = delete_model = delete_queryset = save_model

    # Who did what is in the revisions; Django's own log would outlive an erased text.
    log_addition = log_change = log_deletions = save_model


def _name(listed: Any) -> str:
    """What a filter of a list is called in the address."""
    return str(getattr(listed, "parameter_name", None) or listed)
