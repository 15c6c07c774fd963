"""Who asks: everybody of the cast, and what each is in the team that the world belongs to."""

from dataclasses import dataclass

from django.test import Client

EVERY = ("read", "write:drafts", "publish", "takedown")
RANKS = ("reporter", "editor", "chief")


@dataclass(frozen=True)
class Asker:
    """`rank` in the team of the world; `anywhere` in whichever team; "" for none."""

    name: str
    rank: str = ""
    anywhere: str = ""
    person: str = ""  # whose API token it comes with, instead of a session
    scopes: tuple = ()

    @property
    def known(self):
        """Signed in, and a member of staff."""
        return bool(self.anywhere) and not self.person

    @property
    def root(self):
        return self.name == "root"

    def reaches(self, needs):
        return bool(self.rank) and RANKS.index(self.rank) >= RANKS.index(needs)

    def reaches_anywhere(self, needs):
        return bool(self.anywhere) and RANKS.index(self.anywhere) >= RANKS.index(needs)


ASKERS = (
    Asker("nobody"),
    Asker("ben", "reporter", "reporter"),
    Asker("ada", "editor", "editor"),
    Asker("chi", "chief", "chief"),
    Asker("dov", "", "editor"),
    Asker("root", "chief", "chief"),
    Asker("stranger's key"),
    Asker("ben's key", "reporter", "reporter", "ben", ("read", "write:drafts")),
    Asker("ada's key", "editor", "editor", "ada", EVERY),
    Asker("ada's key to read", "editor", "editor", "ada", ("read",)),
    Asker("dov's key", "", "editor", "dov", EVERY),
)
# Those whose answers differ by what an address names.
TELLING = {"nobody", "ben", "ada", "dov", "ada's key", "dov's key"}


def client_of(asker, world, **options):
    """A browser with that person signed in, or a program with a key that nobody ever made."""
    if asker.name == "stranger's key":
        options["headers"] = {"Authorization": "Bearer none-such.0123456789abcdefghijklmnopqrstuv"}
    if asker.person:
        options["headers"] = {"Authorization": f"Bearer {world.keys[asker.name]}"}
    client = Client(raise_request_exception=False, **options)
    if asker.known:
        client.force_login(world.people[asker.name])
    return client
