"""A unit answers or says that it is not theirs; the office accepts, agrees, returns, reminds."""

from datetime import timedelta

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_record
from tests.work.requests.making import answer_of, make_request
from wenming.accounts.models import PostRole, User
from wenming.audit.models import Event
from wenming.work.models import Answer, AnswerState, Evidence, EvidenceKind, RecordState
from wenming.work.requests import actions, answering
from wenming.work.requests.answering import Said

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    return make_person()


@pytest.fixture
def asked(office: User) -> Answer:
    unit = make_unit("甲镇")
    return answer_of(make_request(office, unit), unit)


@pytest.fixture
def liaison(asked: Answer) -> User:
    return make_person("顾兰", PostRole.LIAISON, asked.unit)


def test_answered_with_what_is_there(asked: Answer, liaison: User) -> None:
    record = make_record(asked.unit)
    photo = Evidence.objects.create(unit=asked.unit, kind=EvidenceKind.LINK, added_by=liaison, added_at=NOON)
    said = Said([record.pk], [photo.pk], "都在里面", 15)
    found = answering.answer(answer=asked, said=said, by=liaison, at=NOON)
    assert (found.state, found.minutes, list(found.records.all())) == (AnswerState.ANSWERED, 15, [record])
    assert list(found.evidence.all()) == [photo]
    assert Event.objects.get(verb="work.answer_request").after["records"] == 1


def test_only_with_the_units_own_and_with_what_counts(asked: Answer, liaison: User) -> None:
    foreign, gone = make_record(make_unit("乙镇")), make_record(asked.unit, state=RecordState.WITHDRAWN)
    with pytest.raises(answering.NothingSaid):
        answering.answer(answer=asked, said=Said([foreign.pk, gone.pk]), by=liaison, at=NOON)


def test_accepted_then_returned_then_answered_again(asked: Answer, liaison: User, office: User) -> None:
    with pytest.raises(answering.NotAllowed):
        answering.accept(answer=asked, by=office, at=NOON)
    answering.answer(answer=asked, said=Said(words="没有活动"), by=liaison, at=NOON)
    assert answering.accept(answer=asked, by=office, at=NOON).state == AnswerState.ACCEPTED
    back = answering.return_(answer=asked, reason="缺照片", by=office, at=NOON)
    assert (back.state, back.reason) == (AnswerState.RETURNED, "缺照片")
    again = answering.answer(answer=asked, said=Said(words="补上了"), by=liaison, at=NOON)
    assert (again.state, again.reason, again.judged_at) == (AnswerState.ANSWERED, "", None)


def test_not_ours_goes_to_the_office_which_agrees_or_not(asked: Answer, liaison: User, office: User) -> None:
    said = answering.not_ours(answer=asked, reason="归县团委", by=liaison, at=NOON)
    assert (said.state, said.words, said.judged_at) == (AnswerState.NOT_OURS, "归县团委", None)
    with pytest.raises(answering.NotAllowed):
        answering.answer(answer=asked, said=Said(words="还是有"), by=liaison, at=NOON)
    answering.return_(answer=asked, reason="是你们的", by=office, at=NOON)
    answering.not_ours(answer=asked, reason="归县团委", by=liaison, at=NOON)
    agreed = answering.agree(answer=asked, by=office, at=NOON)
    assert (agreed.state, agreed.judged_at) == (AnswerState.NOT_OURS, NOON)


def test_many_are_accepted_that_wait_for_it(asked: Answer, liaison: User, office: User) -> None:
    other = make_unit("乙镇")
    actions.ask_more(request=asked.request, units=[other.pk], by=office, at=NOON)
    answering.answer(answer=asked, said=Said(words="有"), by=liaison, at=NOON)
    keys = list(Answer.objects.values_list("pk", flat=True))
    accepted = answering.accept_many(request=asked.request, answers=keys, by=office, at=NOON)
    assert [one.pk for one in accepted] == [asked.pk]
    assert answer_of(asked.request, other).state == AnswerState.ASKED


def test_reminding_marks_whose_turn_it_is(asked: Answer, liaison: User, office: User) -> None:
    later = NOON + timedelta(days=3)
    assert answering.remind(request=asked.request, by=office, at=later) == 1
    assert answer_of(asked.request, asked.unit).reminded_at == later
    answering.answer(answer=asked, said=Said(words="有"), by=liaison, at=later)
    assert answering.remind(request=asked.request, by=office, at=later) == 0
    assert Event.objects.filter(verb="work.remind_units").count() == 1


def test_nothing_is_answered_when_it_is_over(asked: Answer, liaison: User, office: User) -> None:
    actions.cancel(request=asked.request, reason="不要了", by=office, at=NOON)
    with pytest.raises(actions.NotOpen):
        answering.answer(answer=asked, said=Said(words="有"), by=liaison, at=NOON)
