"""A sign of life of an open desk: what it has open goes up, who else is there comes down."""

from __future__ import annotations

import json

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from liveblog import actions, likeness
from liveblog.desk.alike import alike
from liveblog.desk.answers import refusal, refused
from liveblog.desk.found import number
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.desk.people import People

NO_GIST = "“gist” is a list of sentences, each with its runs, numbers and names as hashes."


@endpoint("POST")
def here(desk: Desk) -> HttpResponseBase:
    """`{people, alike}` after `tab`, `entry`, `writing`, `take` and `gist`; 204 after `left`.

    What is typed arrives as hashes, never as text.
    """
    post = desk.request.POST
    tab = post.get("tab", "")
    if "left" in post:
        actions.leave(user=desk.user, blog_id=desk.blog.pk, tab=tab)
        return HttpResponse(status=204)
    try:
        gist = likeness.unpacked(json.loads(post.get("gist") or "[]"))
    except (ValueError, RecursionError):
        return refusal(400, "bad_gist", NO_GIST)
    try:
        mine = actions.be_here(
            user=desk.user,
            blog_id=desk.blog.pk,
            tab=tab,
            entry_id=number(post.get("entry")),
            writing=post.get("writing") == "1",
            take=post.get("take") == "1",
            gist=likeness.packed(gist),
        )
    except actions.ActionError as error:
        return refused(error)
    return answered({"people": People(desk).region(desk), "alike": alike(desk, mine, gist)})
