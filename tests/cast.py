"""The fixed cast and the stage: people, teams, agencies and live blogs every test may use."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from liveblog import actions
from liveblog.admin.offers import OFFERED
from liveblog.models import (
    MediaAsset,
    Membership,
    RightsProfile,
    Role,
    Source,
    Team,
    Topic,
    WireChain,
    WireItem,
)

NEW_YORK = "America/New_York"


def member(name, team, role):
    user = User.objects.create_user(name, password=f"{name}-password-1234", is_staff=True)
    user.first_name = name.capitalize()
    user.save()
    Membership.objects.create(user=user, team=team, role=role)
    return user


@pytest.fixture
def team(db):
    return Team.objects.create(name="Foreign desk", slug="foreign")


@pytest.fixture
def other_team(db):
    return Team.objects.create(name="Sports desk", slug="sports")


@pytest.fixture
def ada(team):
    return member("ada", team, Role.EDITOR)


@pytest.fixture
def ben(team):
    return member("ben", team, Role.REPORTER)


@pytest.fixture
def chi(team):
    return member("chi", team, Role.CHIEF)


@pytest.fixture
def dov(other_team):
    return member("dov", other_team, Role.EDITOR)


@pytest.fixture
def root(db):
    """Whoever runs the site: may do everything."""
    return User.objects.create_superuser("root", password="root-password-1234")


@pytest.fixture
def topic(db):
    return Topic.objects.create(
        name="Harbour watch", slug="harbour-watch", subject="the storm on the coast"
    )


@pytest.fixture
def northwire(db):
    return Source.objects.create(
        name="Northwire", slug="northwire", kind="wire_agency", in_credit_line=True
    )


@pytest.fixture
def agencies(db):
    """More sources than a select shows; the last of them by name."""
    Source.objects.bulk_create(
        Source(name=f"Agency {n:03}", slug=f"agency-{n}", kind="wire_agency")
        for n in range(OFFERED)
    )
    return Source.objects.create(name="Zonal News", slug="zonal", kind="wire_agency")


@pytest.fixture
def coastal(db):
    return Source.objects.create(
        name="The Coastal Press",
        short_name="CP",
        slug="coastal-press",
        kind="wire_agency",
        in_credit_line=True,
    )


@pytest.fixture
def planned_blog(team, topic, ada):
    return plan_blog(team, ada, topic)


@pytest.fixture
def blog(planned_blog, ada):
    return actions.open_coverage(user=ada, blog_id=planned_blog.pk)


@pytest.fixture
def picture(team, ada):
    """Makes a stored picture; what it lacks is said by keyword: `picture(credit="")`."""

    def make(**fields):
        values = {"caption": "The pier.", "credit": "Ada / Newsroom", "alt": "A pier in a storm"}
        drawn = BytesIO()
        Image.new("RGB", (64, 36), "navy").save(drawn, "PNG")
        file = ContentFile(drawn.getvalue(), name="pier.png")
        return MediaAsset.objects.create(team=team, file=file, uploaded_by=ada, **(values | fields))

    return make


def plan_blog(team, user, topic=None, **fields):
    fields = {
        "headline": "Storm hits the harbour: Jan. 5",
        "kicker": "Breaking News",
        "standfirst": "The latest on the storm.",
        "timezone": NEW_YORK,
        "topic": topic.pk if topic else None,
        "coverage_start": datetime(2023, 1, 5, 5, tzinfo=UTC),
        **fields,
    }
    return actions.create_blog(user=user, team_id=team.pk, fields=fields)


def open_blog(team, user, topic=None, **fields):
    return actions.open_coverage(user=user, blog_id=plan_blog(team, user, topic, **fields).pk)


def draft_entry(blog, user, body="<p>Ferries are suspended.</p>", **fields):
    return actions.create_draft(user=user, blog_id=blog.pk, fields={"body": body, **fields})


def publish_entry(blog, user, body="<p>Ferries are suspended.</p>", **fields):
    return actions.publish_new(user=user, blog_id=blog.pk, fields={"body": body, **fields})


def credit(source, relation="reported", via=None, person=""):
    """An attribution as `EntryFields` takes it."""
    return {
        "source": source.pk,
        "relation": relation,
        "via": via.pk if via else None,
        "person": person,
    }


def wire_item(source, guid="urn:northwire:1", version="1", **chain):
    chain = WireChain.objects.create(source=source, guid=guid, **chain)
    return WireItem.objects.create(
        chain=chain, version=version, headline="Storm", received_at=timezone.now()
    )


def allow(source, **outlets):
    """Store what the contract with `source` allows."""
    return RightsProfile.objects.create(source=source, **outlets)


def in_an_hour():
    return timezone.now() + timedelta(hours=1)


def again(row):
    """The row as it stands in the database now."""
    return type(row)._default_manager.get(pk=row.pk)
