"""A unit sees what it is asked, answers with what it has, or says that it is not theirs."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person, make_unit
from tests.work.making import make_record
from tests.work.requests.making import TITLE, answer_of, make_request
from wenming.accounts.models import PostRole
from wenming.work.models import Answer, AnswerState
from wenming.work.requests import actions, answering

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(client: Client) -> Answer:
    unit = make_unit("甲社区")
    made = make_request(make_person(), unit, at=now(), due=localdate() + timedelta(days=7))
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    return answer_of(made, unit)


def address(asked: Answer) -> str:
    return reverse("work:answer", args=[asked.pk])


def test_from_the_desk_to_the_answer(client: Client, asked: Answer) -> None:
    record = make_record(asked.unit, title="志愿服务进社区", first=localdate(), last=localdate())
    desk = client.get("/").content.decode()
    assert TITLE in desk
    assert address(asked) in desk
    html = client.get(address(asked)).content.decode()
    assert "志愿服务进社区" in html
    assert "内容相近" in html
    client.post(address(asked), {"record": [record.pk], "minutes": "12"})
    found = answer_of(asked.request, asked.unit)
    assert (found.state, found.minutes, list(found.records.all())) == (AnswerState.ANSWERED, 12, [record])
    assert address(asked) not in client.get("/").content.decode()
    assert "已答复" in client.get(reverse("work:asked")).content.decode()


def test_what_the_office_proposes_is_ticked(client: Client, asked: Answer) -> None:
    record = make_record(asked.unit, title="别的事", first=localdate(), last=localdate())
    asked.proposed.add(record)
    html = client.get(address(asked)).content.decode()
    assert f'value="{record.pk}" checked' in html
    assert "文明办建议" in html


def test_looking_for_more_keeps_what_is_ticked_and_typed(client: Client, asked: Answer) -> None:
    old = localdate() - timedelta(days=500)
    kept = make_record(asked.unit, title="环境整治", first=old, last=old)
    make_record(asked.unit, title="敬老慰问", first=old, last=old)
    Answer.objects.update(asked_at=now() + timedelta(days=1))
    assert "敬老慰问" not in client.get(address(asked)).content.decode()
    data = {"look": "1", "q": "敬老", "record": [kept.pk], "words": "正在整理"}
    html = client.post(address(asked), data).content.decode()
    assert "敬老慰问" in html
    assert f'value="{kept.pk}" checked' in html
    assert "正在整理" in html
    assert answer_of(asked.request, asked.unit).state == AnswerState.ASKED


def test_an_empty_answer_is_refused(client: Client, asked: Answer) -> None:
    answer = client.post(address(asked), {"words": " "})
    assert answer.status_code == 422
    assert "请勾选已有的材料，或者写几句话" in answer.content.decode()


def test_a_new_record_begins_with_the_title_of_the_request(client: Client, asked: Answer) -> None:
    html = client.get(reverse("work:new_record"), {"unit": str(asked.unit_id), "title": TITLE}).content.decode()
    assert f'value="{TITLE}"' in html


def test_not_ours_says_why(client: Client, asked: Answer) -> None:
    refuse = reverse("work:not_ours", args=[asked.pk])
    assert "请写明为什么不属于" in client.post(refuse, {}, follow=True).content.decode()
    client.post(refuse, {"reason": "归县团委"})
    assert answer_of(asked.request, asked.unit).state == AnswerState.NOT_OURS
    assert "不能再这样做" in client.post(refuse, {"reason": "再说一次"}, follow=True).content.decode()


def test_what_is_over_is_only_read(client: Client, asked: Answer) -> None:
    office = asked.request.made_by
    said = answering.Said(words="都在这里")
    answering.answer(answer=asked, said=said, by=office, at=now())
    actions.cancel(request=asked.request, reason="上级不要了", by=office, at=now())
    html = client.get(address(asked)).content.decode()
    assert "上级不要了" in html
    assert "都在这里" in html
    assert 'name="minutes"' not in html


def test_the_list_does_not_ask_more_for_more(
    client: Client, asked: Answer, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        make_request(asked.request.made_by, asked.unit, title=f"第{number}批")
    client.get(reverse("work:asked"))
    with django_assert_max_num_queries(12):
        assert "第11批" in client.get(reverse("work:asked")).content.decode()
