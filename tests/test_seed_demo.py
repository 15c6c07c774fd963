"""`seed_demo` makes the demo once, all or nothing, and never over somebody's work."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from PIL import Image

from liveblog.demo import stage
from liveblog.models import LiveBlog, Source
from tests.cast import again, publish_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def small_pictures(monkeypatch):
    scenes = {name: lambda: Image.new("RGB", (16, 9)) for name in stage.SCENES}
    monkeypatch.setattr(stage, "SCENES", scenes)


def run(*arguments):
    out = io.StringIO()
    call_command("seed_demo", *arguments, stdout=out)
    return out.getvalue()


def test_beside_live_blogs_of_ones_own_it_is_refused(blog, ada):
    publish_entry(blog, ada)
    with pytest.raises(CommandError, match="holds live blogs of your own"):
        run()
    assert LiveBlog.objects.get() == blog


def test_where_there_are_live_blogs_make_run_leaves_it_out(blog):
    assert run("--if-empty") == ""
    assert LiveBlog.objects.get() == blog


def test_beside_live_blogs_of_ones_own_it_can_be_forced(blog, ada, small_pictures):
    ada.set_password("Ada's own")
    ada.save()
    said = run("--force")
    assert LiveBlog.objects.count() == 4
    assert again(ada).check_password("Ada's own")
    assert "ada    (there before; password unchanged)" in said


def test_passwords_are_shown_once_and_are_chance(small_pictures):
    said = run()
    shown = {line.split()[0]: line.split()[1] for line in said.splitlines() if line[:2] == "  "}
    assert set(shown) == {"ada", "ben", "chi", "dov", "admin"}
    for user in User.objects.all():
        assert user.check_password(shown[user.username])
        assert not user.check_password(stage.KNOWN_PASSWORD)
    assert len(set(shown.values())) == 5


def test_with_debug_on_the_password_is_the_documented_one(settings, small_pictures):
    settings.DEBUG = True
    run()
    assert all(user.check_password(stage.KNOWN_PASSWORD) for user in User.objects.all())


def test_what_fails_halfway_leaves_nothing(small_pictures, monkeypatch):
    monkeypatch.setitem(stage.SCENES, "gauge", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run()
    assert not User.objects.exists()
    assert not Source.objects.exists()
