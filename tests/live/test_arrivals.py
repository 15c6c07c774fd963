"""Whatever changes in public reaches every open stream."""

from datetime import UTC, datetime

from liveblog import actions, changes
from liveblog.live import reads
from liveblog.window import find_blog
from tests.cast import again, draft_entry, open_blog, publish_entry
from tests.live.stage import numbers


def test_a_published_entry_arrives(live, blog, ada):
    reader = live.follow(blog)
    entry = publish_entry(blog, ada, body="<p>The bridge reopens.</p>")
    delta = reader.next_delta()
    assert numbers(delta) == [entry.number]
    assert "The bridge reopens." in delta["entries"][0]["html"]


def test_the_stream_carries_the_delta_that_polling_gives(live, blog, ada):
    reader = live.follow(blog)
    before = again(blog).version
    publish_entry(blog, ada)
    block = reader.next_block()
    assert block.delta == changes.reader_delta(find_blog(blog.slug), before)
    assert block.version == block.delta["version"] == before + 1


def test_an_edit_arrives(live, blog, ada):
    entry = publish_entry(blog, ada)
    reader = live.follow(blog)
    fields = {"body": "<p>Ferries run again.</p>"}
    actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)
    assert "Ferries run again." in reader.next_delta()["entries"][0]["html"]


def test_a_correction_arrives_with_its_note(live, blog, ada):
    entry = publish_entry(blog, ada)
    reader = live.follow(blog)
    correct(ada, entry, note="The number of boats was wrong.")
    assert "The number of boats was wrong." in reader.next_delta()["entries"][0]["html"]


def correct(user, entry, note):
    actions.correct(
        user=user,
        entry_id=entry.pk,
        revision=entry.revision,
        fields={"body": "<p>Three boats are out.</p>"},
        note=note,
    )


def test_a_withdrawal_arrives_as_a_tombstone(live, blog, ada):
    entry = publish_entry(blog, ada)
    reader = live.follow(blog)
    actions.withdraw(user=ada, entry_id=entry.pk)
    (tombstone,) = reader.next_delta()["entries"]
    assert tombstone["state"] == "withdrawn"
    assert tombstone.keys() == {"id", "number", "seq", "state"}


def test_a_kill_arrives_as_a_tombstone(live, blog, ada, chi):
    entry = publish_entry(blog, ada, body="<p>libel-canary</p>")
    reader = live.follow(blog)
    actions.kill(user=chi, entry_id=entry.pk, reason="Libel.")
    assert reader.next_delta()["entries"][0]["state"] == "killed"
    assert "libel-canary" not in reader.text


def test_what_stands_around_the_entries_arrives(live, blog, ada):
    entry = publish_entry(blog, ada)
    reader = live.follow(blog)
    actions.pin(user=ada, entry_id=entry.pk)
    assert "Ferries are suspended." in reader.next_delta()["blog"]["pinned"]


def test_the_next_day_arrives_when_it_opens(live, blog, ada, team, topic):
    reader = live.follow(blog)
    open_blog(
        team,
        ada,
        topic,
        headline="Storm: Jan. 6",
        coverage_start=datetime(2023, 1, 6, 5, tzinfo=UTC),
    )
    regions = reader.next_delta()["blog"]
    assert any("Storm: Jan. 6" in html for html in regions.values())


def test_an_update_costs_no_look_at_the_neighbouring_days(blog, ada, django_assert_num_queries):
    entry = publish_entry(blog, ada)
    with django_assert_num_queries(7) as asked:
        assert reads.delta(blog.pk, blog.slug, entry.seq - 1).version == entry.seq
    assert not any("next_slug" in query["sql"] for query in asked.captured_queries)


def test_a_correction_arrives_after_coverage_has_ended(live, blog, ada):
    entry = publish_entry(blog, ada)
    actions.end_coverage(user=ada, blog_id=blog.pk)
    reader = live.follow(blog)
    correct(ada, entry, note="Three boats, not two.")
    delta = reader.next_delta()
    assert delta["status"] == "ended"
    assert "Three boats, not two." in delta["entries"][0]["html"]


def test_every_reader_gets_the_same_bytes(live, blog, ada):
    readers = [live.follow(blog) for _ in range(20)]
    publish_entry(blog, ada)
    assert len({reader.next_block().fields["data"] for reader in readers}) == 1


def test_the_change_is_read_once_for_all_readers(live, blog, ada, monkeypatch):
    asked = []
    monkeypatch.setattr("liveblog.live.reads.reader_delta", counted(changes.reader_delta, asked))
    readers = [live.follow(blog) for _ in range(20)]
    publish_entry(blog, ada)
    assert [numbers(reader.next_delta()) for reader in readers] == [[1]] * 20
    assert len(asked) == 1


def counted(function, calls):
    def count(blog, since):
        calls.append(since)
        return function(blog, since)

    return count


def test_readers_of_another_blog_hear_nothing_of_it(live, blog, other_blog, ada):
    reader = live.follow(other_blog)
    publish_entry(blog, ada, body="<p>elsewhere-canary</p>")
    publish_entry(other_blog, ada)
    assert numbers(reader.next_delta()) == [1]
    assert "elsewhere-canary" not in reader.text


def test_no_draft_is_ever_in_a_stream(live, blog, ada, ben):
    reader = live.follow(blog)
    draft_entry(blog, ben, body="<p>draft-canary</p>", headline="draft-canary")
    entry = publish_entry(blog, ada)
    fields = {"body": "<p>draft-canary</p>"}
    actions.save_working_copy(user=ada, entry_id=entry.pk, fields=fields, based_on=entry.revision)
    publish_entry(blog, ada)
    late = live.follow(blog, since=0)
    seen = []
    while 2 not in seen:
        seen += numbers(reader.next_delta())
    assert "draft-canary" not in reader.text + late.text


def test_a_withdrawn_blog_resets_its_readers_and_lets_them_go(live, blog, chi):
    reader = live.follow(blog)
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    delta = reader.next_delta()
    assert (delta["reset"], delta["status"]) == (True, "withdrawn")
    assert "retry" in reader.next_block().fields
    assert reader.next_block() is None


def test_streams_stay_open_when_the_address_changes(live, blog, ada):
    reader = live.follow(blog)
    fields = {"slug": "storm-day-two"}
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=blog.revision, fields=fields)
    publish_entry(again(blog), ada)
    seen = []
    while not seen:
        seen += numbers(reader.next_delta())
    assert live.follow(again(blog)).first.fields.keys() >= {"retry"}
