"""One page imported by two people at once becomes one live blog."""

import threading

import pytest
from django.db import connections

from liveblog.actions import SYSTEM
from liveblog.imports.page_intake import take_in
from liveblog.imports.page_text import parse_page
from liveblog.models import Entry, LiveBlog
from tests.imports.storm_pages import STORM


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_make_one_live_blog(team):
    together, created = threading.Barrier(2), []

    def run():
        try:
            page = parse_page(STORM)
            together.wait()
            intake = take_in(page, user=SYSTEM, team_id=team.pk)
            created.append(intake.result.created)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(created) == [False, True]
    assert (LiveBlog.objects.count(), Entry.objects.count()) == (1, 4)
