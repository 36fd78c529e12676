"""A new version of a plan takes the commitments with it where the sentence stands."""

import pytest

from tests.plans.making import NOON, Says, make_unit, make_version
from tests.work.making import make_commitment, make_record
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind
from wenming.work.commitments.actions import propose
from wenming.work.models import Cell, Commitment, Use

pytestmark = pytest.mark.django_db
OFTEN: Json = {"min": 1, "max": None, "unit": "次", "every": 1, "period": "year"}


def says(title: str, text: str = "") -> Says:
    duties = [("县民政局", Role.LEAD, make_unit("县民政局"))]
    terms: list[tuple[str, TermKind, Json]] = [("每年一次", TermKind.FREQUENCY, OFTEN)]
    return Says(title, text or f"{title}，每年一次", duties=duties, terms=terms)


def test_what_stands_goes_on_with_its_records_and_what_changed_is_proposed_anew() -> None:
    first = make_version(says("评议"), says("走访"))
    kept, dropped = (make_commitment(measure) for measure in first.measures.all())
    kept.terms.set(kept.measure.terms.all())
    Use.objects.create(record=make_record(make_unit("县民政局")), commitment=kept, why="kind")
    second = make_version(says("走访", "入户走访，每年一次"), says("评议"), plan=first.plan)
    by = first.uploaded_by
    made = propose(version=second, by=by, at=NOON)
    kept.refresh_from_db()
    assert kept.measure.version == second
    assert [term.measure.version for term in kept.terms.all()] == [second]
    assert Cell.objects.get(commitment=kept).state == "met"
    assert [one.measure.title for one in made] == ["走访"]
    dropped.refresh_from_db()
    assert dropped.measure.version == first
    assert propose(version=second, by=by, at=NOON) == []


def test_of_several_earlier_versions_the_newest_counts() -> None:
    first = make_version(says("评议"))
    make_commitment(first.measures.get(), activity="旧")
    second = make_version(says("评议"), plan=first.plan)
    make_commitment(second.measures.get(), activity="新")
    third = make_version(says("评议"), plan=first.plan)
    assert propose(version=third, by=first.uploaded_by, at=NOON) == []
    assert list(Commitment.objects.binding().values_list("activity", flat=True)) == ["新"]
