"""Which worker does what: of three or more, the first is in the browser from the beginning.

A test in a browser waits for most of its time; the others take all the processor they get. Beside
each other they leave none of it idle. Whoever has done the others helps in the browser, and nobody
goes back: Playwright's event loop stays in a process once it runs.
"""

from bisect import bisect_left
from functools import cached_property

from xdist.scheduler import LoadScheduling

BROWSER = "tests/browser/"
QUICK = 0.1  # seconds
AHEAD = 8  # tests that a worker is given at once while they are quick


class BrowserBesideTheRest(LoadScheduling):
    """What is pending is in the order of the collection: the browser's tests are at its end."""

    @cached_property
    def browser_begins(self):
        names = enumerate(self.collection)
        return next((n for n, name in names if name.startswith(BROWSER)), len(self.collection))

    @cached_property
    def in_browser(self):
        """The worker that begins there, if there is one."""
        somebody = len(self.nodes) > 2 and self.browser_begins < len(self.collection)
        return self.nodes[:1] if somebody else []

    def schedule(self):
        self.maxschedchunk = 2  # to begin with; a worker starts on a test when it knows the next
        super().schedule()
        for node in self.nodes:
            self.check_schedule(node)

    def check_schedule(self, node, duration=QUICK):
        if node.shutting_down:
            return
        given = len(self.node2pending[node])
        if self.next_for(node) == len(self.pending):
            node.shutdown()
        elif given < 2:
            self._send_tests(node, (AHEAD if duration < QUICK else 2) - given)

    def next_for(self, node):
        """Where this worker goes on in what is pending; its length for nowhere."""
        self.pending.sort()  # what a worker left that crashed was put at the end
        return bisect_left(self.pending, self.browser_begins) if node in self.in_browser else 0

    def _send_tests(self, node, num):
        begins = self.next_for(node)
        tests = self.pending[begins : begins + num]
        if tests:
            del self.pending[begins : begins + num]
            self.node2pending[node].extend(tests)
            node.send_runtest_some(tests)
