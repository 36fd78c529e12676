"""The server and its worker live and die together."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from wenming.config.serve import address, is_taken

ROOT = Path(__file__).parents[2]
RUN = "import sys; from wenming.config.serve import run_together; sys.exit(run_together({commands!r}))"
SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


def together(*commands: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", RUN.format(commands=list(commands))])


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def wait_for_children(pid: int, count: int) -> list[int]:
    for _ in range(2000):
        if len(children_of(pid)) == count:
            return children_of(pid)
        time.sleep(0.02)
    raise AssertionError("the children did not start")


def is_gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_signal_ends_both_well(number: signal.Signals) -> None:
    parent = together(SLEEP, SLEEP)
    children = wait_for_children(parent.pid, 2)
    parent.send_signal(number)
    assert parent.wait(timeout=100) == 0
    assert all(map(is_gone, children))


def test_the_death_of_one_ends_the_other_and_is_told() -> None:
    parent = together(SLEEP, SLEEP)
    first, second = wait_for_children(parent.pid, 2)
    os.kill(first, signal.SIGKILL)
    assert parent.wait(timeout=100) != 0
    assert is_gone(second)


def test_one_that_ends_by_itself_is_a_failure() -> None:
    assert together([sys.executable, "-c", ""], SLEEP).wait(timeout=100) == 1


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def answer(address: str) -> tuple[int, str]:
    for _ in range(1500):
        try:
            with urllib.request.urlopen(address, timeout=50) as response:
                return response.status, response.read().decode()
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"no answer from {address}")


def test_serve_makes_ready_answers_and_stops(tmp_path: Path) -> None:
    port = free_port()
    environment = {**os.environ, "WENMING_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "wenming.config.settings"}
    command = [sys.executable, "-m", "wenming", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        assert answer(f"http://127.0.0.1:{port}/health") == (200, "ok")
        assert (tmp_path / "wenming.sqlite3").exists()
    finally:
        server.terminate()
    assert server.wait(timeout=200) == 0


@pytest.mark.parametrize(
    ("host", "shown"),
    [("127.0.0.1", "http://127.0.0.1:80/"), ("0.0.0.0", "http://127.0.0.1:80/"), ("::1", "http://[::1]:80/")],
)
def test_the_address_can_be_typed_into_a_browser_here(host: str, shown: str) -> None:
    assert address(host, 80) == shown


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_a_port_that_another_shares_is_taken(host: str) -> None:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        assert is_taken(host, port)
    assert not is_taken(host, port)


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_taken_port_is_told_before_anything_is_done(command: str, tmp_path: Path) -> None:
    environment = {**os.environ, "WENMING_DATA": str(tmp_path)}
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = str(listener.getsockname()[1])
        start = [sys.executable, "-m", "wenming", command, "--port", port]
        done = subprocess.run(
            start, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
        )
    assert (done.returncode, port in done.stderr) == (1, True)
    assert not (tmp_path / "wenming.sqlite3").exists()
