"""The values of a round, and a standard through the rounds."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person, make_unit
from tests.scores.making import make, make_open, saw, towns
from wenming.scores import queries
from wenming.scores.models import Round

pytestmark = pytest.mark.django_db


def test_as_many_queries_for_many_values(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    me, (town,), bureau = make_person(), towns("文昌街道"), make_unit("县城管局")
    found = make_open(me, *[saw("A-1", territory=town, departments=(bureau,)) for _one in range(20)])
    with django_assert_num_queries(2):
        rows = list(queries.measured(found))
        assert {(row.territory, row.answering[0].unit, row.made_by) for row in rows} == {(town, bureau, me)}  # type: ignore[attr-defined]


def test_a_standard_through_the_rounds_the_newest_first() -> None:
    me = make_person()
    make_open(me, saw("A-1", "0.5"), title="上次", last=date(2025, 12, 1))
    make_open(me, saw("A-1", "1"))
    make(me, title="还没有开始")
    past = queries.history("A-1", Round.objects.all())
    assert [(one.round.title, one.score) for one in past] == [("一季度自查", "4 / 4"), ("上次", "2 / 4")]
    assert queries.history("X-9", Round.objects.all()) == []
