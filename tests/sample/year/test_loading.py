"""Rows as the actions would have left them."""

from collections import Counter

import pytest
from django.db.models import F

from tests.plans.making import make_person, make_unit
from tests.sample.year.making import TASKS, make_small_year
from tests.work.making import make_commitment, make_measure
from wenming.rules.commitments.kept import as_json, kind_of
from wenming.sample.year.loading import Cast, put_in
from wenming.work.models import (
    Evidence,
    Excuse,
    Figure,
    Objection,
    Outcome,
    Proof,
    Record,
    RecordState,
    RecordVersion,
    Review,
)
from wenming.work.records.actions import accept_records, uses_of
from wenming.work.records.content import kept, told

pytestmark = pytest.mark.django_db
YEAR = make_small_year()


@pytest.fixture
def cast() -> Cast:
    units = [make_unit(name) for name in ("甲局", "乙社区", "丙镇")]
    measure = make_measure(*units)
    commitments = [
        make_commitment(measure, activity=task.activity, kind=kind_of(task.rule.demand), rule=as_json(task.rule))
        for task in TASKS
    ]
    made = Cast(units, commitments, [make_person(f"联络员{at}") for at in range(3)], make_person("主任"))
    put_in(YEAR, made)
    return made


def test_every_record_is_there_with_what_hangs_on_it(cast: Cast) -> None:
    assert Record.objects.count() == len(YEAR.done)
    assert Proof.objects.count() == sum(one.is_proved for one in YEAR.done)
    assert 0 < Evidence.objects.count() < Proof.objects.count()
    for done, row in zip(YEAR.done, Record.objects.order_by("pk"), strict=True):
        said = kept(row)
        assert [one.word for one in said.outputs] == [word for _, word in done.outputs]
        assert [unit.pk for unit in said.with_units] == [cast.units[other].pk for other in done.others]
        assert row.evidence.filter(unit=row.unit).exists() == done.is_proved
        assert list(uses_of(row)) == [cast.commitments[use.task].pk for use in done.uses]


def test_every_state_is_there_and_all_versions_stay(cast: Cast) -> None:
    assert set(Record.objects.values_list("state", flat=True)) == set(RecordState)
    for row in Record.objects.prefetch_related("versions", "uses"):
        versions = list(row.versions.all())
        assert [one.number for one in versions] == list(range(1, row.revision + 2))
        assert (versions[-1].state, versions[-1].reason) == (row.state, row.reason)
        assert versions[0].state == RecordState.RECORDED
        assert [one.made_at for one in versions] == sorted(one.made_at for one in versions)


def test_a_version_tells_what_the_actions_would(cast: Cast) -> None:
    row = Record.objects.order_by("pk")[0]
    version = RecordVersion.objects.get(record=row, number=1)
    assert version.content == told(kept(row), uses_of(row))


def test_whoever_did_it_is_the_one_who_may(cast: Cast) -> None:
    assert not Record.objects.filter(judged_by=F("made_by")).exists()
    returned = Record.objects.filter(state=RecordState.RETURNED)
    assert {one.judged_by for one in returned} == {cast.office}
    assert not Record.objects.filter(state=RecordState.WITHDRAWN, withdrawn_by=None).exists()


def test_actions_go_on_from_there(cast: Cast) -> None:
    waiting = Record.objects.filter(state=RecordState.RECORDED)[:3]
    done = accept_records(
        seen={one.pk: one.revision for one in waiting}, by=cast.office, at=Record.objects.latest("made_at").made_at
    )
    assert len(done.accepted) == 3


def test_what_happened_beside_is_there(cast: Cast) -> None:
    accepted = sum(one.outcome is Outcome.ACCEPTED for one in YEAR.objected)
    assert Excuse.objects.count() == len(YEAR.excused) + accepted
    assert Objection.objects.count() == len(YEAR.objected)
    assert Review.objects.count() == len(YEAR.reviewed)
    assert Figure.objects.count() == len(YEAR.measured)
    assert Counter(Objection.objects.values_list("decided_by", flat=True)) == Counter(
        cast.office.pk if one.decided_on else None for one in YEAR.objected
    )
