"""The pages behind the buttons: GET asks and changes nothing, POST does it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods

from liveblog import actions
from liveblog.admin.access import reaches, role_for, user_of
from liveblog.admin.base import ReadOnlyAdmin
from liveblog.admin.verbs import ConfirmForm, Verb, refusal_status


class VerbPagesAdmin(ReadOnlyAdmin):
    """Adds `<pk>/verb/<name>/` for every verb in `verbs`."""

    verbs: ClassVar[tuple[Verb, ...]] = ()
    verb_key = "int:pk"

    def get_urls(self) -> list[URLPattern]:
        view = require_http_methods(["GET", "HEAD", "POST"])(self.verb_view)
        page = path(
            f"<{self.verb_key}>/verb/<slug:name>/",
            self.admin_site.admin_view(view),
            name=f"{self._url_name}_verb",
        )
        return [page, *super().get_urls()]

    @property
    def _url_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}"

    def find(self, request: HttpRequest, object_id: Any) -> Any:
        """The row, if this person may see it. Anything else is 404, whether it exists or not."""
        found = self.get_object(request, str(object_id)) if self._allowed(request) else None
        if found is None:
            raise Http404("There is nothing here that you may see.")
        return found

    def _allowed(self, request: HttpRequest) -> bool:
        return self.has_view_or_change_permission(request)

    def team_of(self, obj: Any) -> int:
        """The id of the team a row belongs to."""
        return int(obj.team_id)

    def change_url(self, obj: Any) -> str:
        kind = obj._meta  # a verb may lead on to a row of another kind
        return reverse(f"admin:{kind.app_label}_{kind.model_name}_change", args=[obj.pk])

    def may(self, request: HttpRequest, verb: Verb, obj: Any) -> bool:
        """Whether the person's role reaches; whether it applies now is another question."""
        return reaches(role_for(request, self.team_of(obj)), verb.needs)

    def offered(self, request: HttpRequest, obj: Any) -> list[dict[str, Any]]:
        """`{verb, url}` for every button this person gets on this row now."""
        return [
            {"verb": verb, "url": self.verb_url(verb, obj)}
            for verb in self.verbs
            if verb.applies(obj) and self.may(request, verb, obj)
        ]

    def verb_url(self, verb: Verb, obj: Any) -> str:
        return reverse(f"admin:{self._url_name}_verb", args=[obj.pk, verb.name])

    def verb_view(self, request: HttpRequest, pk: Any, name: str) -> HttpResponseBase:
        """Ask before a verb, or do it."""
        obj = self.find(request, pk)
        verb = next((verb for verb in self.verbs if verb.name == name), None)
        if verb is None:
            raise Http404("There is no such verb.")
        return self.ask_or_do(request, obj, verb)

    def ask_or_do(self, request: HttpRequest, obj: Any, verb: Verb) -> HttpResponseBase:
        """GET shows the page of `verb`; POST runs it and says what came of it."""
        form = verb.form(obj, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                done = verb.run(user_of(request), obj, form)
            except actions.ActionError as error:
                return self._refused(request, obj, verb, form, error)
            messages.success(request, verb.done)
            return redirect(self.change_url(done if verb.leads_on else obj))
        status = 200 if self.may(request, verb, obj) else 403
        return self._verb_page(request, obj, verb, form, status)

    def _refused(
        self,
        request: HttpRequest,
        obj: Any,
        verb: Verb,
        form: ConfirmForm,
        error: actions.ActionError,
    ) -> HttpResponse:
        if isinstance(error, actions.Stale):
            # Pressing again means the row as it is now, which the page shows.
            form.retype("revision", str(error.revision))
            obj.refresh_from_db()
        form.refuse(error)
        return self._verb_page(request, obj, verb, form, refusal_status(error))

    def _verb_page(
        self, request: HttpRequest, obj: Any, verb: Verb, form: ConfirmForm, status: int
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": verb.label.rstrip("…"),
            "opts": self.opts,
            "original": obj,
            "verb": verb,
            "form": form,
            "possible": self.may(request, verb, obj) and verb.applies(obj),
            "allowed": self.may(request, verb, obj),
            "back": self.change_url(obj),
            "about": self.about(obj),
        }
        return TemplateResponse(request, "admin/newsroom/verb.html", context, status=status)

    def about(self, obj: Any) -> dict[str, str]:
        """What the page says of the row: `{name, text, state}`."""
        return {"name": str(obj), "text": "", "state": ""}
