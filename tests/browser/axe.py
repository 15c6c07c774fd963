"""What axe finds on a signed-in page as it stands once nothing moves any more."""

from axe_playwright_python.sync_playwright import Axe

# Django's own frame around the pages, which is not ours to change.
FRAME = ["#header", "#nav-sidebar", ".breadcrumbs", "#changelist-filter", "#changelist-search"]
# Half-way through a transition a colour has a contrast it never has again. Animations are taken to
# their end rather than waited for: one that never gets a frame, or has no end, would be waited for
# until the test is stopped.
SETTLE = """() => {
  for (const animation of document.getAnimations()) {
    try { animation.finish(); } catch { animation.cancel(); }
  }
}"""


def settle(page):
    """Take everything that fades or moves to its end."""
    page.evaluate(SETTLE)


def violations(page, *rules):
    """What axe finds; of `rules` alone, if some are named."""
    settle(page)
    options = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    context = {"exclude": [[part] for part in FRAME]}
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [
        f"{rule['impact']}: {rule['id']} {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def settled_violations(page, *rules):
    """The same of a page on which something may begin to move while axe looks."""
    found = []
    for _ in range(3):
        found = violations(page, *rules)
        if not found:
            break
    return found
