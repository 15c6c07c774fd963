"""Every address of the site: what it names, and who gets what there.

An address without a row here fails the tests by name. A row is
`route: (names, [Way, …])`; `names` is "entry" or "blog" (then it is asked in every state), or ""
where it names neither.
"""

from liveblog.models import Revision
from tests.matrix import policies as may
from tests.matrix.addressing import Way, admin, one, public
from tests.matrix.api_addresses import API
from tests.matrix.policies import WHY_NOT, always


def _asked_and_sent(policy, name, word=""):
    """A verb's page opened, and sent back without what it asks for."""
    return Way(policy, fill={"name": name}), Way(policy, "post", fill={"name": name})


PUBLIC = [
    public("/"),
    public("/live/<slug>/", "blog"),
    public("/live/<slug>/changes", "blog"),
    public("/live/<slug>/<number>/", "entry"),
    public("/live/<slug>/feed\\.<kind>", "blog", *[
        Way(may.public_blog, fill={"kind": kind}) for kind in ("atom", "rss", "json")
    ]),
    public("/topics/<slug>/", "", Way(always(200), fill={"slug": "harbour-watch"}),
           Way(always(404), fill={"slug": "none"})),
    public("/search/"), public("/sitemap.xml"), public("/news-sitemap.xml"),
    public("/robots.txt"),
    one("media", "/media/embeds/<name>", "", Way(always(404), fill={"name": "none.png"})),
    one("media", "/media/<path>", "", Way(always(404), fill={"path": "images/none.png"}),
         Way(always(200), fill={"path": lambda world: world.rows["shown"].file.name})),
    one("preview", "/preview/<token>/", "", Way(always(404), fill={"token": "none"}),
         Way(always(200), fill={"token": lambda world: world.rows["preview"]})),
    one("service", "/healthz", "", Way(always(200))),
    one("service", "/readyz", "", Way(always({200, 503}))),
    one("service", "/metrics", "", Way(always(404))),
    one("stream", "asgi:/live/<slug>/events", "blog"),  # test_event_stream.py asks it
]  # fmt: skip

SITE = [
    admin("", may.staff),
    admin("login/", always(302)),
    admin("logout/", lambda who, state, at: 405 if who.known else 302),
    admin("password_change/", may.staff),
    admin("password_change/done/", may.staff),
    admin("autocomplete/", may.staff,
          query="app_label=liveblog&model_name=entry&field_name=blog&term=HUSH"),
    admin("jsi18n/", may.staff),
    one("admin", "/admin/<app_label>/", "", Way(may.staff, fill={"app_label": "liveblog"}),
         Way(may.signed_in(lambda who, state, at: 200 if who.root else 404),
             fill={"app_label": "auth"})),
    admin("<url>", may.nothing, fill={"url": "none/such/"}),
]  # fmt: skip


def rows_of(model, key, listed, added, changed, past, *verbs, app="liveblog"):
    """The addresses Django's admin makes for every model. Nothing is ever deleted there."""
    names = model if model == "entry" else "blog" if model == "liveblog" else ""
    fill = {"object_id": key, "pk": key}
    base = f"{app}/{model}/"
    deleted = may.nobody
    if verbs:
        ways = [Way(way.policy, way.method, {**fill, **way.fill}) for way in verbs]
        yield one("admin", f"/admin/{base}<pk>/verb/<name>/", names, *ways)
    yield admin(base, listed)
    yield admin(f"{base}add/", added)
    for route, policy in [("history/", past), ("delete/", deleted), ("change/", changed)]:
        yield admin(f"{base}<object_id>/{route}", policy, names, fill=fill)
    yield admin(f"{base}<object_id>/", may.signed_in(always(302)), names, fill=fill)


def of_entry(world, at):
    return at["entry"].pk


def of_blog(world, at):
    return at["blog"].pk


def the(name):
    return lambda world: world.rows[name].pk


def of_token(world):
    return world.keys["ada's key"].partition(".")[0]


def of_revision(world):
    return world.entries["draft"].revisions.first().pk


def two_revisions(world, at):
    """The newest revision of an entry beside itself."""
    return _compared(Revision.objects.filter(entry=at["entry"]))


def of_the_team(world):
    return f"team={world.rows['team'].pk}"


def two_of_the_blog(world, at):
    return _compared(Revision.objects.filter(blog=at["blog"], entry=None))


def _compared(revisions):
    key = revisions.latest("pk").pk
    return f"old={key}&new={key}"


team, anybody = may.own_team(), may.staff
no_verb = Way(may.nothing, fill={"name": "none"})
MODELS = [
    *rows_of("entry", of_entry, anybody, anybody, team, team,
             *[way for name in ("kill", "erase") for way in
               _asked_and_sent(may.entry_verb(name), name)],
             *[Way(may.entry_verb(name), fill={"name": name})
               for name in ("discard", "withdraw", "pin", "restore")], no_verb),
    *rows_of("liveblog", of_blog, anybody, may.shared("editor"), team, team,
             *[Way(may.blog_verb(name), fill={"name": name})
               for name in may.BLOG_RANKS], no_verb),
    admin("liveblog/liveblog/<pk>/preview/", team, "blog", fill={"pk": of_blog}),
    one("admin", "/admin/liveblog/liveblog/<pk>/previews/", "blog",
         Way(may.own_team(needs="editor"), fill={"pk": of_blog}),
         Way(may.own_team(needs="editor"), "post", fill={"pk": of_blog})),
    admin("liveblog/liveblog/<pk>/history/compare/", team, "blog", fill={"pk": of_blog},
          query=two_of_the_blog),
    admin("liveblog/entry/<pk>/history/compare/", may.evidence(), "entry",
          fill={"pk": of_entry}, query=two_revisions),
    admin("liveblog/entry/<pk>/history/<number>/restore/", may.entry_verb("restore revision"),
          "entry", fill={"pk": of_entry, "number": 1}),
    *rows_of("workingcopy", lambda world: world.entries["published"].working_copy.pk, anybody,
             may.nobody, team, may.own_team(302),
             Way(may.own_team(needs="editor"), fill={"name": "discard"}), no_verb),
    one("admin", "/admin/liveblog/entry/together/<name>/", "",
         *[Way(anybody, how, {"name": "kill"}, "id=999999") for how in ("get", "post")], no_verb),
    admin("operations/", may.root),
    admin("due/", may.staff),
    one("admin", "/admin/wires/report/", "", Way(may.shared("editor")),
        Way(may.shared("editor"), query="days=30&table=agencies&format=csv"),
        Way(may.refused("editor", 400), query="days=2")),
    one("admin", "/admin/lookup/<kind>/", "",
        *[Way(anybody, fill={"kind": kind}) for kind in ("source", "topic")],
        *[Way(may.roots_row, fill={"kind": kind}) for kind in ("person", "team")],
        *[Way(team, fill={"kind": kind}, query=of_the_team) for kind in ("picture", "colleague")],
        Way(may.nothing, fill={"kind": "password"})),
    *rows_of("mediaasset", the("mediaasset"), anybody, anybody, team, may.own_team(302),
             *_asked_and_sent(may.own_team(needs="editor"), "kill"), no_verb),
    *rows_of("revision", of_revision, anybody, may.nobody, may.own_team(302), may.own_team(302)),
    *rows_of("wirechain", lambda world: world.rows["wireitem"].chain_id, anybody, may.nobody,
             anybody, anybody),
    *rows_of("wireitem", the("wireitem"), anybody, may.nobody, anybody, anybody),
    *rows_of("apitoken", of_token, anybody, anybody, may.token, may.past_token,
             Way(may.token, fill={"name": "revoke"}), no_verb),
    *rows_of("source", the("source"), anybody, may.shared("editor"), anybody, anybody,
             *_asked_and_sent(may.shared("chief"), "rights"), no_verb),
    *rows_of("wirefeed", the("wirefeed"), may.shared("editor"), may.shared("chief"),
             may.known_to("editor"), may.shared("editor"),
             Way(may.known_to("editor", needs="chief"), fill={"name": "key"}),
             Way(may.known_to("editor", needs="chief", answer=409), "post", {"name": "key"}),
             no_verb),
    *rows_of("topic", the("topic"), anybody, may.shared("editor"), anybody, anybody, no_verb),
    *rows_of("team", the("team"), anybody, may.root, team, may.own_team(302), no_verb),
    *rows_of("membership", the("membership"), anybody, may.root, team, may.own_team(302),
             Way(may.signed_in(may.root_in_team), fill={"name": "end"}), no_verb),
    *rows_of("user", the("user"), may.root, may.root, may.roots_row, may.root,
             *[Way(may.roots_row, fill={"name": name}) for name in ("password", "deactivate")],
             app="auth"),
]  # fmt: skip


def desk(route, *ways, names="blog"):
    return one("desk", f"/admin/desk/<slug>/{route}", names, *ways)


INSIDE = may.desk(always(200))
TOLD = may.desk(always(WHY_NOT))
DESK = [
    desk("", Way(team)),
    desk("changes", Way(INSIDE)),
    desk("items", Way(INSIDE)),
    desk("label", Way(INSIDE)),
    desk("tags", Way(INSIDE)),
    desk("here", Way(may.desk(always(422)), "post"),
         Way(INSIDE, "post", data={"tab": "a"}),
         Way(may.desk(always(204)), "post", data={"left": 1})),
    desk("session", Way(INSIDE)),
    desk("sources", Way(INSIDE, "post")),
    desk("sources/like", Way(INSIDE)),
    desk("sources/add", Way(TOLD, "post")),
    desk("embeds/known", Way(INSIDE)),
    desk("embeds/look", Way(TOLD, "post")),
    desk("media/recent", Way(INSIDE)),
    desk("media", Way(TOLD, "post")),
    desk("save", Way(TOLD, "post")),
    desk("preview", Way(TOLD, "post")),
    desk("entries/<entry_id>", Way(may.desk_composition(200)), names="entry"),
    desk("entries/<entry_id>/save", Way(TOLD, "post"), names="entry"),
    desk("entries/<entry_id>/preview", Way(may.desk_composition(422), "post"), names="entry"),
    desk("entries/<entry_id>/verbs/<name>", *[
        Way(may.desk_entry_verb(name, 200), fill={"name": name})
        for name in ("approve", "discard", "pin", "restore", "withdraw")
    ], *[
        Way(may.desk_entry_verb(name, answer), method, fill={"name": name})
        for name in ("kill", "erase") for method, answer in (("get", 200), ("post", 422))
    ], names="entry"),
    desk("spread", Way(INSIDE)),
    desk("entries/<entry_id>/spread", Way(may.desk_spread()), names="entry"),
    desk("entries/<entry_id>/copy", Way(may.desk_copy(200)), names="entry"),
    desk("entries/<entry_id>/copy/save", Way(TOLD, "post"), names="entry"),
    desk("entries/<entry_id>/copy/preview", Way(may.desk_copy(422), "post"), names="entry"),
    desk("entries/<entry_id>/copy/shown", Way(may.desk_copy_shown), names="entry"),
    desk("entries/<entry_id>/copy/verbs/<name>", *[
        Way(may.desk_copy_verb, method, fill={"name": "return"}) for method in ("get", "post")
    ], names="entry"),
    desk("entries/<entry_id>/history", Way(INSIDE), Way(may.desk(always(404)), query="old=1&new=x"),
         names="entry"),
    desk("entries/<entry_id>/history/<number>",
         Way(may.desk_composition(404), fill={"number": 404}), names="entry"),
    desk("entries/<entry_id>/move", Way(may.desk_move, "post"), names="entry"),
    desk("settings", Way(may.desk_editor(200)),
         Way(may.desk_editor(409), "post", data={"headline": "Another", "revision": 404})),
    desk("statistics", Way(may.own_team(needs="editor")),
         Way(may.own_team(needs="editor"), query="table=hours&format=csv")),
    desk("tasks/seen", Way(may.desk_editor(200), "post")),
    desk("tasks/<task_id>", Way(may.desk(always(404)), fill={"task_id": 404})),
    desk("tasks/<task_id>/match", Way(may.desk(always(404)), fill={"task_id": 404})),
    desk("tasks/<task_id>/restore", Way(may.desk(always(404)), "post", fill={"task_id": 404})),
    desk("verbs/<name>", *[
        Way(may.desk_blog_verb(name, 200), fill={"name": name})
        for name in ("open", "end", "reopen", "archive", "withdraw", "restore")
    ]),
]  # fmt: skip

# Copy is every team's; what is used where is told to its own team alone.
LET_IN = may.inbox(always(200))


def wires(route, *ways):
    fill = {"item_id": the("wireitem"), "chain_id": lambda world: world.rows["wireitem"].chain_id,
            "filter_id": 1}  # fmt: skip
    ways = [Way(way.policy, way.method, {**fill, **way.fill}, way.query, way.data) for way in ways]
    return one("desk", f"/admin/wires/{route}", "", *ways)


WIRES = [
    admin("wires/", anybody),
    wires("rows", Way(LET_IN), Way(may.inbox(always(404)), query="blog=none")),
    wires("arrivals", Way(LET_IN, query="since=20300101T000000.000000-1"),
          Way(may.inbox(always(400)))),
    wires("session", Way(LET_IN)),
    wires("items/<item_id>/use", Way(may.inbox(always(400)), "post"),
          Way(may.inbox(may.blogs_team(422)), "post", data={"verb": "use", "blog": "storm"})),
    wires("items/<item_id>/pictures", Way(may.inbox(always(404)), "post")),
    one("admin", "/admin/wires/items/<item_id>/pictures/", "",
        Way(may.nothing, "post", {"item_id": the("wireitem")})),
    one("admin", "/admin/wires/items/<item_id>/raw", "",
        Way(may.file_of_an_item, fill={"item_id": the("wireitem")})),
    one("admin", "/admin/wires/filters/", "", Way(may.signed_in(always(302)), "post")),
    one("admin", "/admin/wires/filters/<filter_id>/forget/", "",
        Way(may.signed_in(always(302)), "post", {"filter_id": 999})),
    *[one("admin", f"/admin/wires/<chain_id>/{route}", "", Way(policy, method, {
        "chain_id": lambda world: world.rows["wireitem"].chain_id}))
      for route, policy, method in (
          ("", anybody, "get"), ("killed/", may.shared("chief"), "get"),
          ("use/", may.nothing, "post"))],
]  # fmt: skip

# Families of packages, declared by how their addresses begin: one policy for all.
FAMILIES = {"/accounts/": "one's own account alone: tests/accounts/test_every_page.py"}

ADDRESSES = [*PUBLIC, *API, *SITE, *MODELS, *DESK, *WIRES]
