"""Runs the product: the database made ready, then the web server and the worker, which live and die together."""

import errno
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from types import FrameType

import django
from django.core.management import call_command

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def make_ready() -> None:
    """Bring the database and the static files up to date."""
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def web_command(host: str, port: int) -> list[str]:
    """The web server: two processes of four threads, enough for an office on an ordinary computer."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", "2", "--blocking-threads", "4", "--log-level", "warning"),
        "wenming.config.wsgi:application",
    ]


def worker_command() -> list[str]:
    """The worker of the background jobs."""
    return [sys.executable, "-m", "wenming", "manage", "worker"]


def run_together(commands: Sequence[Sequence[str]]) -> int:
    """Run the commands until one ends or a stop signal comes; then end all. 0 only when we were told to stop."""
    children: list[subprocess.Popen[bytes]] = []
    stopping: list[int] = []  # the signals that came

    def stop(number: int, _frame: FrameType | None) -> None:
        stopping.append(number)
        _end(children)

    before = {number: signal.signal(number, stop) for number in STOPPING}
    try:
        # In groups of their own, so that Ctrl-C reaches only us: a worker told twice to stop fails its running job.
        children.extend(subprocess.Popen(command, process_group=0) for command in commands)
        _wait_for_one(children, stopping)
        _end(children)
        for child in children:
            child.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return 0 if stopping else 1


def _wait_for_one(children: Sequence[subprocess.Popen[bytes]], stopping: Sequence[int]) -> None:
    if children and not stopping:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()


def is_taken(host: str, port: int) -> bool:
    """Whether a program listens there already: two of our servers would share the port without a word, each with data
    of its own."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what has just stopped does not count
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:  # any other reason is told by the server itself
            return isinstance(error, OSError) and error.errno == errno.EADDRINUSE
    return False


def refuse(host: str, port: int) -> int:
    """Say that the port is taken, and what to do."""
    sys.stderr.write(f"{address(host, port)} 已有程序在用：请先停掉它，或用 --port 换一个端口（make run PORT=…）。\n")
    return 1


def serve(host: str, port: int) -> int:
    """Make ready, then run the web server and the worker."""
    if is_taken(host, port):
        return refuse(host, port)
    make_ready()
    sys.stdout.write(f"文明  {address(host, port)}\n")
    sys.stdout.flush()
    return run_together([web_command(host, port), worker_command()])


def address(host: str, port: int) -> str:
    """What to type into a browser on this computer: a server that listens everywhere is here, too."""
    here = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
    return f"http://[{here}]:{port}/" if ":" in here else f"http://{here}:{port}/"
