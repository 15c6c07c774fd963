"""Sessions, users and CSRF tokens exist below /admin/ and /accounts/, and nowhere else (SR-09)."""

import asyncio

import pytest
from django.contrib.auth.models import User
from django.test import AsyncClient, Client

pytestmark = [pytest.mark.urls("tests.newsroom.headers_site"), pytest.mark.django_db]


@pytest.fixture
def ada_at_work():
    """A browser in which Ada is logged in."""
    client = Client()
    client.force_login(User.objects.create_superuser("ada-at-work"))
    return client


def test_ada_is_known_in_the_admin(ada_at_work):
    assert ada_at_work.get("/admin/").status_code == 200


def test_a_public_page_knows_no_user(ada_at_work):
    assert ada_at_work.get("/whoami/").content == b"user: None"


def test_a_public_page_is_the_same_for_ada_and_for_a_stranger(ada_at_work):
    hers, theirs = ada_at_work.get("/"), Client().get("/")
    assert hers.content == theirs.content
    assert dict(hers.headers) == dict(theirs.headers)
    assert "Cookie" not in hers.headers.get("Vary", "")
    assert not hers.cookies


def test_a_public_page_costs_no_query(ada_at_work, django_assert_num_queries):
    with django_assert_num_queries(0):
        ada_at_work.get("/")


def test_the_asynchronous_server_treats_them_alike(ada_at_work):
    async def visit(path):
        return await AsyncClient().get(path)

    response = asyncio.run(visit("/whoami/"))
    assert response.content == b"user: None"
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_form_of_the_admin_needs_its_token():
    client = Client(enforce_csrf_checks=True)
    refused = client.post("/admin/login/", {"username": "ada", "password": "x"})
    assert refused.status_code == 403


def test_a_path_that_only_resembles_the_admin_has_no_session(ada_at_work):
    response = ada_at_work.get("/administration/")
    assert response.status_code == 404
    assert "Cookie" not in response.headers.get("Vary", "")
