"""OSCAL files are read by the reader of others, and say what the framework says."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from trestle.oscal.catalog import Catalog
from trestle.oscal.mapping import MappingCollection

from tests.rules.frameworks.test_crosswalk import CITY, HYGIENE
from wenming.rules.frameworks.crosswalk import Link, Relation
from wenming.rules.frameworks.oscal import catalog, control_id, mapping
from wenming.rules.frameworks.shipped import names, shipped

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("name", names())
def test_a_catalog_is_read_back_whole(name: str, tmp_path: Path) -> None:
    framework = shipped(name)
    path = tmp_path / "catalog.json"
    path.write_text(json.dumps(catalog(framework, modified=AT), ensure_ascii=False), encoding="utf-8")
    read = Catalog.oscal_read(path)
    controls = controls_of(json.loads(path.read_text(encoding="utf-8"))["catalog"])
    leaves = [item for item in framework.root.walk() if not item.items]
    assert isinstance(read, Catalog)
    assert read.metadata.title == framework.root.title
    assert sorted(str(one["id"]) for one in controls) == sorted(control_id(item.code) for item in leaves)
    assert len({one["id"] for one in controls}) == len(leaves)


def controls_of(node: dict[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    """The controls of a group and all groups below it."""
    below = [one for group in node.get("groups", []) for one in controls_of(group)]  # type: ignore[arg-type]
    return [*node.get("controls", []), *below]


def test_the_same_framework_gives_the_same_file() -> None:
    assert catalog(CITY, modified=AT) == catalog(CITY, modified=AT)
    assert catalog(CITY, modified=AT)["catalog"] != catalog(HYGIENE, modified=AT)["catalog"]


def test_a_mapping_is_read_back(tmp_path: Path) -> None:
    links = [Link("A2", "B1", Relation.SUPERSET, frozenset({"period"})), Link("A3", "B2", Relation.EQUAL)]
    path = tmp_path / "mapping.json"
    path.write_text(json.dumps(mapping(CITY, HYGIENE, links, modified=AT), ensure_ascii=False), encoding="utf-8")
    read = MappingCollection.oscal_read(path)
    assert isinstance(read, MappingCollection)
    assert isinstance(read.mappings, list)
    maps = read.mappings[0].maps
    assert [one.sources[0].id_ref for one in maps] == ["s-A2", "s-A3"]
    assert [str(getattr(one.relationship, "value", one.relationship)) for one in maps] == ["superset-of", "equal-to"]


def test_a_mapping_without_links_is_none() -> None:
    with pytest.raises(ValueError, match="at least one"):
        mapping(CITY, HYGIENE, [], modified=AT)


@pytest.mark.parametrize(("code", "token"), [("Ⅲ-1-1", "s-Ⅲ-1-1"), ("1)", "s-1_29_"), ("1.10", "s-1.10")])
def test_codes_become_tokens(code: str, token: str) -> None:
    assert control_id(code) == token
