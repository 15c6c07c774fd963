"""Every address of the API, and who gets what there."""

from tests.matrix import policies as may
from tests.matrix.addressing import Way, api
from tests.matrix.policies import always

API_VERBS = {
    "submit": "write:drafts", "discard": "write:drafts", "kill": "takedown",
    "withdraw": "takedown", "restore": "takedown", "publish": "publish", "approve": "publish",
    "return": "publish", "schedule": "publish", "correct": "publish", "re-time": "publish",
    "mark-key-event": "publish",
}  # fmt: skip
API_BLOG_VERBS = dict.fromkeys(("withdraw", "restore"), "takedown") | dict.fromkeys(
    ("open", "end", "reopen", "archive", "pin", "unpin"), "publish"
)


def needs_a_key(who, state, at):
    """A method that an address does not take, said only to whoever has a key."""
    return 405 if who.person else 401


def of_picture(world):
    return world.rows["mediaasset"].public_id


API = [
    api("v1/blogs/", "", Way(always(200)),
        Way(lambda who, state, at: 401 if not who.person else
            422 if "publish" in who.scopes else 403, "post", data={"none": 1})),
    api("v1/blogs/versions/"),
    api("v1/search/", "", Way(always(200), query="q=ferries"), Way(always(400)),
        Way(always(405), "post")),
    api("v1/blogs/<slug>/", "blog", Way(may.public_blog),
        Way(may.keyed("publish", may.blog_hidden, 428), "patch")),
    api("v1/blogs/<slug>/entries/", "blog", Way(may.public_blog),
        Way(may.keyed("write:drafts", may.blog_hidden, 422), "post", data={"none": 1})),
    api("v1/blogs/<slug>/drafts/", "blog", Way(may.keyed("read", may.blog_hidden, 200)),
        Way(needs_a_key, "post")),
    api("v1/entries/<public_id>/editing/", "entry", Way(may.keyed("read", may.entry_hidden, 200))),
    *[
        api(f"v1/entries/<public_id>/{verb}/", "entry",
            Way(may.keyed(scope, may.entry_hidden, 422 if verb == "kill" else 428), "post"))
        for verb, scope in API_VERBS.items()
    ],
    api("v1/entries/<public_id>/working-copy/", "entry",
        Way(may.keyed("read", may.entry_hidden, {200, 404})),
        Way(may.keyed("write:drafts", may.entry_hidden, 422), "put", data={"none": 1})),
    api("v1/blogs/<slug>/editing/", "blog", Way(may.keyed("read", may.blog_hidden, 200))),
    *[
        api(f"v1/blogs/<slug>/{verb}/", "blog",
            Way(may.keyed(scope, may.blog_hidden, 422), "post", data={"none": 1}))
        for verb, scope in API_BLOG_VERBS.items()
    ],
    api("v1/media/", "", Way(needs_a_key)),
    api("v1/media/<public_id>/", "",
        Way(may.keyed("read", lambda _: 404, 200), fill={"public_id": of_picture}),
        Way(may.keyed("publish", lambda _: 404, 428), "patch", fill={"public_id": of_picture})),
    api("v1/media/<public_id>/kill/", "",
        Way(may.keyed("takedown", lambda _: 404, 422), "post", fill={"public_id": of_picture},
            data={"none": 1})),
    api("v1/blogs/<slug>/changes/", "blog"),
    api("v1/entries/<public_id>/", "entry", Way(may.public_entry),
        Way(may.keyed(may.to_change, may.entry_hidden, 428), "patch"),
        Way(needs_a_key, "post")),
    api("v1/sources/"),
    api("v1/sources/<slug>/", "", Way(always(200), fill={"slug": "northwire"}),
        Way(always(404), fill={"slug": "none"})),
    api("v1/topics/"),
    api("v1/topics/<slug>/", "", Way(always(200), fill={"slug": "harbour-watch"}),
        Way(always(404), fill={"slug": "none"})),
    api("v1/wires/<slug>/", "", *[
        Way(always(401), how, fill={"slug": slug})  # an agency's own key: tests/api/test_wires.py
        for slug in ("northwire-sends", "none") for how in ("post", "get")
    ]),
    api("schema/"),
    api("docs/"),
    api("", "", Way(always(404)), Way(always(404), "post")),
]  # fmt: skip
