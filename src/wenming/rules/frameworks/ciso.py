"""CISO Assistant's library YAML out of a framework: a flat list of nodes, each with its parent.

Weights there are whole numbers of 1 and more, so points are scaled: the smallest step between them becomes 1. What the
format has no field for (checks, questions, who answers) stands in ``annotation`` and ``typical_evidence`` in words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from math import gcd, lcm

import yaml

from wenming.rules.frameworks.crosswalk import Link, Relation
from wenming.rules.frameworks.model import Framework, Item

PACKAGER = "wenming"
Written = dict[str, object]
_NO_PART = re.compile(r"[^a-z0-9\-]+")
_RELATIONS = {Relation.INTERSECTS: "intersect"}


def library(framework: Framework, *, version: int) -> str:
    """The framework as a library; ``version`` is a whole number that must grow with every change (1 and more)."""
    ref = _ref(framework)
    nodes = list(_nodes(framework.root, _urn("req_node", ref), _weights(framework)))
    told = {
        **_head(framework, ref, version),
        "objects": {
            "framework": {
                "urn": _urn("framework", ref),
                "ref_id": framework.root.code or ref,
                "name": framework.root.title or framework.root.code,
                "description": framework.about or None,
                "requirement_nodes": nodes,
            }
        },
    }
    return _dump(told)


def mapping_library(source: Framework, target: Framework, links: Sequence[Link], *, version: int) -> str:
    """The links between two frameworks as a library with one mapping set."""
    one, other = _ref(source), _ref(target)
    places = {framework: _places(framework) for framework in (source, target)}
    told = {
        **_head(source, f"mapping-{one}-to-{other}", version),
        "objects": {
            "requirement_mapping_sets": [
                {
                    "urn": _urn("req_mapping_set", f"{one}-to-{other}"),
                    "ref_id": f"{one}-to-{other}",
                    "name": f"{source.root.title} → {target.root.title}",
                    "source_framework_urn": _urn("framework", one),
                    "target_framework_urn": _urn("framework", other),
                    "requirement_mappings": [_mapped(link, places[source], places[target]) for link in links],
                }
            ]
        },
    }
    return _dump(told)


def _mapped(link: Link, sources: Mapping[str, str], targets: Mapping[str, str]) -> Written:
    return {
        "source_requirement_urn": sources[link.source],
        "target_requirement_urn": targets[link.target],
        "relationship": _RELATIONS.get(link.relation, link.relation.value),
        "rationale": "semantic",
        "annotation": f"differs in {', '.join(sorted(link.differs))}" if link.differs else None,
    }


def _head(framework: Framework, ref: str, version: int) -> Written:
    return {
        "urn": _urn("library", ref),
        "locale": framework.language,
        "ref_id": ref,
        "name": framework.root.title or framework.root.code,
        "description": framework.about or None,
        "version": version,
        "provider": PACKAGER,
        "packager": PACKAGER,
    }


def _ref(framework: Framework) -> str:
    """The framework's code in small letters, as URNs want it; one without Latin letters is told by its hash."""
    code = framework.root.code
    return _NO_PART.sub("-", code.lower()).strip("-") or f"framework-{sha256(code.encode()).hexdigest()[:8]}"


def _urn(kind: str, ref: str) -> str:
    return f"urn:{PACKAGER}:risk:{kind}:{ref}"


def _dump(told: Written) -> str:
    return yaml.safe_dump(_said(told), allow_unicode=True, sort_keys=False, width=120)


def _said(value: object) -> object:
    """Without what says nothing."""
    if isinstance(value, dict):
        return {name: _said(one) for name, one in value.items() if one is not None}
    return [_said(one) for one in value] if isinstance(value, list) else value


def _nodes(root: Item, urn: str, weights: Mapping[Fraction, int]) -> Iterator[Written]:
    """All items below the framework, each after its parent; their places in the tree make their URNs."""
    for item, its, parent, depth in _placed(root, urn, None, 0):
        yield {
            "urn": its,
            "parent_urn": parent,
            "assessable": not item.items,
            "depth": depth,
            "ref_id": item.code or None,
            "name": item.title or None,
            "description": item.text or None,
            "annotation": _annotation(item) or None,
            "typical_evidence": "\n".join(f"{one.format}：{one.what}" for one in item.evidence) or None,
            "weight": weights.get(item.points or Fraction(0)) if not item.items else None,
        }


def _placed(item: Item, urn: str, parent: str | None, depth: int) -> Iterator[tuple[Item, str, str | None, int]]:
    for at, one in enumerate(item.items, 1):
        its = f"{urn}:{at}" if depth == 0 else f"{urn}.{at}"
        yield one, its, parent, depth + 1
        yield from _placed(one, its, its, depth + 1)


def _places(framework: Framework) -> dict[str, str]:
    """The URN of each standard by its code."""
    placed = _placed(framework.root, _urn("req_node", _ref(framework)), None, 0)
    return {item.code: urn for item, urn, _parent, _depth in placed if not item.items}


def _annotation(item: Item) -> str:
    methods = [f"方法：{'、'.join(item.methods)}"] if item.methods else []
    checks = [f"考察：{'、'.join(one.sites)}：{'；'.join(one.checks)}" for one in item.checks]
    questions = [f"问卷：{one.text}" for one in item.survey]
    units = [f"责任单位：{'、'.join(one.unit for one in item.roles)}"] if item.roles else []
    return "\n".join([*methods, *checks, *questions, *units])


def _weights(framework: Framework) -> dict[Fraction, int]:
    """The points of standards as whole numbers in the same proportions."""
    points = {item.points for item in framework.root.walk() if not item.items and item.points}
    if not points:
        return {}
    scale = lcm(*(one.denominator for one in points))
    step = gcd(*(int(one * scale) for one in points))
    return {one: int(one * scale) // step for one in points}
