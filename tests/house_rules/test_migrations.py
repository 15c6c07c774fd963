"""The migrations say what the models say."""

from django.apps import apps
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState


def missing(state):
    """The apps whose migrations do not lead to `state`."""
    loader = MigrationLoader(None)
    changes = MigrationAutodetector(loader.project_state(), state).changes(loader.graph)
    return sorted(label for label in changes if label == "liveblog")


def test_no_migration_is_missing():
    assert missing(ProjectState.from_apps(apps)) == []


def test_a_new_field_without_a_migration_is_noticed():
    state = ProjectState.from_apps(apps)
    state.add_field("liveblog", "topic", "forgotten", models.BooleanField(default=False), False)
    assert missing(state) == ["liveblog"]
