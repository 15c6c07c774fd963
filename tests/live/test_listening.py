"""Where the event stream listens when the site's database stands behind a pooler."""

from liveblog.live.wakeups import PATIENCE, connection_parameters


def test_the_pooler_is_passed_by(settings):
    settings.NEWSROOM_LISTEN_DATABASE_URL = "postgres://ada:secret@db.example.org/newsroom"
    assert connection_parameters() == PATIENCE | {
        "conninfo": "postgres://ada:secret@db.example.org/newsroom"
    }
