"""Cells are what the rules say of the rows as they are, and only what was touched is written."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import TODAY, make_commitment, make_measure, make_record
from wenming.places.models import Unit
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Amount, Commitment, Every, Recurring, Span, Total
from wenming.work.models import (
    Cell,
    CommitmentState,
    Evidence,
    EvidenceKind,
    Excuse,
    ExcuseKind,
    Objection,
    ObjectionKind,
    Output,
    Proof,
    Record,
    RecordState,
    Use,
    Whom,
)
from wenming.work.verdicts import refreshing

pytestmark = pytest.mark.django_db

QUARTERLY = Commitment(
    Recurring(Amount(1, None, "次"), 1, Every.QUARTER), Span(date(2026, 1, 1), date(2026, 12, 31)), soon_days=14
)
PIECES = Commitment(Total(Amount(3, None, "篇"), together=True), Span(date(2026, 1, 1), date(2026, 12, 31)))


def refresh(commitments: list[int] | None = None, units: list[int] | None = None, at: datetime = NOON) -> int:
    with transaction.atomic():
        return refreshing.refresh(commitments=commitments, units=units, at=at)


def make(*units: Unit, rule: Commitment = QUARTERLY, **fields: Any) -> Any:  # noqa: ANN401
    return make_commitment(make_measure(*units), rule=as_json(rule), **fields)


def use(record: Record, commitment: Any, *, is_counted: bool = True) -> Use:  # noqa: ANN401
    return Use.objects.create(record=record, commitment=commitment, why="kind", is_counted=is_counted)


def states(commitment: Any, unit: Unit | None) -> list[str]:  # noqa: ANN401
    return list(Cell.objects.filter(commitment=commitment, unit=unit).values_list("state", flat=True))


def test_each_subject_has_a_cell_for_each_period() -> None:
    one, two = make_unit("甲镇"), make_unit("乙镇")
    commitment = make(one, two)
    assert refresh([commitment.pk]) == 8
    assert states(commitment, one) == states(commitment, two) == ["open", "not_due", "not_due", "not_due"]
    current = Cell.objects.get(commitment=commitment, unit=one, is_current=True)
    assert (current.first, current.due, current.need, current.have) == (date(2026, 1, 1), date(2026, 3, 31), 1, 0)


def test_a_record_counts_for_all_who_took_part() -> None:
    one, two, three = make_unit("甲镇"), make_unit("乙镇"), make_unit("丙镇")
    commitment = make(one, two, three)
    record = make_record(one)
    record.with_units.add(two)
    use(record, commitment)
    refresh([commitment.pk])
    assert [states(commitment, unit)[0] for unit in (one, two, three)] == ["met", "met", "open"]


@pytest.mark.parametrize("state", [RecordState.RETURNED, RecordState.WITHDRAWN])
def test_what_was_returned_or_withdrawn_does_not_count(state: RecordState) -> None:
    unit = make_unit()
    commitment = make(unit)
    use(make_record(unit, state=state), commitment)
    refresh([commitment.pk])
    assert states(commitment, unit)[0] == "open"


def test_what_the_unit_has_unticked_does_not_count() -> None:
    unit = make_unit()
    commitment = make(unit)
    use(make_record(unit), commitment, is_counted=False)
    refresh([commitment.pk])
    assert states(commitment, unit)[0] == "open"


def test_evidence_is_asked_for_where_the_rule_asks() -> None:
    unit, person = make_unit(), make_person()
    rule = Commitment(QUARTERLY.demand, QUARTERLY.span, needs_evidence=True)
    commitment = make(unit, rule=rule)
    record = make_record(unit)
    use(record, commitment)
    refresh([commitment.pk])
    assert states(commitment, unit)[0] == "open"
    photo = Evidence.objects.create(unit=unit, kind=EvidenceKind.PHOTO, added_by=person, added_at=NOON)
    Proof.objects.create(record=record, evidence=photo)
    refresh([commitment.pk])
    assert states(commitment, unit)[0] == "met"


def test_outputs_of_all_add_up_where_all_are_judged_together() -> None:
    one, two = make_unit("甲镇"), make_unit("乙镇")
    commitment = make(one, two, rule=PIECES, whom=Whom.TOGETHER)
    for unit, count in ((one, 1), (two, 2)):
        record = make_record(unit)
        Output.objects.create(record=record, count=count, word="篇")
        use(record, commitment)
    refresh([commitment.pk])
    cell = Cell.objects.get(commitment=commitment)
    assert (cell.unit, cell.state, cell.have, cell.need) == (None, "met", 3, 3)


def test_excuses_and_objections() -> None:
    unit, other, person = make_unit("甲镇"), make_unit("乙镇"), make_person()
    commitment = make(unit, other)
    Excuse.objects.create(
        kind=ExcuseKind.EXEMPTION, unit=unit, first=date(2026, 1, 1), reason="撤并", given_by=person, given_at=NOON
    )
    said = {"kind": ObjectionKind.CANNOT, "reason": "没有场地", "made_by": person, "made_at": NOON}
    Objection.objects.create(commitment=commitment, unit=other, **said)
    refresh([commitment.pk])
    assert set(states(commitment, unit)) == {"exempt"}
    assert states(commitment, other)[0] == "disputed"


def test_only_what_was_touched_is_written() -> None:
    one, two = make_unit("甲镇"), make_unit("乙镇")
    commitment, other = make(one, two), make(one, two)
    refresh()
    assert refresh() == 0
    use(make_record(one), commitment)
    use(make_record(two), other)
    assert refresh([commitment.pk], [one.pk]) == 1
    assert states(commitment, one)[0] == "met"
    assert states(other, two)[0] == "open"
    assert refresh(units=[two.pk]) == 1
    assert states(other, two)[0] == "met"


def test_time_alone_changes_verdicts() -> None:
    unit = make_unit()
    commitment = make(unit)
    refresh()
    assert refresh(at=NOON + timedelta(days=30)) == 2  # the first is missed, the second has begun
    assert states(commitment, unit) == ["missed", "open", "not_due", "not_due"]


@pytest.mark.parametrize("state", [CommitmentState.PROPOSED, CommitmentState.SET_ASIDE])
def test_what_does_not_bind_has_no_cells(state: CommitmentState) -> None:
    commitment = make(make_unit())
    refresh()
    commitment.state = state
    commitment.save()
    assert refresh([commitment.pk]) == 4
    assert not Cell.objects.exists()


def test_a_new_version_of_the_plan_takes_the_old_ones_cells_away() -> None:
    commitment = make(make_unit())
    refresh()
    version = commitment.measure.version
    version.state = "superseded"
    version.save()
    refresh()
    assert not Cell.objects.exists()


def test_queries_do_not_grow(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    units = [make_unit(f"{number}镇") for number in range(9)]
    keys = [make(*units).pk for _ in range(4)]
    for unit in units:
        record = make_record(unit, by=make_person(f"{unit}", None), first=TODAY, last=TODAY)
        for key in keys:
            Use.objects.create(record=record, commitment_id=key, why="kind")
    with django_assert_max_num_queries(32):
        refresh(keys)
