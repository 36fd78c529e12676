"""What the search box finds of work, and for whom."""

import pytest

from tests.plans.making import NOON, make_area, make_person, make_unit, seeing
from tests.work.making import TODAY, make_commitment, make_measure, make_record
from wenming.accounts.models import PostRole
from wenming.accounts.powers import Powers, powers_of
from wenming.accounts.rights import Right
from wenming.work.finding import queries
from wenming.work.models import Answer, CommitmentState, Evidence, EvidenceKind, Request

pytestmark = pytest.mark.django_db
ALL = seeing(*Right)


def test_records_by_title_place_words_and_unit() -> None:
    unit = make_unit("路灯所")
    make_record(make_unit("甲镇"), title="修路灯")
    make_record(make_unit("甲镇"), title="乙", place="路灯下")
    make_record(make_unit("甲镇"), title="丙", words="换了路灯")
    make_record(unit, title="丁")
    make_record(make_unit("甲镇"), title="戊")
    assert {one.title for one in queries.records("路灯", ALL)} == {"修路灯", "乙", "丙", "丁"}


def test_commitments_that_bind_by_their_words_and_the_sentence() -> None:
    measure = make_measure(make_unit("甲镇"), title="每季度检修路灯")
    make_commitment(measure, activity="检修")
    make_commitment(measure, activity="路灯旧事", state=CommitmentState.SET_ASIDE)
    assert [one.activity for one in queries.commitments("路灯", ALL)] == ["检修"]


def test_evidence_and_requests() -> None:
    unit, me = make_unit("甲镇"), make_person("陈晓", None)
    told = {"unit": unit, "kind": EvidenceKind.PHOTO, "added_by": me, "added_at": NOON}
    Evidence.objects.create(file_name="路灯.jpg", **told)
    Evidence.objects.create(file_name="桥.jpg", **told)
    asked = Request.objects.create(area=unit.area, title="路灯小结", basis="方案", due=TODAY, made_by=me, made_at=NOON)
    assert [one.file_name for one in queries.evidence("路灯", ALL)] == ["路灯.jpg"]
    assert list(queries.requests("路灯", ALL)) == [asked]
    liaison = powers_of(make_person("顾兰", PostRole.LIAISON, unit), on=NOON.date())
    assert list(queries.requests("路灯", liaison)) == []
    Answer.objects.create(request=asked, unit=unit)
    assert list(queries.requests("路灯", liaison)) == [asked]


def test_nobody_finds_what_they_may_not_see() -> None:
    unit = make_unit("路灯所", area=make_area())
    make_record(unit, title="路灯")
    make_commitment(make_measure(unit, title="路灯"))
    finders = (queries.records, queries.commitments, queries.requests, queries.evidence)
    assert [list(find("路灯", Powers())) for find in finders] == [[], [], [], []]
    other = powers_of(make_person("顾兰", PostRole.LIAISON, make_unit("乙镇")), on=NOON.date())
    assert list(queries.records("路灯", other)) == []
