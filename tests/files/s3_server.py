"""A real S3 server for tests: OpenStack Swift on free ports of the loopback, in a folder of its own."""

import os
import pwd
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

DAEMON = Path(__file__).with_name("swift_daemon.py")
PYTHON = Path("/usr/bin/python3")  # Debian's, which has its package python3-swift
KEY, SECRET, BUCKET = "test:tester", "test/ing+1", "wenming"
PATIENCE = 60  # seconds to start

COMMON = """
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
user = {user}
swift_dir = {folder}
devices = {folder}
mount_check = false
log_level = ERROR
log_address = {folder}/no-log
fallocate_reserve = 0
"""
STORE = "[pipeline:main]\npipeline = {kind}-server\n[app:{kind}-server]\nuse = egg:swift#{kind}\n"
PROXY = f"""
[pipeline:main]
pipeline = catch_errors gatekeeper cache listing_formats s3api tempauth copy slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
error_suppression_limit = 1000000
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = {SECRET} .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
"""
HASHES = """
[swift-hash]
swift_hash_path_suffix = a
swift_hash_path_prefix = b
[storage-policy:0]
name = one
default = yes
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Where it listens."""

    port: int

    @property
    def options(self) -> dict[str, str]:
        """What the store of the settings needs."""
        return {
            "endpoint": f"http://127.0.0.1:{self.port}",
            "bucket": BUCKET,
            "key": KEY,
            "secret": SECRET,
            "region": "us-east-1",
            "style": "path",
        }

    @property
    def client(self) -> Any:  # noqa: ANN401  # boto3 carries no types
        """To look past the store."""
        given = self.options
        return boto3.client(
            "s3",
            endpoint_url=given["endpoint"],
            aws_access_key_id=KEY,
            aws_secret_access_key=SECRET,
            region_name=given["region"],
            config=Config(
                s3={"addressing_style": "path"}, connect_timeout=1, retries={"total_max_attempts": 1},
                request_checksum_calculation="when_required", response_checksum_validation="when_required",
            ),
        )  # fmt: skip


def why_not() -> str:
    """Why it cannot run here; empty where it can."""
    if not Path("/usr/lib/python3/dist-packages/swift").is_dir():
        return "Debian's package python3-swift is not installed"
    with tempfile.NamedTemporaryFile() as file:
        try:
            os.setxattr(file.name, "user.swift", b"1")
        except OSError:
            return "the temporary folder keeps no extended attributes"
    return ""


@contextmanager
def swift() -> Iterator[Server]:
    """The server with an empty bucket; skips the test where it cannot run."""
    if reason := why_not():
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="swift-") as name, ExitStack() as running:
        folder = Path(name)
        ports = _free_ports(4)
        _configure(folder, ports)
        _daemon(folder, "rings", *map(str, ports[:3])).wait(PATIENCE)
        for kind in ("account", "container", "object", "proxy"):
            process = _daemon(folder, kind)
            running.callback(process.wait)
            running.callback(process.kill)
        server = Server(ports[3])
        _await(server, folder)
        yield server


def _free_ports(count: int) -> list[int]:
    """Held all at once, so that no two are the same."""
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def _configure(folder: Path, ports: list[int]) -> None:
    user = pwd.getpwuid(os.getuid()).pw_name
    (folder / "disk").mkdir()
    (folder / "swift.conf").write_text(HASHES)
    for kind, port in zip(("account", "container", "object", "proxy"), ports, strict=True):
        own = PROXY if kind == "proxy" else STORE.format(kind=kind)
        (folder / f"{kind}-server.conf").write_text(COMMON.format(port=port, folder=folder, user=user) + own)


def _daemon(folder: Path, *given: str) -> "subprocess.Popen[bytes]":
    with (folder / "said").open("ab") as said:
        return subprocess.Popen(
            [PYTHON, "-s", DAEMON, folder, *given],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"},
            cwd=folder,
            stdout=said,
            stderr=said,
        )


def _await(server: Server, folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            _make_bucket(server)
            server.client.put_object(Bucket=BUCKET, Key="ready", Body=b"1")
            server.client.delete_object(Bucket=BUCKET, Key="ready")
        except (BotoCoreError, ClientError) as error:
            if time.monotonic() > deadline:
                raise AssertionError((folder / "said").read_text(errors="replace")[-3000:]) from error
            time.sleep(0.2)
        else:
            return


def _make_bucket(server: Server) -> None:
    """Nothing where it is there already: a busy server may make it and yet say that it did not."""
    client = server.client
    with suppress(client.exceptions.BucketAlreadyOwnedByYou):
        client.create_bucket(Bucket=BUCKET)
