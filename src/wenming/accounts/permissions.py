"""The table of permissions for people to read: roles and rights, addresses and rights. docs/permissions.md is this."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

from wenming.accounts.models import PostRole
from wenming.accounts.rights import APART, GIVES, REACH_WORDS, RIGHT_WORDS, RIGHTS, Right
from wenming.web.access import EVERYBODY

ANYBODY = "anybody"  # also who is not signed in
HEAD = """# Who may do what, and how far

Made from the code by `wenming manage permissions`; a test fails where this page is out of date, and another asks every
address as every role, of things within reach and beyond, against it.

- A right comes from a post (职务), on the days it is held, counted in the county's time zone; a deputy's only as long
  as the post it stands for is held.
- **本辖区及以下**: the post's area, or that of its unit, and all areas below.
- **本单位及下级**: the post's unit and the units below it. **全部**: everything.
- A plan in force is also seen in the areas below its own, which it binds. What is not in force is seen only by the
  office that reviews it.
- What one may not see is not there: the answer is 404, never 403.
- Two accounts are needed for what stands under "Never one account" (GB/T 22239-2019, 8.1.4.2 d) and 8.1.5: the least
  that each needs, and apart). Nobody gives a post to themselves, or stops their own account.
"""


@dataclass(frozen=True, slots=True)
class Address:
    """An address, by its name, and the right that its view asks for: also ``EVERYBODY`` or ``ANYBODY``; empty: none."""

    name: str
    path: str
    right: str


def addresses(resolver: URLResolver | None = None, space: str = "", before: str = "/") -> Iterator[Address]:
    """Every address of the product, in the order in which they are looked up."""
    for one in (resolver or get_resolver()).url_patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield Address(f"{space}{one.name}", path, _right_of(one.callback))
        else:
            yield from addresses(one, f"{one.namespace}:" if one.namespace else space, path)


def _right_of(view: Callable[..., Any]) -> str:
    if not getattr(view, "login_required", True):
        return ANYBODY
    right: str = getattr(view, "right", "")
    return right


def page() -> str:
    """All of docs/permissions.md."""
    with override("zh-hans"):
        parts = [HEAD, _roles(), _gives(), _apart(), _addresses()]
    return "\n".join(parts)


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |\n"


def _roles() -> str:
    rows = [_row("right", "权限", *(role.label for role in PostRole)), _row(*["---"] * (len(PostRole) + 2))]
    for right in Right:
        reaches = (RIGHTS[role].get(right) for role in PostRole)
        rows.append(_row(f"`{right}`", RIGHT_WORDS[right], *(REACH_WORDS[one] if one else "–" for one in reaches)))
    return "## Roles and rights\n\n" + "".join(rows)


def _gives() -> str:
    rows = [_row("who", "gives and ends posts of"), _row("---", "---")]
    for giver, roles in GIVES.items():
        rows.append(_row(giver.label, "、".join(str(role.label) for role in PostRole if role in roles)))
    return "## Who gives posts\n\n" + "".join(rows)


def _apart() -> str:
    lines = ["、".join(str(role.label) for role in PostRole if role in roles) for roles in APART]
    return "## Never one account\n\n" + "".join(f"- {line}\n" for line in lines)


def _addresses() -> str:
    """``everybody`` is whoever is signed in, ``anybody`` also who is not."""
    rows = [_row("address", "name", "right"), _row("---", "---", "---")]
    rows += [_row(f"`{one.path}`", f"`{one.name}`", f"`{one.right}`") for one in addresses()]
    told = f"`{EVERYBODY}` is whoever is signed in, `{ANYBODY}` also who is not.\n\n"
    return "## Addresses and rights\n\n" + told + "".join(rows)
