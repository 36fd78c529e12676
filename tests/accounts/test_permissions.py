"""The table of permissions for people: complete and up to date."""

from pathlib import Path

from wenming.accounts.models import PostRole
from wenming.accounts.permissions import ANYBODY, addresses, page
from wenming.accounts.rights import Right
from wenming.web.access import EVERYBODY

PAGE = Path(__file__).parents[2] / "docs/permissions.md"


def test_the_page_is_up_to_date() -> None:
    """If not: ``make permissions``."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_view_says_whom_it_answers() -> None:
    assert {one.name for one in addresses() if one.right not in {ANYBODY, EVERYBODY, *Right}} == set()


def test_every_address_has_a_name() -> None:
    assert [one.path for one in addresses() if one.name.endswith(("None", ":"))] == []


def test_everything_is_told() -> None:
    told = page()
    assert all(f"`{right}`" in told for right in Right)
    assert all(str(role.label) in told for role in PostRole)
