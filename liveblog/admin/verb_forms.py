"""The form page shared by live blogs, entries and shared rows: one verb behind “Save”."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from liveblog import actions
from liveblog.admin.forms import Conflict, VerbForm
from liveblog.admin.verb_pages import VerbPagesAdmin
from liveblog.admin.verbs import refusal_status


class VerbFormAdmin(VerbPagesAdmin):
    """Subclasses say which form (`make_form`) and which verb (`run`)."""

    form_template = "admin/newsroom/form.html"

    def make_form(self, request: HttpRequest, obj: Any) -> VerbForm:
        """The form for `obj`, or for a new row; bound if the request is a POST."""
        raise NotImplementedError

    def run(self, request: HttpRequest, obj: Any, form: Any) -> Any:
        """Call the verb with what the valid form says, and return the row. Raises `ActionError`."""
        raise NotImplementedError

    def buttons(self, request: HttpRequest, obj: Any) -> list[dict[str, str]]:
        """`{verb, label}` of the form's own buttons, the harmless one first; none: read only."""
        return [{"verb": "save", "label": "Save"}] if self.may_write(request, obj) else []

    def may_write(self, request: HttpRequest, obj: Any) -> bool:
        allowed = self.has_add_permission if obj is None else self.has_change_permission
        return allowed(request)

    def is_done(self, obj: Any, form: Any, request: HttpRequest) -> bool:
        """Whether `obj`, as it stands, is what this submission asked for: it was sent twice."""
        return False

    def conflict(self, obj: Any, form: Any, error: actions.Stale) -> Conflict:
        """What stands now beside what was typed."""
        raise NotImplementedError

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Mapping[str, Any] | None = None,
    ) -> Any:
        obj = self.find(request, object_id) if object_id is not None else None
        if obj is None and not self.has_add_permission(request):
            raise PermissionDenied
        form = self.make_form(request, obj)
        status = 200
        if request.method == "POST" and form.is_valid():
            answer = self._attempt(request, obj, form)
            if not isinstance(answer, int):
                return answer
            status = answer
        return self._form_page(request, obj, form, status)

    def _attempt(self, request: HttpRequest, obj: Any, form: VerbForm) -> HttpResponseBase | int:
        """Redirect to the row, or the status of the page that says why not."""
        try:
            done = self.run(request, obj, form)
        except actions.Stale as error:
            obj.refresh_from_db()
            if self.is_done(obj, form, request):
                messages.success(request, "Saved already.")
                return redirect(self.change_url(obj))
            form.merge_against(error, self.conflict(obj, form, error))
            return refusal_status(error)
        except actions.ActionError as error:
            form.refuse(error)
            return refusal_status(error)
        self.announce(request, obj, done)
        return redirect(self.change_url(done))

    def announce(self, request: HttpRequest, before: Any, done: Any) -> None:
        """Say that it worked."""
        messages.success(request, "Saved.")

    def _form_page(
        self, request: HttpRequest, obj: Any, form: VerbForm, status: int
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": str(obj) if obj is not None else f"Add {self.opts.verbose_name}",
            "opts": self.opts,
            "original": obj,
            "form": form,
            "media": form.media,
            "buttons": self.buttons(request, obj),
            "verbs": self.offered(request, obj) if obj is not None else [],
            **self.page_context(request, obj),
        }
        return TemplateResponse(request, self.form_template, context, status=status)

    def page_context(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        """What else a page shows."""
        return {}
