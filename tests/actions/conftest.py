"""An update in every state, and a live blog in every status."""

import pytest

from liveblog import actions
from tests.actions.reference import STATES, STATUSES
from tests.actions.stage import on_entry
from tests.cast import again, draft_entry, in_an_hour, plan_blog, publish_entry


@pytest.fixture
def entries(blog, ada, ben):
    """An update of Ben's in every state."""
    made = {state: draft_entry(blog, ben) for state in STATES}
    for state in ("published", "withdrawn", "killed"):
        on_entry(actions.publish, ada)(made[state])
    on_entry(actions.submit, ben)(made["in_review"])
    on_entry(actions.schedule, ada, at=in_an_hour())(made["scheduled"])
    on_entry(actions.discard, ben)(made["discarded"])
    actions.withdraw(user=ada, entry_id=made["withdrawn"].pk)
    actions.kill(user=ada, entry_id=made["killed"].pk, reason="Retracted.")
    return {state: again(entry) for state, entry in made.items()}


@pytest.fixture
def blogs(team, ada, chi):
    """A live blog in every status, with one published update if it was ever open."""
    made = {status: plan_blog(team, ada) for status in STATUSES}
    for status, one in made.items():
        if status != "planned":
            actions.open_coverage(user=ada, blog_id=one.pk)
            publish_entry(one, ada)
        if status in ("ended", "archived"):
            actions.end_coverage(user=ada, blog_id=one.pk)
    actions.archive_blog(user=ada, blog_id=made["archived"].pk)
    actions.withdraw_blog(user=chi, blog_id=made["withdrawn"].pk)
    return {status: again(one) for status, one in made.items()}
