"""The form of one entry: what an editor can say about it, and reading that back as fields."""

from __future__ import annotations

import secrets
from typing import Any, cast

from django import forms
from django.http import HttpRequest
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from liveblog import actions
from liveblog.admin.entry_rows import ROWSETS, Choices, RowSet
from liveblog.admin.forms import VerbForm, block, text
from liveblog.admin.tags import TagsField
from liveblog.admin.zoned import ZonedTimeField, typed_form, zone_note
from liveblog.models import Correction, Entry, LiveBlog
from liveblog.render.markup import direction

# What `liveblog.sanitise` lets through, and nothing that it would take away again.
EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "History": True,
    "NoSpellCheck": False,
}
URGENCY = [(n, {1: "1, hottest", 5: "5, usual", 9: "9, coldest"}.get(n, n)) for n in range(1, 10)]
TIMES = ("display_at", "embargo_until")

READ_BY_READERS = {"headline", "body", "key_event_title", "note"}


class EntryForm(VerbForm):
    """Bound and initial values of an entry; its rows are form sets beside it in `rowsets`."""

    layout = (
        ("", ("headline", "body", "tags")),
        ("When and how", ("display_at", "urgency", "verification", "embargo_until")),
        ("Key event", ("is_key_event", "key_event_title", "pin_when_published")),
    )

    headline = text("Headline", "Optional; most updates have none.")
    body = ProseEditorFormField(
        label="Text",
        required=False,
        help_text="May stay empty when the update is an embed or a picture.",
        config={"extensions": EXTENSIONS},
        sanitize=False,  # only turns an empty paragraph into nothing; the verbs do the rest
        widget=AdminProseEditorWidget,
    )
    tags = TagsField()
    urgency = forms.TypedChoiceField(
        coerce=int,
        choices=URGENCY,
        initial=5,
        help_text="For colleagues and partners, as agencies count it; readers do not see it.",
    )
    verification = forms.ChoiceField(
        choices=Entry.Verification.choices,
        initial="attributed",
        help_text="“Unconfirmed” is said to readers above the text.",
    )
    is_key_event = forms.BooleanField(
        label="Key event",
        required=False,
        help_text="Lists it among the events a latecomer needs.",
    )
    key_event_title = text("Title in that list", "Empty: the headline, or the first words.")
    pin_when_published = forms.BooleanField(
        label="Pin when published",
        required=False,
        help_text="On top of the page as soon as it is published; what is pinned now gives way.",
    )
    idempotency_key = forms.CharField(required=False, widget=forms.HiddenInput)
    built_from = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, blog: LiveBlog, entry: Entry | None, data: Any = None, *, over: Any = None
    ) -> None:
        super().__init__(data, initial=_initial(entry) | (over or {}))
        self.blog = blog
        self.entry = entry
        self._add_times()
        self._add_fields_of_state()
        self._say_language()
        choices = Choices(blog, entry)
        self.rowsets: dict[str, RowSet] = {
            name: rowset(
                data,
                prefix=name,
                initial=self.initial.get(name, []),
                form_kwargs={"choices": choices},
            )
            for name, rowset in ROWSETS.items()
        }

    def _add_times(self) -> None:
        zone = self.blog.zone
        self.fields["display_at"] = ZonedTimeField(
            zone=zone,
            label="Display time",
            help_text=f"When it happened or was reported. {zone_note(zone)}. "
            "Empty: the moment it is published.",
        )
        self.fields["embargo_until"] = ZonedTimeField(
            zone=zone,
            label="Embargo until",
            help_text=f"The supplier's ban: nothing can publish it before. {zone_note(zone)}.",
        )

    def _add_fields_of_state(self) -> None:
        """What only one state asks for: a schedule before publication, a public note after it."""
        if self.entry is None or self.entry.state in Entry.UNPUBLISHED:
            zone = self.blog.zone
            self.fields["scheduled_for"] = ZonedTimeField(
                zone=zone, label="Publish at", help_text=f"For “Schedule”. {zone_note(zone)}."
            )
        elif self.entry.state == Entry.State.PUBLISHED:
            self.fields["kind"] = forms.ChoiceField(
                choices=Correction.Kind.choices,
                required=False,
                label="It is a",
                help_text="A correction puts an error right; a clarification says it better.",
            )
            self.fields["note"] = block(
                "Public note",
                "Readers see it under the update: what was wrong and what is right.",
                rows=2,
            )

    def _say_language(self) -> None:
        """What readers read is in their language: the browser's spelling and a voice go by it."""
        language = self.blog.language
        for name in READ_BY_READERS & self.fields.keys():
            self.fields[name].widget.attrs |= {"lang": language, "dir": direction(language)}

    def is_valid(self) -> bool:
        # All of them, so that every error is shown at once.
        return all([super().is_valid(), *(rows.is_valid() for rows in self.rowsets.values())])

    @property
    def has_row_errors(self) -> bool:
        return self.is_bound and not all(rows.is_valid() for rows in self.rowsets.values())

    def typed(self) -> actions.EntryFields:
        """What was typed, as the verbs take it; a time left as it was shown is left out."""
        clean = self.cleaned_data
        fields: dict[str, Any] = {
            "headline": clean["headline"],
            "body": clean["body"],
            "is_key_event": clean["is_key_event"],
            "key_event_title": clean["key_event_title"],
            "pin_when_published": clean["pin_when_published"],
            "urgency": clean["urgency"],
            "verification": clean["verification"],
            **{name: rows.rows() for name, rows in self.rowsets.items()},
        }
        if "tags" in self.data:  # a page from before there were tags sends none
            fields["tags"] = clean["tags"]
        fields |= {name: clean[name] for name in TIMES if not self._as_shown(name)}
        if clean.get("built_from"):
            fields["built_from"] = clean["built_from"]
        return cast("actions.EntryFields", fields)

    def _as_shown(self, name: str) -> bool:
        """Whether a time is still what the page showed: the seconds it did not show must stay."""
        if self.entry is None:
            return False
        return bool(self[name].data == typed_form(self.initial.get(name), self.blog.zone))

    def refuse_fields(self, errors: Any) -> None:
        for name in self.rowsets.keys() & errors.keys():
            self.rowsets[name].refuse(errors[name])
        own = {name: texts for name, texts in errors.items() if name not in self.rowsets}
        super().refuse_fields(own)

    def refuse(self, error: actions.ActionError) -> None:
        super().refuse(error)
        if isinstance(error, actions.KeyReused):
            self.add_error(None, "Look at the list first; pressing again makes another update.")
            self.retype("idempotency_key", secrets.token_urlsafe(16))


def _initial(entry: Entry | None) -> dict[str, Any]:
    key = {"idempotency_key": secrets.token_urlsafe(16)}
    if entry is None:
        return key
    fields = actions.fields_of(entry)
    times = {name: getattr(entry, name) for name in (*TIMES, "scheduled_for")}
    return fields | times | key | {"revision": entry.revision}


def form_for(request: HttpRequest, blog: LiveBlog, entry: Entry | None) -> EntryForm:
    """The form, bound if the request brings data."""
    return EntryForm(blog, entry, request.POST if request.method == "POST" else None)
