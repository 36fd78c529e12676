"""Commitments in words on pages in either language."""

from datetime import date

import pytest
from django.utils.translation import override

from tests.plans.making import make_unit
from tests.work.making import make_commitment, make_measure
from wenming.rules.commitments.counting import LeftOut, Why
from wenming.rules.commitments.kept import commitment_of
from wenming.work.templatetags.commitments import commitment_words, explained, left_out_words, rule_words
from wenming.work.verdicts.explaining import working_of

pytestmark = pytest.mark.django_db


def test_in_chinese_and_in_english() -> None:
    unit = make_unit()
    commitment = make_commitment(make_measure(unit))
    assert commitment_words(commitment) == "承担责任的每个单位 · 每年 · 至少1次 · 民主评议 · 2026年1—12月"
    with override("en"):
        assert "every year · at least once" in commitment_words(commitment)
        assert '<span lang="zh-Hans">民主评议</span>' in commitment_words(commitment)
    assert rule_words("走访", commitment_of(commitment.rule)).startswith("每年 · 至少1次 · 走访")
    working = working_of(commitment, unit.pk, first=None, today=date(2026, 3, 5))
    assert working is not None
    assert "2026年12月31日" in explained(working)


def test_why_a_record_is_left_out_is_escaped() -> None:
    assert left_out_words(LeftOut(1, date(2026, 3, 5), Why.NO_EVIDENCE))
