"""Judging what is known against dependencies, with answers of our own making."""

import socket
from pathlib import Path

import pytest

from tools.audit_dependencies import (
    ACCEPTED,
    Finding,
    Package,
    Unreachable,
    ask,
    judge,
    node_packages,
    python_packages,
    report,
)

ROOT = Path(__file__).parents[2]
ONE, OTHER = Package("PyPI", "one", "1.0"), Package("npm", "@a/other", "2.1")
BAD = {"results": [{"vulns": [{"id": "GHSA-1"}, {"id": "PYSEC-2"}]}, {}]}
FOUND = [Finding(ONE, "GHSA-1"), Finding(ONE, "PYSEC-2")]


def test_packages_of_both_locks() -> None:
    python = '[[package]]\nname = "one"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\n'
    own = '[[package]]\nname = "ours"\nversion = "0.1"\nsource = { editable = "." }\n'
    assert list(python_packages(python + own)) == [ONE]
    node = '{"packages": {"": {}, "node_modules/x/node_modules/@a/other": {"version": "2.1"}}}'
    assert list(node_packages(node)) == [OTHER]


def test_the_real_locks_can_be_read() -> None:
    assert "django" in {one.name for one in python_packages((ROOT / "uv.lock").read_text("utf-8"))}
    assert "esbuild" in {one.name for one in node_packages((ROOT / "assets/package-lock.json").read_text("utf-8"))}


def test_what_is_known_is_found() -> None:
    assert judge([ONE, OTHER], BAD) == FOUND
    assert judge([ONE, OTHER], {"results": [{}, None]}) == []


@pytest.mark.parametrize("answer", [{}, {"results": []}, {"results": "no"}, {"error": "too many"}])
def test_what_is_no_answer_is_not_taken_for_good_news(answer: dict[str, object]) -> None:
    with pytest.raises(Unreachable):
        judge([ONE, OTHER], answer)


@pytest.mark.parametrize(
    ("findings", "accepted", "status"),
    [
        ([], {}, 0),
        (FOUND, {}, 1),
        (FOUND, {"GHSA-1": "why"}, 1),
        (FOUND, {"GHSA-1": "why", "PYSEC-2": "why"}, 0),
        ([], {"GHSA-1": "why"}, 1),
    ],
)
def test_what_is_found_fails_unless_there_is_a_reason(
    findings: list[Finding], accepted: dict[str, str], status: int
) -> None:
    lines, exit_status = report(findings, accepted)
    assert exit_status == status
    assert len(lines) == len({one.identifier for one in findings} | set(accepted))


def test_every_acceptance_has_a_reason() -> None:
    assert all(len(reason) > 20 for reason in ACCEPTED.values())


def test_nobody_answers() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable):
            ask([ONE], f"http://127.0.0.1:{taken.getsockname()[1]}/")
