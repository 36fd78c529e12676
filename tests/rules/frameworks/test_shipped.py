"""The packs that come with the program are whole, and say what their source says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import wenming.rules.frameworks
from wenming.rules.frameworks.shipped import names, shipped
from wenming.rules.frameworks.writing import write_pack
from wenming.rules.scoring.model import State
from wenming.rules.scoring.scoring import score

PACKS = Path(wenming.rules.frameworks.__file__).parent / "packs"
SOURCE = Path(__file__).parents[4] / "shared/frameworks"


def test_which_there_are() -> None:
    assert names() == ["district-2015", "minors-2017"]
    with pytest.raises(KeyError):
        shipped("../pack")


@pytest.mark.parametrize("name", names())
def test_a_pack_is_in_the_format_and_stays_as_it_is(name: str) -> None:
    assert write_pack(shipped(name)) == (PACKS / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", names())
def test_without_points_nothing_is_scored_and_that_is_told(name: str) -> None:
    result = score(shipped(name).tree, [])
    assert (result.score, result.state) == (None, State.UNOBSERVED)


@pytest.mark.parametrize("name", names())
@pytest.mark.skipif(not SOURCE.exists(), reason="the source is not here")
def test_nothing_of_the_source_is_lost(name: str) -> None:
    source = list(walk(json.loads((SOURCE / f"{name}.json").read_text(encoding="utf-8"))))
    ours = list(shipped(name).root.walk())
    assert [one.title for one in ours] == [one["title"] for one in source]
    assert [one.code for one in ours][1:] == [one["code"] for one in source][1:]
    assert [len(one.evidence) for one in ours] == [len(one["evidence"]) for one in source]
    assert [[(role.role, role.unit) for role in one.roles] for one in ours][1:] == [
        [(unit["role"], unit["name"]) for unit in one["units"] if "已删除" not in unit["name"]] for one in source
    ][1:]  # a unit that was deleted in the source is none to name


def walk(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The node and all below it."""
    yield node
    for child in node["children"]:
        yield from walk(child)
