"""What the steps of a review say."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans import read
from tests.plans.making import make_unit
from wenming.plans.actions import marking, matching, outlining
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Act, Duty, PlanVersion
from wenming.plans.review.told import ACT_WORDS, tell, tell_all
from wenming.reading.model import TermKind

pytestmark = pytest.mark.django_db


def test_every_act_has_words() -> None:
    assert set(ACT_WORDS) == set(Act)


def test_steps_say_what_they_were_about(version: PlanVersion) -> None:
    by = version.uploaded_by
    duties = [Seen("duty", duty.pk) for duty in Duty.objects.order_by("start")]
    step = marking.confirm(version_id=version.pk, marks=duties, by=by, at=read.NOON)
    assert tell(step, version.text) == "已确认：县城管局 · 责任等 5 处"
    term = read.term_of(version, TermKind.QUANTITY)
    step = marking.remove(version_id=version.pk, seen=Seen("term", term.pk), by=by, at=read.NOON)
    assert tell(step, version.text) == "已删除：3个 · 数量 3个"
    doubt = read.doubt_of(version, "date_impossible")
    step = marking.settle(version_id=version.pk, doubt_id=doubt.pk, by=by, at=read.NOON)
    assert tell(step, version.text) == "已看过：存疑"


def test_a_split_and_a_merger_name_the_measure(version: PlanVersion) -> None:
    by, measure = version.uploaded_by, read.measure_of(version, 2)
    offset = read.at("摊位统一")[0]
    seen = Seen("measure", measure.pk)
    step = outlining.split(version_id=version.pk, seen=seen, offset=offset, by=by, at=read.NOON)
    assert tell(step, version.text) == "已拆分：2.整治菜场"
    step = outlining.merge_with_next(version_id=version.pk, seen=seen, by=by, at=read.NOON)
    assert tell(step, version.text) == "已合并：2.整治菜场"


def test_a_match_names_the_unit_or_says_that_there_is_none(
    version: PlanVersion, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    by, unit = version.uploaded_by, make_unit("县教育局")
    steps = [
        matching.match_name(
            version_id=version.pk,
            seen=Seen("duty", read.duty_of(version, name).pk),
            meant=meant,
            everywhere=False,
            by=by,
            at=read.NOON,
        )
        for name, meant in (("**镇党委", unit), ("县城管局", None))
    ]
    with django_assert_num_queries(1):
        assert tell_all(steps, version.text) == [
            f"已对应：**镇党委 = {unit}",
            "名录里没有，先保留：县城管局 · 责任",
        ]
