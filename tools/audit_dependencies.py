"""Asks the OSV database (https://osv.dev) whether a locked dependency has a known vulnerability.

Fails where one has, unless it is named in ACCEPTED with a reason. Where the service cannot be reached, as on an
isolated network, it says so and does not fail: then nothing was examined.
"""

import json
import sys
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SERVICE = "https://api.osv.dev/v1/querybatch"
SECONDS = 20

# Identifier of a vulnerability: why it does not touch us, and until when that is to be looked at again.
ACCEPTED: Mapping[str, str] = {}


@dataclass(frozen=True)
class Package:
    """A locked dependency."""

    ecosystem: str
    name: str
    version: str


@dataclass(frozen=True)
class Finding:
    """A known vulnerability of a locked dependency."""

    package: Package
    identifier: str


class Unreachable(Exception):
    """The service does not answer, or with something else than an answer."""


def python_packages(lock: str) -> Iterator[Package]:
    """The packages of uv.lock that come from a registry."""
    for one in tomllib.loads(lock)["package"]:
        if "registry" in one["source"]:
            yield Package("PyPI", one["name"], one["version"])


def node_packages(lock: str) -> Iterator[Package]:
    """The packages of package-lock.json."""
    for place, one in json.loads(lock)["packages"].items():
        if place and not one.get("link"):
            yield Package("npm", one.get("name") or place.rpartition("node_modules/")[2], one["version"])


def ask(packages: Sequence[Package], service: str = SERVICE) -> dict[str, Any]:
    """What the service says about all of them, in one request; raises Unreachable."""
    queries = [{"package": {"ecosystem": one.ecosystem, "name": one.name}, "version": one.version} for one in packages]
    body = json.dumps({"queries": queries}).encode()
    request = urllib.request.Request(service, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as response:
            answer: dict[str, Any] = json.load(response)
    except (OSError, ValueError) as error:
        raise Unreachable(str(error)) from error
    return answer


def judge(packages: Sequence[Package], answer: Mapping[str, Any]) -> list[Finding]:
    """The vulnerabilities that the answer names; raises Unreachable where it is not an answer to what was asked."""
    results = answer.get("results")
    if not isinstance(results, list) or len(results) != len(packages):
        raise Unreachable("the answer does not fit the question")
    return [
        Finding(package, known["id"])
        for package, result in zip(packages, results, strict=True)
        for known in (result or {}).get("vulns", [])
    ]


def report(findings: Sequence[Finding], accepted: Mapping[str, str]) -> tuple[list[str], int]:
    """Lines to print and the exit status: 1 where a vulnerability is not accepted, or an accepted one is gone."""
    found = {one.identifier for one in findings}
    lines = [_line(one, accepted.get(one.identifier)) for one in findings]
    gone = [one for one in accepted if one not in found]
    lines += [f"{one} is accepted but not found any more: remove it from ACCEPTED" for one in gone]
    return lines, int(found != set(accepted))


def _line(one: Finding, reason: str | None) -> str:
    where = f"{one.package.name} {one.package.version} ({one.package.ecosystem}): {one.identifier}"
    return f"accepted: {where}: {reason}" if reason else f"{where}, see https://osv.dev/{one.identifier}"


def main() -> int:
    """0 where nothing is known against the locked dependencies, or nobody can be asked."""
    python, node = Path("uv.lock").read_text("utf-8"), Path("assets/package-lock.json").read_text("utf-8")
    packages = sorted({*python_packages(python), *node_packages(node)}, key=lambda one: (one.ecosystem, one.name))
    try:
        lines, status = report(judge(packages, ask(packages)), ACCEPTED)
    except Unreachable as error:
        print(f"dependencies NOT examined: {SERVICE} cannot be reached ({error})")
        return 0
    print("\n".join([*lines, f"{len(packages)} dependencies examined, {len(lines)} remarks"]))
    return status


if __name__ == "__main__":
    sys.exit(main())
