"""OSCAL 1.1 (NIST) out of frameworks: a catalog of the standards, and a mapping between two of them.

OSCAL knows no points: they stand as properties in a name space of our own. Identifiers follow from the codes, so the
same framework gives the same file. Source: the models catalog and mapping of usnistgov/OSCAL.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from wenming.rules.frameworks.crosswalk import Link, Relation
from wenming.rules.frameworks.model import Framework, Item
from wenming.rules.frameworks.writing import decimal

VERSION = "1.2.1"  # of OSCAL
NAMES = "https://wenming.invalid/ns/framework"  # our name space: a name, not an address
Written = dict[str, object]
_NO_TOKEN = re.compile(r"[^\w.\-]")
_RELATIONS = {
    Relation.EQUAL: "equal-to",
    Relation.SUBSET: "subset-of",
    Relation.SUPERSET: "superset-of",
    Relation.INTERSECTS: "intersects-with",
}


def catalog(framework: Framework, *, modified: datetime) -> Written:
    """The framework as an OSCAL catalog: items are groups, standards are controls."""
    root = framework.root
    told = {
        "uuid": str(_uuid(framework)),
        "metadata": _metadata(root.title or root.code, framework.version or "1", modified),
        "params": None,
        **_below(root, ()),
    }
    return {"catalog": {name: value for name, value in told.items() if value}}


def _uuid(framework: Framework, *more: str) -> UUID:
    return uuid5(NAMESPACE_URL, "/".join((NAMES, framework.root.code, framework.version, *more)))


def _metadata(title: str, version: str, modified: datetime) -> Written:
    return {
        "title": title,
        "last-modified": modified.isoformat(timespec="seconds"),
        "version": version,
        "oscal-version": VERSION,
    }


def _below(item: Item, places: tuple[int, ...]) -> Written:
    """Groups or controls, never both: a standard that stands beside groups gets a group of its own."""
    if not any(one.items for one in item.items):
        return _said({"controls": [_control(one) for one in item.items]})
    return {"groups": [_group(one, (*places, at)) for at, one in enumerate(item.items, 1)]}


def _group(item: Item, places: tuple[int, ...]) -> Written:
    """Items may share a code, or have none: their place makes them different."""
    number = ".".join(map(str, places))
    told = _said({"id": f"g-{number}", "title": item.title or item.code or number})
    if not item.items:
        return told | {"controls": [_control(item)]}
    return told | _said({"props": _props(item)}) | _below(item, places)


def _control(item: Item) -> Written:
    told = {
        "id": control_id(item.code),
        "title": item.title or item.code,
        "props": _props(item),
        "parts": list(_parts(item)),
    }
    return _said(told)


def control_id(code: str) -> str:
    """The code of a standard as a token of OSCAL: it begins with a letter and has no blanks or brackets."""
    return "s-" + _NO_TOKEN.sub(lambda sign: f"_{ord(sign[0]):x}_", code)


def _said(values: Mapping[str, object]) -> Written:
    return {name: value for name, value in values.items() if value}


def _props(item: Item) -> list[Written]:
    points = [("points", decimal(item.points))] if item.points is not None else []
    methods = [("method", method) for method in item.methods]
    told = [("code", item.code), *points, *methods]
    return [{"name": name, "ns": NAMES, "value": value} for name, value in told if value.strip()]


def _parts(item: Item) -> Iterator[Written]:
    name = control_id(item.code)
    if item.text or item.title:
        yield {"id": f"{name}.statement", "name": "statement", "prose": item.text or item.title}
    for at, one in enumerate(item.evidence, 1):
        props = _said({"props": [{"name": "format", "ns": NAMES, "value": one.format}] if one.format.strip() else []})
        yield {"id": f"{name}.evidence-{at}", "name": "evidence", "ns": NAMES, "prose": one.what} | props
    for at, check in enumerate(item.checks, 1):
        prose = f"{'、'.join(check.sites)}：{'；'.join(check.checks)}"
        yield {"id": f"{name}.check-{at}", "name": "site-check", "ns": NAMES, "prose": prose}


def mapping(source: Framework, target: Framework, links: Iterable[Link], *, modified: datetime) -> Written:
    """The links between two frameworks, confirmed by people, as an OSCAL mapping collection."""
    maps = [_map(source, target, link) for link in links]
    if not maps:
        raise ValueError("a mapping has at least one link")
    whole = str(_uuid(source, "mapping", target.root.code, target.version))
    return {
        "mapping-collection": {
            "uuid": whole,
            "metadata": _metadata(f"{source.root.title} · {target.root.title}", source.version or "1", modified),
            "provenance": {
                "method": "human",
                "matching-rationale": "semantic",
                "status": "not-complete",
                "mapping-description": f"{source.root.title} → {target.root.title}",
            },
            "mappings": [
                {
                    "uuid": str(_uuid(source, "maps", target.root.code, target.version)),
                    "source-resource": _resource(source),
                    "target-resource": _resource(target),
                    "maps": maps,
                }
            ],
        }
    }


def _resource(framework: Framework) -> Written:
    return {"type": "catalog", "href": f"urn:uuid:{_uuid(framework)}"}


def _map(source: Framework, target: Framework, link: Link) -> Written:
    differs = [{"name": "differs", "ns": NAMES, "value": name} for name in sorted(link.differs)]
    return _said(
        {
            "uuid": str(_uuid(source, target.root.code, target.version, link.source, link.target)),
            "relationship": _RELATIONS[link.relation],
            "sources": [{"type": "control", "id-ref": control_id(link.source)}],
            "targets": [{"type": "control", "id-ref": control_id(link.target)}],
            "props": differs,
        }
    )
