"""Marks and measures as the outline shows them."""

import pytest

from tests.plans import read
from wenming.plans.models import MarkState, PlanVersion
from wenming.plans.review.outline import term_view, unit_view
from wenming.reading.model import TermKind

pytestmark = pytest.mark.django_db


def test_a_unit_by_its_short_name_with_the_reason(version: PlanVersion) -> None:
    view = unit_view(read.duty_of(version, "教育局"), set(), {})
    assert (view.label, view.word, view.is_doubtful) == ("责任", "县教育局", False)
    assert view.hint == "教育局 = 县教育局：省去辖区名后相同"


def test_a_class_with_its_size(version: PlanVersion) -> None:
    duty = read.duty_of(version, "各社区")
    assert unit_view(duty, set(), {duty.unit_class_id or 0: 12}).word == "各社区（12）"


def test_an_unknown_name_is_doubtful_until_somebody_looked(version: PlanVersion) -> None:
    duty = read.duty_of(version, "**镇党委")
    assert unit_view(duty, set(), {}).is_doubtful
    duty.state = MarkState.CONFIRMED
    assert not unit_view(duty, set(), {}).is_doubtful


def test_a_term_in_words(version: PlanVersion) -> None:
    term = read.term_of(version, TermKind.DATE)
    view = term_view(term, {f"term-{term.pk}"})
    assert (view.label, view.word, view.is_doubtful, view.seen.pk) == ("时限", "年底前", True, term.pk)
