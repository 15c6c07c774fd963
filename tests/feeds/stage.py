"""Live blogs with more entries than a test could publish one by one."""

from datetime import UTC, datetime, timedelta

from liveblog.models import Attribution, Correction, Entry, EntryAuthor, LiveBlog
from tests.cast import again

START = datetime(2023, 1, 5, 12, tzinfo=UTC)


def fill(blog, count, source=None):
    """Publish entries 1 … `count` in `blog`, each with rows of its own."""
    rows = Entry.objects.bulk_create(
        Entry(
            blog=blog, number=n, seq=n + 1, first_seq=n + 1, state="published",
            body=f"<p>Report {n}.</p>", body_text=f"Report {n}.", published_at=START,
            updated_at=START + timedelta(minutes=n), display_at=START + timedelta(minutes=n),
        )
        for n in range(1, count + 1)
    )  # fmt: skip
    for row_type, values in (
        (Attribution, {"source": source} if source else None),
        (EntryAuthor, {"name": "Ada"}),
        (Correction, {"note": "Two.", "at": START}),
    ):
        if values:
            row_type.objects.bulk_create(row_type(entry=row, **values) for row in rows)
    counters = {"version": count + 1, "last_number": count, "public_entries": count}
    LiveBlog.objects.filter(pk=blog.pk).update(**counters)
    return again(blog)
