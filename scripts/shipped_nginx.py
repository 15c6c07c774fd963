"""deploy/nginx as it is shipped, changed only in what belongs to a machine, on loopback ports."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

SITE = Path(__file__).resolve().parent.parent / "deploy" / "nginx" / "newsroom.conf"
PROGRAM = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
NODE = "    server 127.0.0.1:8000 max_fails=0;"


def site(home: Path, listen: str, redirects: str, nodes: Sequence[str]) -> str:
    """The server blocks: plain http at `listen`, in front of `nodes`, each a host:port.

    Its cache, log and snapshot are below `home`; `redirects` is where port 80 would be.
    """
    text = SITE.read_text(encoding="utf-8")
    for old, new in {
        "listen 80;\n    listen [::]:80;": f"listen {redirects};",
        "listen 443 ssl http2;\n    listen [::]:443 ssl http2;": f"listen {listen};",
        "ssl_certificate": "#",
        "/var/log/nginx/": f"{home}/",
        "/var/cache/nginx-newsroom": f"{home}/cache",
        NODE: "\n".join(NODE.replace("127.0.0.1:8000", node) for node in nodes),
        "/srv/newsroom/snapshot": f"{home}/snapshot",
    }.items():
        if old not in text:
            raise ValueError(f"{SITE.name} has no “{old}”.")
        text = text.replace(old, new)
    return text


def main(home: Path, sites: str, first: str) -> str:
    """nginx.conf around `sites`, everything it writes below `home`; `first` is its first line."""
    places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{place}_temp_path {home}/{place};" for place in places)
    return (
        f"{first}\npid {home}/pid; error_log {home}/error.log;\n"
        "worker_rlimit_nofile 4096; events { worker_connections 2048; }\n"
        f"http {{ access_log off; {temporary}\n{sites}\n}}\n"
    )
