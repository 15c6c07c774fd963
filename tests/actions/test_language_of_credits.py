"""The credit line and the attributions are in the live blog's language, and follow it."""

from liveblog import actions
from liveblog.documents import entry_document
from tests.cast import credit, open_blog, publish_entry


def test_a_german_live_blog_credits_in_german(team, ada, northwire, coastal):
    blog = open_blog(team, ada, language="de")
    entry = publish_entry(blog, ada, attributions=[credit(northwire), credit(coastal)])
    blog.refresh_from_db()
    assert blog.credit_line == (
        "Einige Informationen in diesem Bericht stammen von Northwire und Coastal Press."
    )
    texts = [row["text"] for row in entry_document(entry, "page")["attributions"]]
    assert texts == ["Northwire berichtete", "Coastal Press berichtete"]


def test_a_live_blog_that_changes_its_language_is_credited_anew(blog, ada, northwire):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    blog.refresh_from_db()
    version = blog.version
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=blog.revision, fields={"language": "fr-CA"}
    )
    blog.refresh_from_db()
    entry.refresh_from_db()
    assert blog.credit_line.endswith("ont été fournies par Northwire.")
    assert entry.seq > version
    assert blog.chrome_seq > version


def test_another_edit_leaves_the_line_as_it_is(blog, ada, northwire):
    publish_entry(blog, ada, attributions=[credit(northwire)])
    blog.refresh_from_db()
    line = blog.credit_line
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=blog.revision, fields={"headline": "Storm"}
    )
    blog.refresh_from_db()
    assert blog.credit_line == line
