"""Who and what the demo's live blogs need before their first minute."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Q
from django.utils import timezone

from liveblog import actions
from liveblog.actions import SYSTEM
from liveblog.demo.reading import read
from liveblog.demo.scenes import SCENES
from liveblog.models import MediaAsset, Source, Team, Topic, WireChain, WireItem

KNOWN_PASSWORD = "newsroom"  # noqa: S105  for trying out: never given while DEBUG is off


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can log in. `password` is empty where there was an account before."""

    username: str
    password: str
    what: str


@dataclass(slots=True)
class Stage:
    """Everything by the name the texts use for it."""

    teams: dict[str, Team] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)
    topics: dict[str, Topic] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    pictures: dict[str, MediaAsset] = field(default_factory=dict)
    wire: dict[str, WireItem] = field(default_factory=dict)


def set_stage(*, known_passwords: bool) -> Stage:
    """Add what is missing; what an installation has under these names is used as it is."""
    rows, stage = read("stage"), Stage()
    for row in rows["teams"]:
        found = Team.objects.filter(name=row["name"]).first()
        stage.teams[row["id"]] = found or actions.create_team(user=SYSTEM, name=row["name"])
    for row in rows["people"]:
        stage.people[row["username"]] = _person(stage, row, known_passwords=known_passwords)
    for row in rows["topics"]:
        topic = Topic.objects.filter(slug=row["slug"]).first()
        stage.topics[row["slug"]] = topic or actions.create_topic(user=SYSTEM, fields=row)
    for row in rows["sources"]:
        stage.sources[row["slug"]] = _source(row)
    for row in rows["pictures"]:
        stage.pictures[row["id"]] = _picture(stage, row)
    for row in rows["wire"]:
        stage.wire[row["id"]] = _wire_item(stage, row)
    return stage


def _person(stage: Stage, row: dict[str, Any], *, known_passwords: bool) -> User:
    name, superuser = row["username"], row.get("superuser", False)
    team = stage.teams.get(row.get("team", ""))
    what = f"{row['role']}, {team.name}" if team else "administrator"
    user, password = User.objects.filter(username=name).first(), ""
    if user is None:
        password = KNOWN_PASSWORD if known_passwords else secrets.token_urlsafe(12)
        user = User.objects.create_user(
            name,
            password=password,
            first_name=row["first_name"],
            last_name=row["last_name"],
            is_staff=True,
            is_superuser=superuser,
        )
    if team:
        actions.grant_role(user=SYSTEM, member_id=user.pk, team_id=team.pk, role=row["role"])
    stage.accounts.append(Account(name, password, what))
    return user


def _source(row: dict[str, Any]) -> Source:
    found = Source.objects.filter(Q(slug=row["slug"]) | Q(name=row["name"])).first()
    if found:
        return found
    fields = {name: value for name, value in row.items() if name != "rights"}
    source = actions.create_source(user=SYSTEM, fields=fields)
    if "rights" in row:
        actions.edit_rights(user=SYSTEM, source_id=source.pk, fields=row["rights"])
    return source


def _picture(stage: Stage, row: dict[str, Any]) -> MediaAsset:
    drawn = BytesIO()
    SCENES[row["id"]]().save(drawn, "PNG")
    upload: Any = SimpleUploadedFile(f"{row['id']}.png", drawn.getvalue(), "image/png")
    return actions.add_media(
        user=stage.people["ada"],
        team_id=stage.teams["coast"].pk,
        upload=upload,
        caption=row["caption"],
        credit=row["credit"],
        alt=row["alt"],
    )


def _wire_item(stage: Stage, row: dict[str, Any]) -> WireItem:
    source = stage.sources[row["source"]]
    chain, _ = WireChain.objects.get_or_create(source=source, guid=f"urn:demo:{row['id']}")
    item, _ = WireItem.objects.get_or_create(
        chain=chain,
        version="1",
        defaults={"headline": row["headline"], "received_at": timezone.now()},
    )
    return item
