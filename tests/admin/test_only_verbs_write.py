"""No page of the admin has a way around the verbs (SR-26)."""

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from liveblog.models import Entry

OURS = [
    model_admin
    for model, model_admin in admin.site._registry.items()
    if model._meta.app_label == "liveblog"
]


def named(model_admin):
    return type(model_admin).__name__


def test_all_pages_are_looked_at():
    assert len(OURS) >= 9


@pytest.mark.parametrize("page", OURS, ids=named)
def test_nothing_writes_by_itself(page, rf):
    for name in ("save_model", "save_related", "delete_model", "delete_queryset", "log_change"):
        with pytest.raises(TypeError, match="written by the verbs"):
            getattr(page, name)(rf.get("/"), Entry())
    assert page.actions is None
    assert page.inlines == ()


@pytest.mark.parametrize("page", OURS, ids=named)
def test_deleting_is_offered_to_nobody(page, roots, root):
    url = reverse(f"admin:liveblog_{page.opts.model_name}_changelist")
    listed = roots.open(url)
    assert listed.status == 200
    assert "delete_selected" not in listed
    assert page.has_delete_permission(listed.response.wsgi_request) is False


def test_a_superuser_deletes_no_entry_by_its_address(roots, ada, blog):
    from tests.cast import publish_entry

    entry = publish_entry(blog, ada)
    url = reverse("admin:liveblog_entry_delete", args=[entry.pk])
    assert roots.open(url).status == 403
    assert roots.post(url, {"post": "yes"}).status == 403
    assert Entry.objects.filter(pk=entry.pk).exists()


def test_the_redirect_by_row_id_is_closed():
    with pytest.raises(NoReverseMatch):
        reverse("admin:view_on_site", args=[1, 1])


def test_global_rights_open_nothing(dovs, dov, ada, blog):
    """Django's own permissions, given to somebody by mistake, reach no other team's rows."""
    from django.contrib.auth.models import Permission

    from tests.admin.desk import change_url
    from tests.cast import draft_entry

    dov.user_permissions.set(Permission.objects.filter(content_type__app_label="liveblog"))
    entry = draft_entry(blog, ada)
    assert dovs.open(change_url(entry)).status == 404
    assert dovs.open(change_url(blog)).status == 404
