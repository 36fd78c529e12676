"""Tables of a measure."""

import pytest
from django.db import transaction
from django.db.models import Q

from tests.plans.making import NOON, make_unit
from tests.work.making import TODAY, make_commitment, make_measure, make_record
from wenming.work.measures.queries import records_of, tables_of
from wenming.work.models import Use
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db


def test_a_row_for_each_subject_with_what_is_done_of_what_is_asked() -> None:
    one, two = make_unit("甲镇"), make_unit("乙镇")
    measure = make_measure(one, two)
    commitment = make_commitment(measure)
    record = make_record(one)
    Use.objects.create(record=record, commitment=commitment, why="kind")
    Use.objects.create(record=make_record(two), commitment=commitment, why="kind", is_counted=False)
    with transaction.atomic():
        refresh(commitments=None, units=None, at=NOON)
    (table,) = tables_of(measure, seen=Q(), today=TODAY)
    assert [(subject.unit, [cell and cell.state for cell in subject.cells]) for subject in table.subjects] == [
        (one, ["met"]),
        (two, ["open"]),
    ]
    assert (table.done, table.asked, table.earlier) == (1, 2, 0)
    assert list(records_of(measure, seen=Q())) == [record]
