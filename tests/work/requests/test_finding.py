"""What is already there of what a request asks for."""

from datetime import date, timedelta

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import TODAY, make_commitment, make_measure, make_record
from tests.work.requests.making import make_draft
from wenming.rules.asking import Fit
from wenming.work.models import Evidence, EvidenceKind, RecordState, Use
from wenming.work.requests.finding import there

pytestmark = pytest.mark.django_db


def test_by_the_commitment_then_by_words_and_only_what_counts() -> None:
    unit, other = make_unit("甲镇"), make_unit("乙镇")
    commitment = make_commitment(make_measure(unit))
    made = make_draft(commitment.measure.version.uploaded_by, unit, commitment=commitment)
    named = make_record(unit, title="志愿服务进社区")
    counted = make_record(unit, title="评议会", first=TODAY - timedelta(days=9), last=TODAY)
    Use.objects.create(record=counted, commitment=commitment, is_counted=True, why="chosen")
    unticked = make_record(unit, title="座谈会")
    Use.objects.create(record=unticked, commitment=commitment, is_counted=False, why="chosen")
    make_record(unit, title="志愿服务培训", state=RecordState.WITHDRAWN)
    make_record(unit, title="志愿服务表彰", first=date(2024, 5, 1), last=date(2024, 5, 1))
    make_record(unit, title="路灯维修")
    foreign = make_record(other, title="志愿服务队成立")
    found = there(made, [unit.pk, other.pk], today=TODAY)
    assert [(one.record, one.fit) for one in found[unit.pk]] == [(counted, Fit.COMMITMENT), (named, Fit.WORDS)]
    assert [one.record for one in found[other.pk]] == [foreign]


def test_evidence_that_proves_no_record_yet() -> None:
    unit, person = make_unit("甲镇"), make_person()
    added = {"unit": unit, "kind": EvidenceKind.LINK, "added_by": person, "added_at": NOON}
    loose = Evidence.objects.create(words="志愿服务合影", **added)
    Evidence.objects.create(words="路灯", **added)
    found = there(make_draft(person, unit), [unit.pk], today=TODAY)
    assert [one.evidence for one in found[unit.pk]] == [loose]


def test_a_title_without_a_telling_word_finds_nothing() -> None:
    unit = make_unit("甲镇")
    make_record(unit, title="工作总结")
    assert there(make_draft(make_person(), unit, title="工作总结材料"), [unit.pk], today=TODAY) == {}
