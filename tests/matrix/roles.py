"""Who asks: everybody of the cast, and what each is in the team that the world belongs to."""

from dataclasses import dataclass

from django.test import Client

RANKS = ("reporter", "editor", "chief")


@dataclass(frozen=True)
class Asker:
    """`rank` in the team of the world; `anywhere` in whichever team; "" for none."""

    name: str
    rank: str = ""
    anywhere: str = ""

    @property
    def known(self):
        """Signed in, and a member of staff."""
        return bool(self.anywhere)

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
)
# Those whose answers differ by what an address names.
TELLING = {"nobody", "ben", "ada", "dov"}


def client_of(asker, world, **options):
    """A browser with that person signed in, or a program with a key that nobody ever made."""
    if asker.name == "stranger's key":
        options["headers"] = {"Authorization": "Bearer none-such.0123456789abcdefghijklmnopqrstuv"}
    client = Client(raise_request_exception=False, **options)
    if asker.known:
        client.force_login(world.people[asker.name])
    return client
