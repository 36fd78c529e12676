"""What review says about marks and steps."""

import pytest

from tests.plans import read
from wenming.plans.actions import matching
from wenming.plans.models import Doubt, Duty, PlanVersion
from wenming.plans.review.words import REASON_WORDS, doubt_words, unmatched_words, words_of
from wenming.rules.matching import Reason

pytestmark = pytest.mark.django_db


def test_every_reason_has_words() -> None:
    assert set(REASON_WORDS) == {*Reason, matching.CHOSEN}


def test_a_doubt_of_an_unknown_code_is_said_plainly() -> None:
    assert doubt_words(Doubt(code="from_another_time")) == "这里拿不准，请您看一下。"


def test_an_ambiguous_name_asks_to_choose() -> None:
    assert "选定" in unmatched_words(Duty(name="建设局", reason=Reason.AMBIGUOUS), 1)
    assert unmatched_words(Duty(name="建设局"), 3) == "“建设局”在单位名录里没有找到（3 处）。"


def test_how_a_mark_stands(version: PlanVersion) -> None:
    duty = read.duty_of(version, "教育局")
    assert words_of(duty) == "教育局 · 责任"
    duty.state = "removed"
    assert words_of(duty) == "删除"
