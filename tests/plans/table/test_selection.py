"""Which measures the filters leave."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_class, make_unit, make_version
from wenming.places.models import UnitKind
from wenming.plans.table.filters import Filters, Who
from wenming.plans.table.selection import Chapter, chapter_above, select
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "title", "above"),
    [
        (["一、甲", "活动三"], "活动三:开展", ("一、甲",)),
        (["一、任务", "1.修好路灯"], "1.修好路灯", ("一、任务",)),
        (["一、任务"], "1.修好路灯", ("一、任务",)),
        (["一、任务", "1.修好"], "1.修好路灯", ("一、任务",)),
        ([], "修好路灯", ()),
    ],
)
def test_the_headings_above_a_measure(path: list[str], title: str, above: tuple[str, ...]) -> None:
    assert chapter_above(path, title) == above


def test_chapters_are_counted_at_every_level() -> None:
    version = make_version(
        Says("甲", path=("一", "（一）")), Says("乙", path=("一", "（二）")), Says("丙", path=("二",))
    )
    assert select(version, Filters(text="甲")).chapters == (
        Chapter(("一",), 2),
        Chapter(("一", "（一）"), 1),
        Chapter(("一", "（二）"), 1),
        Chapter(("二",), 1),
    )
    assert Chapter(("一", "（一）"), 1).depth == 1


def test_each_word_of_a_search_must_stand_somewhere() -> None:
    police = make_unit("县公安局")
    version = make_version(
        Says("规范停车", text="规范停车，新增泊位。", duties=[("县公安局", Role.LEAD, police)]), Says("规范停车秩序")
    )
    assert len(select(version, Filters(text="停车 公安")).measures) == 1
    assert len(select(version, Filters(text="停车　泊位")).measures) == 1
    assert select(version, Filters(text="停车 医院")).measures == ()


def test_numbers_stay_whatever_is_filtered() -> None:
    version = make_version(Says("甲"), Says("乙"), Says("丙"))
    selection = select(version, Filters(text="丙"))
    assert [selection.numbers[pk] for pk in selection.measures] == [3]
    assert selection.total == 3


def test_a_class_is_asked_for_as_it_was_addressed() -> None:
    community = make_unit("书院社区", UnitKind.COMMUNITY)
    communities = make_class("各社区", [UnitKind.COMMUNITY])
    version = make_version(
        Says("甲", duties=[("各社区", Role.RESPONSIBLE, communities)]),
        Says("乙", duties=[("书院社区", Role.RESPONSIBLE, community)]),
    )
    assert len(select(version, Filters(who=Who("class", communities.pk))).measures) == 1
    assert len(select(version, Filters(who=Who("unit", community.pk))).measures) == 2


@pytest.mark.parametrize("size", [3, 60])
def test_queries_do_not_grow(size: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    unit = make_unit()
    make_class("各局", [UnitKind.GOVERNMENT])
    version = make_version(*(Says(f"第{n}项", duties=[("教育局", Role.LEAD, unit)]) for n in range(size)))
    with django_assert_num_queries(6):
        select(version, Filters(text="项", role=Role.LEAD))
