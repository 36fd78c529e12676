"""Whom and which chapter a proposal is for."""

import pytest

from tests.plans.making import Says, make_class, make_version
from wenming.places.models import UnitKind
from wenming.places.queries import directory
from wenming.work.commitments.proposing import chapter_of, class_called, drawn
from wenming.work.models import Whom

pytestmark = pytest.mark.django_db


def test_a_population_of_units_is_a_class() -> None:
    villages = make_class("各行政村", kinds=[UnitKind.VILLAGE])
    known = directory()
    assert class_called("行政村", known) == villages.pk
    assert class_called("各行政村", known) == villages.pk
    assert class_called("干部", known) is None
    assert class_called("", known) is None


def test_a_measure_without_terms_is_reviewed_with_those_who_answer() -> None:
    version = make_version(Says("营造氛围", path=["一、宣传", "（一）氛围"]))
    (one,) = drawn(version)
    assert (one.chapter, one.whom, one.proposal.terms) == ("一、宣传", Whom.OWNERS, ())
    measure = version.measures.get()
    measure.path = []
    assert chapter_of(measure) == "营造氛围"
