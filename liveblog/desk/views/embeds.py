"""Addresses that are being embedded: what is known of them, before anything is saved."""

from __future__ import annotations

from django.http.response import HttpResponseBase

from liveblog import actions
from liveblog.desk.answers import refused
from liveblog.desk.gate import Desk, answered, endpoint


@endpoint("GET")
def known(desk: Desk) -> HttpResponseBase:
    """`{found}`: what is known of `?url=`; nobody is asked for more."""
    return answered({"found": actions.embed_preview(desk.request.GET.get("url", ""))})


@endpoint("POST")
def look(desk: Desk) -> HttpResponseBase:
    """`{found}`: have the worker ask the address `url`, as saving it would."""
    url = desk.request.POST.get("url", "")
    try:
        found = actions.look_up_embed(user=desk.user, team_id=desk.blog.team_id, url=url)
    except actions.ActionError as error:
        return refused(error)
    return answered({"found": found})
