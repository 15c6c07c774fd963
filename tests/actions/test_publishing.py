"""What publication does, and what keeps it from happening."""

from datetime import timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.actions import publishing
from liveblog.models import Entry, Revision
from tests.cast import again, credit, draft_entry, in_an_hour, publish_entry, wire_item


def test_publishing_gives_the_next_number_and_version(blog, ada):
    before = again(blog).version
    first, second = publish_entry(blog, ada), publish_entry(blog, ada)
    assert (first.number, second.number) == (1, 2)
    assert (first.seq, second.seq) == (before + 1, before + 2)
    assert again(blog).version == before + 2


def test_a_draft_moves_the_desk_but_never_the_version(blog, ada):
    version, desk = again(blog).version, again(blog).desk_version
    entry = draft_entry(blog, ada)
    actions.save_draft(user=ada, entry_id=entry.pk, revision=1, fields={"body": "<p>More.</p>"})
    assert again(blog).version == version
    assert again(blog).desk_version == desk + 2


def test_an_unset_display_time_becomes_the_moment_of_publication(blog, ada):
    entry = publish_entry(blog, ada)
    assert entry.display_at == entry.published_at


def test_every_save_leaves_a_revision_with_its_attributions(blog, ada, northwire):
    entry = draft_entry(blog, ada, attributions=[credit(northwire)])
    actions.publish(user=ada, entry_id=entry.pk, revision=entry.revision)
    verbs = list(Revision.objects.filter(entry=entry).values_list("verb", flat=True))
    snapshot = Revision.objects.filter(entry=entry).first().snapshot
    assert verbs == ["publish", "create"]
    assert snapshot["fields"]["attributions"][0]["source"] == northwire.pk


def test_an_empty_update_is_not_published_and_keeps_its_draft(blog, ada):
    entry = draft_entry(blog, ada, body="")
    with pytest.raises(actions.Invalid, match="needs a text, an embed or a picture"):
        actions.publish(user=ada, entry_id=entry.pk, revision=entry.revision)
    assert again(entry).state == Entry.State.DRAFT
    assert again(blog).last_number == 0


def test_an_embed_alone_is_enough(blog, ada):
    entry = publish_entry(blog, ada, body="", embeds=[{"url": "https://social.example/1"}])
    assert entry.number == 1


def test_an_embargo_is_a_hard_stop(blog, ada):
    entry = draft_entry(blog, ada, embargo_until=in_an_hour())
    with pytest.raises(actions.Blocked, match="Embargoed until"):
        actions.publish(user=ada, entry_id=entry.pk, revision=entry.revision)


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_copy_of_a_stopped_wire_item_is_not_published(blog, ada, northwire, status):
    item = wire_item(northwire)
    entry = draft_entry(blog, ada, built_from=item.pk)
    type(item.chain).objects.update(pub_status=status)
    with pytest.raises(actions.Blocked, match="agency"):
        actions.publish(user=ada, entry_id=entry.pk, revision=entry.revision)


def test_nothing_is_published_before_coverage_opens(planned_blog, ada):
    with pytest.raises(actions.WrongState, match="has not been opened"):
        publish_entry(planned_blog, ada)


def test_ben_submits_and_ada_approves(blog, ada, ben):
    entry = draft_entry(blog, ben)
    entry = actions.submit(user=ben, entry_id=entry.pk, revision=entry.revision)
    entry = actions.approve(user=ada, entry_id=entry.pk, revision=entry.revision)
    assert entry.state == Entry.State.PUBLISHED


def test_ben_may_not_publish(blog, ben):
    entry = draft_entry(blog, ben)
    with pytest.raises(actions.NotAllowed, match="editor"):
        actions.publish(user=ben, entry_id=entry.pk, revision=entry.revision)


def test_ben_may_not_change_a_colleagues_draft(blog, ada, ben):
    entry = draft_entry(blog, ada)
    with pytest.raises(actions.NotAllowed, match="colleague"):
        actions.save_draft(user=ben, entry_id=entry.pk, revision=1, fields={"body": "x"})


def test_dov_on_another_team_may_do_nothing(blog, dov):
    with pytest.raises(actions.NotAllowed):
        publish_entry(blog, dov)


def test_the_same_submission_twice_is_one_entry(blog, ada):
    fields = {"body": "<p>Once.</p>"}
    send = {"user": ada, "blog_id": blog.pk, "fields": fields, "idempotency_key": "k1"}
    first, second = actions.publish_new(**send), actions.publish_new(**send)
    assert first.pk == second.pk
    assert again(blog).last_number == 1


def test_a_key_used_for_something_else_is_refused(blog, ada):
    send = {"user": ada, "blog_id": blog.pk, "idempotency_key": "k1"}
    actions.publish_new(**send, fields={"body": "<p>One.</p>"})
    with pytest.raises(actions.KeyReused):
        actions.publish_new(**send, fields={"body": "<p>Two.</p>"})


def scheduled(blog, user, **fields):
    entry = draft_entry(blog, user, **fields)
    return actions.schedule(user=user, entry_id=entry.pk, revision=entry.revision, at=in_an_hour())


def test_a_due_entry_is_published_by_the_worker(blog, ada, time_machine):
    entry = scheduled(blog, ada)
    time_machine.move_to(timezone.now() + timedelta(hours=2))
    assert [done.pk for done in actions.publish_due()] == [entry.pk]
    assert again(entry).state == Entry.State.PUBLISHED


def test_nothing_is_published_before_its_time(blog, ada):
    entry = scheduled(blog, ada)
    assert actions.publish_due() == []
    assert again(entry).state == Entry.State.SCHEDULED


def test_a_due_entry_whose_editor_left_goes_to_review_with_an_alert(blog, ada, time_machine):
    entry = scheduled(blog, ada)
    ada.memberships.all().delete()
    time_machine.move_to(timezone.now() + timedelta(hours=2))
    actions.publish_due()
    assert again(entry).state == Entry.State.IN_REVIEW
    assert "not a member" in again(entry).alert


def test_a_schedule_before_the_embargo_is_refused(blog, ada):
    entry = draft_entry(blog, ada, embargo_until=timezone.now() + timedelta(hours=2))
    with pytest.raises(actions.Invalid, match="embargoed until"):
        actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=in_an_hour())


def test_a_picture_without_credit_stays_inside(blog, ada, picture):
    asset = picture(credit="")
    entry = draft_entry(blog, ada, images=[{"asset": asset.pk}])
    with pytest.raises(actions.Invalid, match="no credit"):
        actions.publish(user=ada, entry_id=entry.pk, revision=entry.revision)


def test_a_due_entry_stays_scheduled_when_its_wire_item_is_exchanged_meanwhile(
    blog, ada, time_machine, monkeypatch
):
    entry = scheduled(blog, ada)
    time_machine.move_to(timezone.now() + timedelta(hours=2))

    def exchanged(*_):
        raise actions.Stale("Exchanged.", current={}, revision=1)

    monkeypatch.setattr(publishing, "make_public", exchanged)
    assert actions.publish_due() == []
    assert again(entry).state == Entry.State.SCHEDULED
