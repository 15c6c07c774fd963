"""The form of a feed: codes are typed a line each, sources by their names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from liveblog.actions.feed_fields import FORMATS
from liveblog.actions.feeds import feed_fields_of
from liveblog.admin.forms import block, lines_of, text
from liveblog.admin.offers import LookupField, Offer, lookup_field
from liveblog.admin.shared_rows import FieldsForm
from liveblog.models import Source, WireFeed

LABELS = {
    "auto": "Each file tells", "rss": "RSS or Atom", "ninjs": "ninjs", "newsml-g2": "NewsML-G2",
    "newsml-1.2": "NewsML 1.2", "nitf": "NITF", "iptc7901": "IPTC 7901 or ANPA text",
    "ap": "AP Media API",
}  # fmt: skip


class FeedForm(FieldsForm):
    layout = (
        ("", ("name", "provider", "kind", "address", "interval")),
        ("How its files are read", ("form", "timezone", "levels", "services")),
        ("Whose copy it is", ("credited", "retracts")),
        ("Kept", ("retention_days", "slug")),
    )

    name = text("Name", "What editors see in the inbox: “Northwire English”.")
    provider = lookup_field(
        "Provider", help_text="Whose items these are: their contract holds. It stays as it is."
    )
    kind = forms.ChoiceField(
        choices=WireFeed.Kind.choices, help_text="How its files reach this newsroom."
    )
    address = text(
        "Address",
        "The web address to ask, or the folder below the operator's WIRE_FOLDER. Empty where the "
        "agency sends to us.",
    )
    interval = forms.IntegerField(
        label="Seconds between looks", initial=60, help_text="At least 5; 60 suits most agencies."
    )
    form = forms.ChoiceField(
        label="Format",
        choices=[(name, LABELS[name]) for name in FORMATS],
        help_text="Say it only where files are taken for something else.",
    )
    timezone = text("Time zone", "Of times that name none: Europe/Helsinki.")
    levels = block(
        "Its urgencies",
        "A line each, such as “9 = 5”: from 1 (flash), 2 (bulletin), 3 (urgent), 4 (routine) to 5 "
        "(deferred). Empty: as most agencies have it.",
    )
    services = block("Its service codes", "A line each, such as “eca = Economy”.")
    credited = lookup_field(
        "Credited", help_text="Told to readers where an item names nobody known. Empty: provider."
    )
    retracts = block(
        "May retract items of",
        "Sources, one per line. A hold or kill by this feed counts for theirs. Empty for a new "
        "feed: its provider.",
    )
    retention_days = forms.IntegerField(
        label="Days to keep", initial=30, help_text="Then raw files and unused items are deleted."
    )
    slug = forms.SlugField(
        label="Name in addresses",
        required=False,
        help_text="Part of the address an agency sends to; made from the name if empty.",
    )

    def __init__(self, row: WireFeed | None, data: Any = None) -> None:
        super().__init__(row, data)
        for name in ("provider", "credited"):
            field = self.fields[name]
            assert isinstance(field, LookupField)
            field.offers(Offer("source"), self.initial.get(name))

    def initial_of(self, row: WireFeed) -> dict[str, Any]:
        fields = feed_fields_of(row)
        return fields | {
            "revision": row.revision,
            "levels": _lines(fields["levels"]),
            "services": _lines(fields["services"]),
            "retracts": "\n".join(_names(fields["retracts"])),
        }

    def clean_levels(self) -> dict[str, Any]:
        codes = _codes(self.cleaned_data["levels"])
        return {code: int(said) if said.isdecimal() else said for code, said in codes.items()}

    def clean_services(self) -> dict[str, Any]:
        return _codes(self.cleaned_data["services"])

    def clean_retracts(self) -> list[int]:
        found = set()
        for name in lines_of(self.cleaned_data["retracts"]):
            named = Source.objects.filter(name__iexact=name).first()
            source = named or Source.objects.filter(slug=name).first()
            if source is None:
                raise ValidationError(f"There is no source “{name}”.")
            found.add(source.pk)
        return sorted(found)

    def typed(self) -> dict[str, Any]:
        typed = super().typed()
        if self.row is None:
            for name in ("slug", "retracts"):
                if not typed[name]:
                    del typed[name]
        return typed


def in_words(fields: dict[str, Any]) -> dict[str, Any]:
    """A feed's fields as a person compares them: names for keys, lines for codes."""
    sources = {name: _names([fields[name]]) for name in ("provider", "credited") if name in fields}
    shown = fields | {name: "".join(names) for name, names in sources.items()}
    for name in ("levels", "services"):
        shown[name] = _lines(fields.get(name, {}))
    return shown | {"retracts": _names(fields.get("retracts", []))}


def _names(keys: list[Any]) -> list[str]:
    found = Source.objects.filter(pk__in=[key for key in keys if key])
    return list(found.order_by("name").values_list("name", flat=True))


def _lines(codes: dict[str, Any]) -> str:
    return "\n".join(f"{code} = {meaning}" for code, meaning in sorted(codes.items()))


def _codes(typed: str) -> dict[str, str]:
    """What was typed as “code = meaning” lines."""
    found = {}
    for line in lines_of(typed):
        code, sign, meaning = (part.strip() for part in line.partition("="))
        if not sign or not code:
            raise ValidationError(f"Write “{line}” as “code = meaning”.")
        found[code] = meaning
    return found
