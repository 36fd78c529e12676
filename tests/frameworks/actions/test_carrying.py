"""Which items of an edition stand in the next one."""

import pytest

from tests.frameworks.making import PACK, item, make_edition
from tests.plans.making import make_person
from wenming.frameworks.actions.carrying import standing_items

pytestmark = pytest.mark.django_db


def test_an_item_stands_under_another_code_and_with_other_points() -> None:
    office = make_person()
    old = make_edition(office)
    text = (
        PACK.replace("Ⅰ-1-1", "Ⅱ-7").replace("points: 2.5", "points: 9").replace("学校有心理辅导室", "每校一名心理教师")
    )
    new = make_edition(office, of=old.framework, text=text)
    found = standing_items(old, new)
    assert found[item(old, "Ⅰ-1-1").pk] == item(new, "Ⅱ-7").pk
    assert item(old, "Ⅰ-2-1").pk not in found
