"""The ordered rows of an entry's form: attributions, pictures, embeds, authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from liveblog.actions import EmbedPreview, embed_preview
from liveblog.actions.fields import MAX_CHILDREN
from liveblog.admin.offers import Choice, LookupField, Offer, lookup_field
from liveblog.models import Attribution, Entry, EntryAuthor, LiveBlog, MediaAsset

if TYPE_CHECKING:
    FormSet = BaseFormSet[Any]
else:
    FormSet = BaseFormSet


class Choices:
    """What the selects of one page offer, each list fetched once for all rows."""

    def __init__(self, blog: LiveBlog, entry: Entry | None) -> None:
        teams = [blog.team_id]
        self.sources = Offer("source")
        self.pictures = Offer("picture", teams, _used_pictures(entry))
        self.people = Offer("colleague", teams, _past_authors(entry))


def _used_pictures(entry: Entry | None) -> list[Choice]:
    used = MediaAsset.objects.filter(used_in__entry=entry) if entry else ()
    return [(row.pk, str(row)) for row in used]


def _past_authors(entry: Entry | None) -> list[Choice]:
    """Whoever wrote the entry, also after leaving the team."""
    if entry is None:
        return []
    authors = EntryAuthor.objects.filter(entry=entry, user__isnull=False)
    return [(row.user_id, row.name) for row in authors]


def _text(label: str) -> forms.CharField:
    return forms.CharField(label=label, required=False)


class RowForm(forms.Form):
    """One row. An empty one counts for nothing."""

    offers: dict[str, str] = {}

    def __init__(self, *args: Any, choices: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.label_suffix = ""
        for name, offered in self.offers.items():
            field = self.fields[name]
            assert isinstance(field, LookupField)
            field.offers(getattr(choices, offered), self.initial.get(name))

    @property
    def is_spare(self) -> bool:
        """Whether it stands there only to be filled in, for pages without scripts."""
        return bool(self.empty_permitted and not self.is_bound)

    def row(self) -> dict[str, Any] | None:
        """The row as `EntryFields` takes it, or None if nothing was said."""
        raise NotImplementedError


class AttributionRow(RowForm):
    offers = {"source": "sources", "via": "sources"}

    source = lookup_field("Source")
    relation = forms.ChoiceField(choices=Attribution.Relation.choices, initial="reported")
    via = lookup_field("citing (via)")
    person = _text("Their reporter")
    item = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def row(self) -> dict[str, Any] | None:
        typed = {name: self.cleaned_data.get(name) for name in ("source", "via", "person")}
        if not any(typed.values()):
            return None
        typed["person"] = typed["person"] or ""
        relation, item = self.cleaned_data.get("relation"), self.cleaned_data.get("item")
        # Left out, it stays bound to what it was taken from.
        return typed | {"relation": relation} | ({"item": item} if item else {})


class ImageRow(RowForm):
    offers = {"asset": "pictures"}

    asset = lookup_field("Picture")
    caption = _text("Caption here, if not its own")

    def clean(self) -> None:
        if self.cleaned_data.get("caption") and not self.cleaned_data.get("asset"):
            self.add_error("asset", "Choose the picture this caption is for.")

    def row(self) -> dict[str, Any] | None:
        asset = self.cleaned_data.get("asset")
        return {"asset": asset, "caption": self.cleaned_data["caption"]} if asset else None


class EmbedRow(RowForm):
    url = _text("Web address")
    title = _text("Title")
    author = _text("Author")
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    provider = forms.CharField(required=False, widget=forms.HiddenInput)
    to_fill = forms.BooleanField(label="Address still to be filled in", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self["to_fill"].value():
            # Only an imported page has places whose address is not known.
            self.fields["to_fill"].widget = forms.HiddenInput()

    @property
    def preview(self) -> EmbedPreview | None:
        """What was found at the address, where one was given."""
        url = str(self["url"].value() or "").strip()
        return embed_preview(url) if url else None

    def row(self) -> dict[str, Any] | None:
        names = ("url", "title", "author", "text", "provider", "to_fill")
        row = {name: self.cleaned_data.get(name) for name in names}
        return row if any(row.values()) else None


class AuthorRow(RowForm):
    offers = {"user": "people"}

    user = lookup_field("Person")
    name = _text("Name as printed")

    def row(self) -> dict[str, Any] | None:
        user, name = self.cleaned_data.get("user"), self.cleaned_data.get("name", "").strip()
        if user and not name:
            field = self.fields["user"]
            assert isinstance(field, forms.ChoiceField)
            name = dict(field.choices).get(user, "")  # type: ignore[arg-type]
        return {"user": user, "name": name} if user or name else None


class RowSet(FormSet):
    """Rows that can be put in order and taken out; too many are the verb's to refuse."""

    heading = ""
    singular = ""
    help_text = ""

    @property
    def article(self) -> str:
        return "an" if self.singular[0] in "aeiou" else "a"

    @property
    def is_open(self) -> bool:
        """Whether the page shows it unfolded: when it says something, or has to be looked at."""
        if self.prefix == "attributions" or self.initial_form_count():
            return True
        return self.is_bound and (not self.is_valid() or any(f.has_changed() for f in self))

    def rows(self) -> list[dict[str, Any]]:
        """What was typed, in order, as `EntryFields` takes it."""
        kept = [form for form in self.forms if not form.cleaned_data.get("DELETE")]
        last = len(kept)
        kept.sort(key=lambda form: form.cleaned_data.get("ORDER") or last)
        return [row for form in kept if (row := form.row()) is not None]

    def refuse(self, sentences: list[str]) -> None:
        """Show the verb's refusal above the rows."""
        self.non_form_errors().extend(sentences)


def _rowset(form: type[RowForm], heading: str, singular: str, help_text: str) -> type[RowSet]:
    facts = {"heading": heading, "singular": singular, "help_text": help_text}
    base = type(f"{form.__name__}Set", (RowSet,), facts)
    made: Any = formset_factory(
        form,
        formset=base,
        extra=1,
        can_order=True,
        can_delete=True,
        max_num=MAX_CHILDREN,
        absolute_max=2 * MAX_CHILDREN,
    )
    rowset: type[RowSet] = made
    return rowset


ROWSETS: dict[str, type[RowSet]] = {
    "attributions": _rowset(
        AttributionRow,
        "Attributions",
        "attribution",
        "Who said it, in the order readers are told: “Reuters reported, citing Interfax”.",
    ),
    "images": _rowset(
        ImageRow, "Pictures", "picture", "Below the text, each with its credit and caption."
    ),
    "embeds": _rowset(
        EmbedRow,
        "Embeds",
        "embed",
        "Readers see a card; the other site is asked only when they open it. What you leave "
        "empty is looked up.",
    ),
    "authors": _rowset(
        AuthorRow, "Authors", "author", "Whose name stands under the update. Empty: nobody's."
    ),
}
