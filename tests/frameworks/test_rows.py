"""A framework as rows, and back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from tests.frameworks.making import item, make_edition, pack
from tests.plans.making import NOON, make_area, make_person
from tests.rules.frameworks.making import frameworks
from wenming.frameworks.models import Edition, Framework
from wenming.frameworks.rows import item_of, make_rows, pack_of, words_of
from wenming.rules.frameworks.model import Framework as Pack
from wenming.rules.frameworks.shipped import names, shipped


class Rows(TestCase):
    """Hypothesis needs a database that is empty for each example."""

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
    @given(frameworks())
    def test_whatever_goes_in_comes_out(self, framework: Pack) -> None:
        """Nothing of a pack is lost."""
        person = make_person("某人", None)
        own = Framework.objects.create(title="甲", area=make_area(), created_by=person, created_at=NOON)
        made = {"brought_by": person, "brought_at": NOON, "handled_by": person}
        edition = Edition.objects.create(framework=own, number=1, **made)
        make_rows(edition, framework)
        assert pack_of(Edition.objects.get()) == framework


@pytest.mark.django_db
@pytest.mark.parametrize("name", names())
def test_those_that_come_with_the_program_come_back_whole(name: str) -> None:
    person = make_person()
    own = Framework.objects.create(title="甲", area=make_area(), created_by=person, created_at=NOON)
    edition = Edition.objects.create(framework=own, number=1, brought_by=person, brought_at=NOON, handled_by=person)
    make_rows(edition, shipped(name))
    assert pack_of(edition) == shipped(name)


@pytest.mark.django_db
def test_a_row_says_what_the_item_says() -> None:
    edition = make_edition(make_person())
    whole = {one.code: one for one in pack().root.walk()}
    for row in edition.items.filter(is_standard=True):
        assert item_of(row) == whole[row.code]
    top = item(edition, "Ⅰ-1")
    assert (item_of(top).title, top.depth, top.is_standard, top.parent.depth if top.parent else None) == (
        "公共环境",
        1,
        False,
        0,
    )
    assert [row.position for row in edition.items.all()] == list(range(6))


def test_what_a_search_looks_through() -> None:
    found = {one.code: words_of(one) for one in pack().root.walk()}
    assert "路灯亮" in found["Ⅰ-1-1"]
    assert "心理辅导室照片" in found["Ⅰ-2-1"]
    assert "心理老师" in found["Ⅰ-2-1"]
    assert "公厕" not in found["Ⅰ-1-1"]
