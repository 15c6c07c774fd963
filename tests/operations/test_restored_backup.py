"""After a restored backup nobody takes a new state for one they already know."""

import pytest
from django.core.management import CommandError, call_command

from liveblog import actions
from liveblog.changes import api_delta, reader_delta
from liveblog.models import LiveBlog
from tests.cast import again, publish_entry


@pytest.fixture
def restored(blog, ada):
    """A blog whose backup was restored; its readers saw up to 20 versions more."""
    publish_entry(blog, ada)
    actions.raise_versions(by=20, numbers=10)
    return again(blog)


def test_a_reader_from_after_the_backup_starts_over_even_when_versions_move_on(restored, ada):
    publish_entry(restored, ada)
    now = again(restored)
    for known in range(1, restored.version):
        assert reader_delta(now, known)["reset"], known
        assert api_delta(now, known, "public_api")["reset"], known


def test_whoever_begins_anew_gets_everything_and_goes_on_from_there(restored, ada):
    blog = restored
    whole = api_delta(blog, 0, "public_api")
    assert (whole["reset"], whole["version"], len(whole["entries"])) == (False, blog.version, 1)
    publish_entry(blog, ada)
    delta = reader_delta(again(blog), blog.version)
    assert (delta["reset"], len(delta["entries"])) == (False, 1)


def test_a_number_is_not_given_twice(restored, ada):
    blog = restored
    assert publish_entry(blog, ada).number == 1 + 10 + 1


def test_a_desk_from_after_the_backup_starts_over_too(restored, ada):
    blog = restored
    assert blog.desk_must_start_over(blog.desk_version - 1)
    assert not blog.desk_must_start_over(blog.desk_version)
    assert not blog.desk_must_start_over(0)


def test_an_open_page_is_not_confirmed_by_its_old_etag(blog, ada, client):
    publish_entry(blog, ada)
    tag = client.get(f"/live/{blog.slug}/")["ETag"]
    actions.raise_versions()
    answer = client.get(f"/live/{blog.slug}/", headers={"If-None-Match": tag})
    assert answer.status_code == 200


def test_entries_and_states_stay_as_they_are(blog, ada):
    entry = publish_entry(blog, ada)
    before = again(blog).updated_at
    call_command("raise_versions")
    assert again(blog).updated_at == before
    stayed = again(entry)
    assert (stayed.state, stayed.seq, stayed.number) == ("published", entry.seq, 1)


def test_an_interrupted_run_goes_on_and_a_second_does_no_harm(blog, planned_blog, ada, capsys):
    call_command("raise_versions", by=10)
    version = again(blog).version
    call_command("raise_versions", by=10, resume=True)
    assert again(blog).version == version
    call_command("raise_versions", by=10)
    assert again(blog).version == version + 10
    assert LiveBlog.objects.filter(chrome_seq__gt=version).count() == 0


@pytest.mark.parametrize("by", [0, -5, 10**13])
def test_versions_never_go_back(by, db):
    with pytest.raises(CommandError, match="Versions are raised by"):
        call_command("raise_versions", by=by)
