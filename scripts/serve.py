"""Runs the web server and the worker together, for `make run`.

Stops both when asked to (SIGINT, SIGTERM), also while event streams are open. When one ends by
itself the other is stopped and the exit code is 1: nothing is restarted in silence.
"""

import asyncio
import errno
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from newsroom.env import env, integer, text, words

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
BACKLOG = 4096  # connections that may wait to be taken: readers come back all at once
STREAM_SECONDS = 3  # open event streams get this long to end after a signal
STOP_SECONDS = 12  # then a process that is still there is killed


def main() -> int:
    env.read_env(text("ENV_FILE", str(ROOT / ".env")))
    try:
        port = integer("PORT", default=8000)
        listener = socket.create_server((HOST, port), backlog=BACKLOG)
    except ImproperlyConfigured as error:
        return refuse(str(error))
    except OverflowError:
        return refuse(f"PORT must be a number from 1 to 65535, not {port}.")
    except OSError as error:
        return refuse(why_not(port, error))
    url = text("SITE_URL") or f"http://{HOST}:{port}"
    os.environ["SITE_URL"] = url
    with listener:
        return asyncio.run(run(web(listener), worker(), url, listener.fileno()))


def why_not(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken: stop what runs there, or choose another, PORT={port + 1}."
    return f"Port {port} cannot be opened: {error.strerror}."


def refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def web(listener: socket.socket) -> list[str]:
    """uvicorn on a socket that is open already: a visitor who comes early waits."""
    return [
        *("-m", "uvicorn", "newsroom.asgi:application"),
        *("--fd", str(listener.fileno()), "--backlog", str(BACKLOG)),
        *("--loop", "uvloop", "--http", "liveblog.live.front:FrontProtocol"),
        *("--timeout-graceful-shutdown", str(STREAM_SECONDS)),
        *("--forwarded-allow-ips", ",".join(words("TRUSTED_PROXIES", ["127.0.0.1"]))),
        *("--log-level", "warning", "--no-server-header"),
    ]


def worker() -> list[str]:
    return ["manage.py", "worker"]


async def run(web: list[str], worker: list[str], url: str, descriptor: int) -> int:
    """Runs both commands until a signal comes or one of them ends; answers the exit code."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    processes = {
        "The web server": await start(web, pass_fds=[descriptor]),
        "The worker": await start(worker),
    }
    print(f"Newsroom runs at {url}/ and its admin at {url}/admin/ — Ctrl+C stops it.", flush=True)
    ends = {asyncio.create_task(process.wait()): name for name, process in processes.items()}
    asked = asyncio.create_task(stop.wait())
    done, _ = await asyncio.wait([asked, *ends], return_when=asyncio.FIRST_COMPLETED)
    await asyncio.gather(*(finish(name, process) for name, process in processes.items()))
    asked.cancel()
    if asked in done:
        return 0
    for task in done:
        print(f"{ends[task]} ended by itself, exit code {task.result()}.", file=sys.stderr)
    return 1


async def start(arguments: list[str], pass_fds: list[int] | None = None) -> Process:
    # A session of its own: Ctrl+C reaches this process, which then stops both in order.
    return await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=ROOT, pass_fds=pass_fds or [], start_new_session=True
    )


async def finish(name: str, process: Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        print(f"{name} did not stop in {STOP_SECONDS} seconds: killed.", file=sys.stderr)
        process.kill()
        await process.wait()


if __name__ == "__main__":
    sys.exit(main())
