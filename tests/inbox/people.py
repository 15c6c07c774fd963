"""Somebody with a browser."""

from django.test import Client

LIST = "/admin/wires/"


def browser(user):
    client = Client()
    client.force_login(user)
    return client
