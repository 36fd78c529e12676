"""What every kind of mark is asked."""

import pytest

from tests.plans.making import Says, make_unit, make_version
from wenming.plans.models import Duty, MarkState, Measure, Term
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("removed", "standing", "live"),
    [
        ([], (2, 2, 2), (2, 2)),
        ([Measure], (1, 2, 2), (1, 1)),
        ([Duty], (2, 1, 2), (1, 2)),
        ([Term], (2, 2, 1), (2, 1)),
    ],
    ids=["nothing", "a measure", "a duty", "a term"],
)
def test_what_was_removed_no_longer_stands_and_what_belongs_to_it_binds_nobody(
    removed: list[type[Measure | Duty | Term]], standing: tuple[int, ...], live: tuple[int, ...]
) -> None:
    unit = make_unit()
    duties, terms = [("教育局", Role.LEAD, unit)], [("长期", TermKind.HORIZON, "long")]
    version = make_version(Says("甲", duties=duties, terms=terms), Says("乙", duties=duties, terms=terms))
    for model in removed:
        model.objects.filter(pk=model.objects.order_by("pk")[0].pk).update(state=MarkState.REMOVED)
    stood = (version.measures.standing().count(), Duty.objects.standing().count(), Term.objects.standing().count())
    assert stood == standing
    assert (Duty.objects.live().count(), Term.objects.live().count()) == live
