"""The office while a request runs."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person, make_unit
from tests.work.making import make_record
from tests.work.requests.making import answer_of, make_request
from wenming.accounts.models import User
from wenming.work.models import AnswerState, Request, RequestState
from wenming.work.requests import answering
from wenming.work.requests.answering import Said

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> User:
    person = make_person()
    client.force_login(person)
    return person


@pytest.fixture
def made(office: User) -> Request:
    units = [make_unit(f"{name}镇") for name in "甲乙丙"]
    found = make_request(office, *units, at=now(), due=localdate() + timedelta(days=7))
    record = make_record(units[0], title="志愿服务进社区")
    said = Said([record.pk], words="都在这里", minutes=12)
    answering.answer(answer=answer_of(found, units[0]), said=said, by=office, at=now())
    answering.not_ours(answer=answer_of(found, units[1]), reason="归县团委", by=office, at=now())
    return found


def state(made: Request, name: str) -> str:
    return made.answers.get(unit__short=name).state


def post(client: Client, name: str, key: int, **data: object) -> str:
    return client.post(reverse(f"work:{name}", args=[key]), data, follow=True).content.decode()


def test_how_far_it_has_come(client: Client, made: Request) -> None:
    html = client.get(reverse("work:request", args=[made.pk])).content.decode()
    assert "3 个单位，已答复 2/3，已认可 0/3；1 份等您看" in html
    assert "说不属于本单位的 1/3" in html
    for words in ("志愿服务进社区", "都在这里", "用时 12 分钟", "归县团委"):
        assert words in html
    assert "没有符合条件的单位" in client.get(reverse("work:request", args=[made.pk]), {"q": "戊"}).content.decode()


def test_accepted_one_by_one_and_in_bulk(client: Client, made: Request) -> None:
    answered, refused = made.answers.get(unit__short="甲镇"), made.answers.get(unit__short="乙镇")
    assert "请先勾选" in post(client, "accept_answers", made.pk)
    assert "已认可 1 份" in post(client, "accept_answers", made.pk, answer=[answered.pk, refused.pk])
    assert state(made, "甲镇") == AnswerState.ACCEPTED
    assert "默认不再问" in post(client, "judge_answer", refused.pk, agree="1")
    assert made.answers.get(pk=refused.pk).judged_at
    assert "不能再这样做" in post(client, "judge_answer", answered.pk, accept="1")


def test_what_the_person_did_not_see_is_not_judged(client: Client, made: Request, office: User) -> None:
    answered = made.answers.get(unit__short="甲镇")
    answering.return_(answer=answered, reason="缺照片", by=office, at=now())
    answering.not_ours(answer=answered, reason="不归我们", by=office, at=now())
    assert "不能再这样做" in post(client, "judge_answer", answered.pk, accept="1")
    answered.refresh_from_db()
    assert (answered.state, answered.judged_at) == (AnswerState.NOT_OURS, None)


def test_returned_with_a_reason(client: Client, made: Request) -> None:
    answered = made.answers.get(unit__short="甲镇")
    assert "请写明原因" in post(client, "judge_answer", answered.pk, **{"return": "1"})
    post(client, "judge_answer", answered.pk, **{"return": "1", "reason": "缺照片"})
    assert state(made, "甲镇") == AnswerState.RETURNED


def test_reminded_and_more_are_asked(client: Client, made: Request) -> None:
    assert "已提醒 1 个单位" in post(client, "remind_units", made.pk)
    other = make_unit("丁镇")
    assert "请选择单位" in post(client, "ask_more_units", made.pk)
    assert "又向 1 个单位征集" in post(client, "ask_more_units", made.pk, units=[other.pk])
    assert "没有重复征集" in post(client, "ask_more_units", made.pk, units=[other.pk])


def test_closed_or_cancelled(client: Client, made: Request) -> None:
    assert "请写明原因" in post(client, "cancel_request", made.pk)
    assert "已取消" in post(client, "cancel_request", made.pk, reason="上级不要了")
    made.refresh_from_db()
    assert made.state == RequestState.CANCELLED
    assert "不能再这样做" in post(client, "close_request", made.pk)
    other = make_request(made.made_by, make_unit("甲镇"))
    assert "已结束" in post(client, "close_request", other.pk)


def test_the_page_does_not_ask_more_for_more(
    client: Client, office: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    units = [make_unit(f"{number}镇") for number in range(12)]
    found = make_request(office, *units)
    for unit in units:
        said = Said([make_record(unit).pk])
        answering.answer(answer=answer_of(found, unit), said=said, by=office, at=now())
    address = reverse("work:request", args=[found.pk])
    client.get(address)
    with django_assert_max_num_queries(16):
        client.get(address)
