"""What the desk lists."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from tests.plans.making import NOON, Says, make_unit, make_version, seeing
from tests.work.making import make_commitment, make_measure, make_record
from wenming.accounts.rights import Right
from wenming.reading.model import TermKind
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Amount, Commitment, Every, Recurring, Span
from wenming.work.desk import queries
from wenming.work.models import CommitmentState
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 30)
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))


def test_what_falls_due_soon_stands_before_what_is_later_and_what_was_missed() -> None:
    unit, other = make_unit("甲镇"), make_unit("乙镇")
    for period in (Every.QUARTER, Every.YEAR):
        rule = Commitment(Recurring(Amount(1, None, "次"), 1, period), YEAR)
        make_commitment(make_measure(unit, other), rule=as_json(rule))
    past = Commitment(Recurring(Amount(1, None, "次"), 1, Every.MONTH), Span(date(2026, 1, 1), date(2026, 1, 31)))
    make_commitment(make_measure(unit), rule=as_json(past))
    with transaction.atomic():
        refresh(commitments=None, units=None, at=NOON + timedelta(days=25))
    (task,) = queries.tasks_of([unit.pk], today=TODAY)
    assert (task.left, task.cell.unit, task.commitment.kind) == (1, unit, "recurring")
    assert queries.later_count([unit.pk], today=TODAY) == 1
    assert [cell.state for cell in queries.missed_of([unit.pk])] == ["missed"]
    assert queries.tasks_of([], today=TODAY) == []


def test_a_plan_in_force_without_commitments_waits() -> None:
    terms = [("每月一次", TermKind.FREQUENCY, {"min": 1, "unit": "次", "every": 1, "period": "month"})]
    version = make_version(Says("每月一次大扫除", terms=terms))
    edits = seeing(Right.COMMITMENT_EDIT)
    assert queries.waiting_for(edits, today=TODAY).bare == [version.plan_id]
    assert queries.waiting_for(seeing(), today=TODAY).bare == []
    make_commitment(version.measures.get())
    assert queries.waiting_for(edits, today=TODAY).bare == []


def test_a_plan_that_asks_for_nothing_does_not_wait() -> None:
    make_measure(make_unit())
    assert queries.waiting_for(seeing(Right.COMMITMENT_EDIT), today=TODAY).bare == []


def test_what_waits_for_the_office_within_its_reach() -> None:
    unit = make_unit()
    commitment = make_commitment(make_measure(unit), state=CommitmentState.PROPOSED)
    make_record(unit)
    waiting = queries.waiting_for(seeing(Right.COMMITMENT_EDIT, Right.WORK_REVIEW), today=TODAY)
    plan = commitment.measure.version.plan_id
    assert (waiting.proposed, waiting.plan, waiting.objections, waiting.records) == (1, plan, 0, 1)
    nothing = queries.waiting_for(seeing(), today=TODAY)
    assert (nothing.proposed, nothing.records) == (0, 0)
