"""What each kind of address answers to whom: small functions of who asks and what is named.

Each takes the asker, the state and the entry, and returns the status, or the set of those that
are right.
"""

from liveblog.admin.blog_admin import VERBS as BLOG_VERBS
from liveblog.desk.items import ITEM_VERBS
from tests.matrix.world import NEVER_PUBLIC

LOGIN = 302  # to the page where one signs in
WHY_NOT = {200, 400, 409, 413, 422}  # let in, and told what is wrong with what was sent


def always(status):
    """The same for everybody and about everything."""
    return lambda who, state, at: status


def public_blog(who, state, at):
    return {"planned blog": 404, "withdrawn blog": 410}.get(state, 200)


def public_entry(who, state, at):
    if state in NEVER_PUBLIC:
        return 404
    return 200 if state == "published" else 410


def signed_in(answer):
    """A page of the admin: whoever is not signed in is sent to do so."""

    def policy(who, state, at):
        return answer(who, state, at) if who.known else LOGIN

    return policy


staff = signed_in(always(200))
nobody = signed_in(always(403))
nothing = signed_in(always(404))
root = signed_in(lambda who, state, at: 200 if who.root else 403)
roots_row = signed_in(lambda who, state, at: 200 if who.root else 404)


def own_team(hidden=404, needs="reporter"):
    """Rows of one team: `hidden` is how another team's row answers, whether it exists or not."""

    def answer(who, state, at):
        if not who.rank:
            return hidden
        return 200 if who.reaches(needs) else 403

    return signed_in(answer)


def evidence():
    """Texts of a team's updates; of what has been killed its chiefs alone read them."""

    def answer(who, state, at):
        if not who.rank:
            return 404
        return 200 if "killed" not in state or who.reaches("chief") else 403

    return signed_in(answer)


def shared(needs):
    """A row that every team uses: the rank in any team decides."""
    return signed_in(lambda who, state, at: 200 if who.reaches_anywhere(needs) else 403)


def refused(needs, status):
    """A question to such a page that makes no sense: told to whoever may ask."""
    return signed_in(lambda who, state, at: status if who.reaches_anywhere(needs) else 403)


def known_to(rank, needs="reporter", answer=200):
    """A shared row that nobody below a rank knows of."""

    def policy(who, state, at):
        if not who.reaches_anywhere(rank):
            return 404
        return answer if who.reaches_anywhere(needs) else 403

    return signed_in(policy)


def root_in_team(who, state, at):
    return (200 if who.root else 403) if who.rank else 404


def _of_ada(hidden):
    """What is Ada's, and to be seen by her chief."""
    seeing = {"ada", "chi", "root"}
    return signed_in(lambda who, state, at: 200 if who.name in seeing else hidden)


token, past_token = _of_ada(404), _of_ada(302)


def entry_verb(name):
    """A verb's page in the admin: shown to whoever may use it, whether it applies now or not."""

    def answer(who, state, at):
        if not who.rank:
            return 404
        return 200 if _may(name, who, at["entry"]) else 403

    return signed_in(answer)


def blog_verb(name):
    return own_team(needs=BLOG_RANKS[name])


def desk(answer):
    """An endpoint of a live desk: 401 in words, 404 for another team's as for none."""

    def policy(who, state, at):
        if not who.known:
            return 401
        return answer(who, state, at) if who.rank else 404

    return policy


def inbox(answer):
    """An endpoint of the inbox: 401 in words, and whoever works here is let in."""
    return lambda who, state, at: answer(who, state, at) if who.known else 401


def blogs_team(answer):
    """About a live blog: another team's is 404, as none."""
    return lambda who, state, at: answer if who.rank else 404


def file_of_an_item(who, state, at):
    """For a chief of any team: that of the world's item has been deleted."""
    if not who.known:
        return LOGIN
    return 404 if who.reaches_anywhere("chief") else 403


def desk_composition(answer):
    """What the composer may take: an editor what is alive, a reporter drafts begun by herself."""

    def policy(who, state, at):
        open_to = {"draft", "in_review", "scheduled", "published", "withdrawn"}
        entry = at["entry"]
        mine = entry.state == "draft" and entry.created_by.username == who.name
        let_in = entry.state in open_to if who.reaches("editor") else mine
        return answer if let_in else 409

    return desk(policy)


def desk_spread():
    """Where a kill or a withdrawal has arrived; of what was never public there is nothing."""
    return desk(lambda who, state, at: 200 if state in ("withdrawn", "killed") else 404)


def desk_editor(answer):
    """What editors alone do: the settings, and what the wires bring."""
    return desk(lambda who, state, at: answer if who.reaches("editor") else 403)


def desk_entry_verb(name, answer):
    def policy(who, state, at):
        verb = _verb(ITEM_VERBS, name)
        if not _may(name, who, at["entry"]):
            return 403
        return answer if verb.applies(at["entry"]) else 409

    return desk(policy)


def desk_copy(answer):
    """Changes to what is published: an editor every update's, a reporter those begun by herself."""

    def policy(who, state, at):
        entry = at["entry"]
        own = who.reaches("editor") or entry.created_by.username == who.name
        return answer if own and entry.state == "published" else 409

    return desk(policy)


@desk
def desk_copy_shown(who, state, at):
    """What readers would see of changes, for the whole team: to what is public alone."""
    return 200 if at["entry"].state == "published" else 409


@desk
def desk_copy_verb(who, state, at):
    """Changes that nobody submitted cannot be returned; where there are none, there is nothing."""
    if not who.reaches("editor"):
        return 403
    return 409 if hasattr(at["entry"], "working_copy") else 404


@desk
def desk_move(who, state, at):
    """Editors move what is published; without a revision it is told that it is stale."""
    if not who.reaches("editor"):
        return 403
    return 409


def desk_blog_verb(name, answer):
    def policy(who, state, at):
        verb = _verb(BLOG_VERBS, name)
        if not who.reaches(BLOG_RANKS[name]):
            return 403
        return answer if verb.applies(at["blog"]) else 409

    return desk(policy)


def keyed(scope, hidden, answer):
    """What needs an API token: its person's membership, then (or first, if asked) its scope.

    `hidden` says what another team's token is told; `scope` may depend on the entry.
    """

    def policy(who, state, at):
        if not who.person:
            return 401
        if not who.rank:
            return hidden(state)
        needed = scope(at) if callable(scope) else scope
        return answer if needed in who.scopes else 403

    return policy


def entry_hidden(state):
    """Only what the public can read is admitted to exist."""
    return 403 if state == "published" else 404


def blog_hidden(state):
    return 403 if state not in ("planned blog", "withdrawn blog") else 404


def to_change(at):
    """Changing what is public needs more than writing drafts."""
    unpublished = ("draft", "in_review", "scheduled")
    return "write:drafts" if at["entry"].state in unpublished else "publish"


# Which rank a verb needs is said here once more: the product's own tables are what is tested.
RANKS = {
    "kill": "editor", "discard": "reporter", "withdraw": "editor", "erase": "chief",
    "pin": "editor", "restore": "editor", "approve": "editor", "restore revision": "reporter",
}  # fmt: skip
BLOG_RANKS = dict.fromkeys(("open", "end", "reopen", "archive", "copy"), "editor") | dict.fromkeys(
    ("withdraw", "restore"), "chief"
)


def _may(name, who, entry):
    own = entry.created_by.username == who.name and entry.state == "draft"
    return who.reaches(RANKS[name]) and (own or who.rank != "reporter")


def _verb(verbs, name):
    return next(verb for verb in verbs if verb.name == name)
