"""CISO Assistant's library format: every field that its importer asks for, and the tree as it was."""

from dataclasses import replace
from typing import Any

import pytest
import yaml

from tests.rules.frameworks.test_crosswalk import CITY, HYGIENE
from tests.rules.scoring.trees import F
from wenming.rules.frameworks.ciso import library, mapping_library
from wenming.rules.frameworks.crosswalk import Link, Relation
from wenming.rules.frameworks.model import Framework, Item, Question, Role, SiteCheck, Wanted
from wenming.rules.frameworks.shipped import names, shipped


def read(text: str) -> dict[str, Any]:
    """The library as its importer sees it."""
    told: dict[str, Any] = yaml.safe_load(text)
    assert {"urn", "ref_id", "locale", "version", "objects"} <= told.keys()
    assert told["urn"] == told["urn"].lower()
    return told


@pytest.mark.parametrize("name", names())
def test_the_tree_is_as_it_was(name: str) -> None:
    framework = shipped(name)
    its = read(library(framework, version=3))["objects"]["framework"]
    nodes = its["requirement_nodes"]
    items = list(framework.root.walk())[1:]
    assert {"urn", "ref_id"} <= its.keys()
    assert [node.get("name") for node in nodes] == [item.title for item in items]
    assert [node["assessable"] for node in nodes] == [not item.items for item in items]
    seen: set[str | None] = {None}
    for node in nodes:
        assert node.get("parent_urn") in seen, "a parent stands before its children"
        assert node["urn"] not in seen
        seen.add(node["urn"])


def test_points_become_whole_weights_in_the_same_proportions() -> None:
    leaves = tuple(Item(f"{at}", points=F(points)) for at, points in enumerate(["0.5", "1.5", "2"]))
    nodes = read(library(Framework(Item("QH", items=leaves)), version=1))["objects"]["framework"]["requirement_nodes"]
    assert [node["weight"] for node in nodes] == [1, 3, 4]
    unknown = read(library(CITY, version=1))["objects"]["framework"]["requirement_nodes"]
    assert [node.get("weight") for node in unknown] == [None, None, None]


def test_what_has_no_field_stands_in_words() -> None:
    standard = Item(
        "1",
        "热线畅通",
        text="两声内接听",
        methods=("实地考察",),
        evidence=(Wanted("规范文件", "值班表"),),
        checks=(SiteCheck("phone", ("热线",), ("接听",)),),
        survey=(Question("您满意吗"),),
        roles=(Role("lead", "县信访局"),),
    )
    node = read(library(Framework(Item("QH", items=(standard,))), version=1))["objects"]["framework"][
        "requirement_nodes"
    ][0]
    assert node["annotation"] == "方法：实地考察\n考察：热线：接听\n问卷：您满意吗\n责任单位：县信访局"
    assert (node["typical_evidence"], node["description"]) == ("规范文件：值班表", "两声内接听")


def test_links_become_a_mapping_set() -> None:
    city = replace(CITY, root=replace(CITY.root, code="City 2026"))
    hygiene = replace(HYGIENE, root=replace(HYGIENE.root, code="hygiene"))
    links = [Link("A2", "B1", Relation.INTERSECTS, frozenset({"period"})), Link("A3", "B2", Relation.EQUAL)]
    told = read(mapping_library(city, hygiene, links, version=1))["objects"]["requirement_mapping_sets"][0]
    assert {"urn", "name", "source_framework_urn", "target_framework_urn"} <= told.keys()
    urns = {
        node["urn"]
        for framework in (city, hygiene)
        for node in read(library(framework, version=1))["objects"]["framework"]["requirement_nodes"]
    }
    assert [one["relationship"] for one in told["requirement_mappings"]] == ["intersect", "equal"]
    assert {
        one[f"{side}_requirement_urn"] for one in told["requirement_mappings"] for side in ("source", "target")
    } <= urns
    assert told["source_framework_urn"] == "urn:wenming:risk:framework:city-2026"
