"""`python -m scripts.cluster [--stay] [--kill-seconds N]`"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
import time

from scripts.cluster.machine import Cluster
from scripts.cluster.proofs import proofs
from scripts.cluster.script import Failed
from scripts.serve import HOST


def main() -> int:
    options = argparse.ArgumentParser(prog="make cluster", description=__doc__)
    options.add_argument("--stay", action="store_true", help="go on running after the proofs")
    options.add_argument("--kill-seconds", type=float, default=2.0)
    asked = options.parse_args()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # also where it is ignored
        signal.signal(number, signal.default_int_handler)
    cluster = Cluster()
    try:
        return run(cluster, stay=asked.stay, kill_seconds=asked.kill_seconds)
    except KeyboardInterrupt:
        return 130
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # stopping is not to be interrupted
        cluster.close()


def run(cluster: Cluster, *, stay: bool, kill_seconds: float) -> int:
    try:
        began = time.monotonic()
        cluster.start()
        took = time.monotonic() - began
        tell(f"  started in {took:.1f} s: PostgreSQL, a replica, nodes A and B, a worker, nginx")
        for proven in proofs(cluster, kill_seconds):
            tell(f"✓ {proven}")
    except Failed as failed:
        print(f"✗ {failed}.\n{cluster.logs()}", file=sys.stderr, flush=True)
        return 1
    if stay:
        tell(f"  {cluster.url}/ (nginx), {nodes(cluster)}; admin: {cluster.account}")
        tell("  Ctrl+C stops it.")
        threading.Event().wait()
    return 0


def tell(line: str) -> None:
    print(line, flush=True)


def nodes(cluster: Cluster) -> str:
    return ", ".join(f"node {name} http://{HOST}:{port}/" for name, port in cluster.nodes.items())


if __name__ == "__main__":
    sys.exit(main())
