"""One verb for several rows of a list: asked first, done row by row, the result told per row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods

from liveblog import actions
from liveblog.admin.access import is_anywhere, user_of
from liveblog.admin.verb_pages import VerbPagesAdmin
from liveblog.admin.verbs import ConfirmForm, Verb

MOST = 50  # rows at a time: what one page of a list shows
UNKNOWN = "There is no such update that you may see."
Chooser = Callable[[Any, HttpRequest, Any], HttpResponse]


@dataclass(slots=True)
class Row:
    """One chosen row: what it is, and what can be or has been done with it, in words."""

    pk: str
    obj: Any = None
    possible: bool = False
    done: bool = False
    words: str = ""


class TogetherAdmin(VerbPagesAdmin):
    """Adds `together/<verb>/?id=&id=`. A list action only leads there: it changes nothing."""

    together: ClassVar[tuple[Verb, ...]] = ()

    def get_urls(self) -> list[URLPattern]:
        view = require_http_methods(["GET", "HEAD", "POST"])(self.together_view)
        page = path(
            "together/<slug:name>/",
            self.admin_site.admin_view(view),
            name=f"{self._url_name}_together",
        )
        return [page, *super().get_urls()]

    def get_actions(self, request: HttpRequest) -> Any:
        """The verbs within this person's reach in any team; each row is judged by its own."""
        if "_popup" in request.GET:
            return {}
        return {
            verb.name: (self._chooser(verb), verb.name, verb.label)
            for verb in self.together
            if is_anywhere(request, verb.needs)
        }

    def _chooser(self, verb: Verb) -> Chooser:
        page = reverse(f"admin:{self._url_name}_together", args=[verb.name])

        def choose(_: Any, request: HttpRequest, __: Any) -> HttpResponse:
            if request.POST.get("select_across") == "1":
                messages.error(request, "Choose the rows one by one: all pages were never read.")
                return redirect(f"admin:{self._url_name}_changelist")
            chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)[: MOST + 1]
            return redirect(f"{page}?{urlencode({'id': chosen}, doseq=True)}")

        return choose

    def together_view(self, request: HttpRequest, name: str) -> HttpResponse:
        verb = next((verb for verb in self.together if verb.name == name), None)
        if verb is None or not self._allowed(request):
            raise Http404("There is no such verb.")
        ids = list(dict.fromkeys(request.GET.getlist("id")))
        if not 1 <= len(ids) <= MOST:
            messages.error(request, f"Choose between 1 and {MOST} rows.")
            return redirect(f"admin:{self._url_name}_changelist")
        rows = [self._row(request, verb, pk) for pk in ids]
        form = verb.form(None, request.POST if request.method == "POST" else None)
        finished = request.method == "POST" and form.is_valid()
        if finished:
            for row in rows:
                self._do(request, verb, row)
        context = {
            **self.admin_site.each_context(request),
            "title": verb.label.rstrip("…"),
            "opts": self.opts,
            "verb": verb,
            "form": form,
            "rows": rows,
            "finished": finished,
            "possible": sum(row.possible for row in rows),
            "done": sum(row.done for row in rows),
        }
        return TemplateResponse(request, "admin/newsroom/together.html", context)

    def _row(self, request: HttpRequest, verb: Verb, pk: str) -> Row:
        obj = self.get_object(request, pk)
        if obj is None:
            return Row(pk, words=UNKNOWN)
        if not self.may(request, verb, obj):
            return Row(pk, obj, words="Your role does not reach that far here.")
        if not verb.applies(obj):
            state = self.about(obj)["state"].lower()
            return Row(pk, obj, words=f"It is {state} now, so that cannot be done.")
        return Row(pk, obj, possible=True)

    def _do(self, request: HttpRequest, verb: Verb, row: Row) -> None:
        """Run the verb on one row. What the page could not do the verb is not asked for."""
        if not row.possible:
            return
        data = request.POST.copy()
        data["revision"] = request.POST.get(f"revision-{row.pk}", "")
        form: ConfirmForm = verb.form(row.obj, data)
        if not form.is_valid():
            row.words = "The page was incomplete. Open the list again."
            return
        try:
            verb.run(user_of(request), row.obj, form)
        except actions.Invalid as error:
            row.words = " ".join(text for texts in error.errors.values() for text in texts)
        except actions.ActionError as error:
            row.words = error.message
        else:
            row.done, row.words = True, verb.done
