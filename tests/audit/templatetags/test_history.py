"""A thing's own history on its page."""

import pytest
from django.http import HttpRequest
from django.template import Context, Template

from tests.accounts.making import make_unit
from tests.audit.making import NOON
from tests.plans.making import seeing
from wenming.accounts.rights import Right
from wenming.audit.recording import action, record

pytestmark = pytest.mark.django_db


@action
def note(words: str) -> None:
    """Something was done to the unit."""
    record("places.change_unit", make_unit("县教育局"), by=None, at=NOON, after={"short": words})


def shown(**may: bool) -> str:
    """What a page of the unit shows to who may do these things."""
    page = Template("{% load history %}{% history_of unit %}")
    request = HttpRequest()
    request.rights = seeing(*(Right(right) for right in may))  # type: ignore[attr-defined]
    return page.render(Context({"unit": make_unit("县教育局"), "request": request})).strip()


def test_what_was_done_is_shown_to_those_who_may_do_it() -> None:
    note("县教体局")
    assert "修改单位资料" in shown(unit_edit=True)
    assert "县教体局" in shown(unit_edit=True)


def test_to_others_nothing_is() -> None:
    note("县教体局")
    assert shown(unit_view=True) == ""


def test_where_nothing_was_done_nothing_stands() -> None:
    assert shown(unit_edit=True) == ""
