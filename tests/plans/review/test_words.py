"""What review says about marks and steps."""

import pytest

from tests.plans import read
from wenming.plans.actions import marking, matching, outlining
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Act, Doubt, Duty, PlanVersion
from wenming.plans.review.told import ACT_WORDS, tell
from wenming.plans.review.words import REASON_WORDS, doubt_words, unmatched_words, words_of
from wenming.reading.model import TermKind
from wenming.rules.matching import Reason

pytestmark = pytest.mark.django_db


def test_every_reason_and_act_has_words() -> None:
    assert set(REASON_WORDS) == {*Reason, matching.CHOSEN}
    assert set(ACT_WORDS) == set(Act)


def test_a_doubt_of_an_unknown_code_is_said_plainly() -> None:
    assert doubt_words(Doubt(code="from_another_time")) == "这里拿不准，请您看一下。"


def test_an_ambiguous_name_asks_to_choose() -> None:
    assert "选定" in unmatched_words(Duty(name="建设局", reason=Reason.AMBIGUOUS), 1)
    assert unmatched_words(Duty(name="建设局"), 3) == "“建设局”在单位名录里没有找到（3 处）。"


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


def test_how_a_mark_stands(version: PlanVersion) -> None:
    duty = read.duty_of(version, "教育局")
    assert words_of(duty) == "教育局 · 责任"
    duty.state = "removed"
    assert words_of(duty) == "删除"
