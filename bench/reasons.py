"""Why a goal may be missed and what would reach it, from profiles; told only when it was."""

from __future__ import annotations

FAN_OUT = (
    "A profile of the fan-out (perf): 70 % the kernel's sending, 21 % the interpreter, 7 "
    "% uvloop. Before it come the look, the delta and its markup, which the peer is not "
    "asked for. Sending from C, or from a thread without the interpreter's lock, would "
    "save a quarter; more processes divide it."
)
REQUEST = (
    "A profile (perf) of 304s: 49 % the interpreter, 33 % the kernel, 7 % the parser, 6 % "
    "uvloop. That share does not shrink with the answer: the smaller it is, the further "
    "nginx is ahead. A look-up in C would halve it; nginx in front, which keeps the "
    "answer for a second, takes it away."
)
SAME_WAY = "Both answers take the same way: the ratio is near 1, give or take the machine's unrest."
NOT_BESIDE = "The peer's figure is of another machine; `--peer PATH` measures it beside."
REASONS = {
    "pages.gzip": REQUEST,
    "pages.identity": REQUEST,
    "pages.304": REQUEST,
    "pages.changes": SAME_WAY,
    "pages.api": SAME_WAY,
    "pages.deployed": (
        "A profile of nginx (perf) shows what it does for a kept answer and not for a "
        "file: it parses the answer's own header lines at each hit, tries the regular "
        "expressions of locations and encodings, sends 1.2 KB of headers and writes a "
        "log. `pcre_jit on` in nginx.conf and fewer headers would help; the larger the "
        "page, the less it counts."
    ),
    "peer.50": NOT_BESIDE,
    "peer.1000": NOT_BESIDE,
    "peer.10000": NOT_BESIDE,
    "stream.nchan": FAN_OUT,
    "stream.nchan last": FAN_OUT,
    "stream.queue": FAN_OUT,
    "stream.queue last": FAN_OUT,
    "stream.cost": FAN_OUT,
    "stream.back": (
        "A profile (perf): 77 % the interpreter, a third of that its garbage collector, "
        "and 15 % the kernel: half a millisecond for each who returns. The largest part "
        "is Django's request object, which reads host, cursor and address; reading them "
        "from the raw headers would save a third, more processes divide it. Outside a "
        "bench readers return spread over two seconds."
    ),
    "stream.page": (
        "The fan-out gives way after every 500 readers, and waits for pages that are being made, "
        "30 ms at most: smaller blocks, or more patience, would trade the last reader's time for "
        "the page's."
    ),
}
