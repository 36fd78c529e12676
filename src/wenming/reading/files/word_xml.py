"""The small words of Word's XML: children, attributes, numbers, switches."""

from typing import Any

Element = Any  # lxml carries no types

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def child(parent: Element | None, tag: str) -> Element | None:
    """The first child ``tag``, where both are there."""
    return None if parent is None else next(parent.iterchildren(W + tag), None)


def attribute(parent: Element | None, tag: str, name: str = "val") -> str | None:
    """The attribute ``name`` of the child ``tag``, where both are there."""
    found = child(parent, tag)
    return None if found is None else found.get(W + name)


def number(value: str | None) -> int | None:
    """``value`` as an integer of a sane size, where it is one."""
    if value is None or len(value) > 9:
        return None
    return int(value) if value.removeprefix("-").isdecimal() else None


def is_on(parent: Element | None, tag: str) -> bool | None:
    """A switch of Word's: on where it is there and not called false; ``None`` where it is not there."""
    found = child(parent, tag)
    return None if found is None else found.get(W + "val", "true") not in {"false", "0", "off"}
