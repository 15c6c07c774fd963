"""Fifty ways to lose a connection: each is pulled at a random moment and mended again."""

from contextlib import contextmanager

# One of: nothing, "before" the site has it, "after" it has it, "half" of its answer arrives. Not by
# a route of the test's: a request was seen to slip past one.
FETCH = """
window.cut = "";
const reach = window.fetch.bind(window);
window.fetch = async (...request) => {
  const how = window.cut;
  if (how === "before") throw new TypeError("Failed to fetch");
  const answer = await reach(...request);
  if (how === "after") throw new TypeError("Failed to fetch");
  if (how !== "half") return answer;
  const text = await answer.text();
  const { status, headers } = answer;
  return new Response(status === 204 ? null : text.slice(0, text.length / 2), { status, headers });
};
"""
SYLLABLES = ("har", "bour", "fer", "ry", "storm", "pier", "lo", "ma", "ten", "sil", "ga", "ru")
WAYS = ("kill", "kill", "offline", "before", "after", "after", "half", "reload", "close")


def sentence(rng, number):
    """Words nobody else writes: nearly the same twice would be another matter."""
    words = ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(rng.randint(4, 9))]
    return f"Report {number}: {' '.join(words)}."


@contextmanager
def pulled(way, page, site):
    """The connection is cut in this way while the block runs."""
    if way == "kill":
        site.kill()
        yield
        site.start()
    elif way == "offline":
        page.context.set_offline(True)
        yield
        page.context.set_offline(False)
    elif way in ("before", "after", "half"):
        page.evaluate(f"window.cut = '{way}'")
        yield
        page.evaluate("window.cut = ''")
    else:
        yield
