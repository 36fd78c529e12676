"""The office drafts, sees what is there, merges, sends."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_class, make_person, make_unit
from tests.work.making import make_record
from tests.work.requests.making import TITLE, make_draft, make_request
from wenming.accounts.models import User
from wenming.work.models import AnswerState, Request, RequestState
from wenming.work.requests import queries, views

pytestmark = pytest.mark.django_db
SOON = {"due": localdate() + timedelta(days=7)}


@pytest.fixture
def office(client: Client) -> User:
    person = make_person()
    client.force_login(person)
    return person


def said(**fields: object) -> dict[str, object]:
    return {"title": TITLE, "basis": "测评体系第8条", "due": f"{localdate() + timedelta(days=7)}", **fields}


def text(client: Client, name: str, *args: object) -> str:
    return client.get(reverse(f"work:{name}", args=args)).content.decode()


def test_from_the_draft_to_what_is_there_to_sending(client: Client, office: User) -> None:
    has, has_not = make_unit("甲社区"), make_unit("乙社区")
    record = make_record(has, title="志愿服务进社区", first=localdate(), last=localdate())
    given = said(unit_classes=[make_class("各社区", members=[has, has_not]).pk])
    assert "还没有征集过材料" in text(client, "requests")
    assert client.post(reverse("work:new_request"), said()).status_code == 422
    made = client.post(reverse("work:new_request"), given)
    found = Request.objects.get()
    assert made["Location"] == reverse("work:request", args=[found.pk])
    html = text(client, "request", found.pk)
    assert "打算问 2 个单位，1 个已经有相近的材料" in html
    assert "志愿服务进社区" in html
    assert "没有找到" in html
    ticked = {"ask": [has.pk, has_not.pk], "propose": [record.pk]}
    client.post(reverse("work:send_request", args=[found.pk]), ticked)
    found.refresh_from_db()
    assert found.state == RequestState.SENT
    assert list(found.answers.get(unit=has).proposed.all()) == [record]
    assert "已答复 0/2" in text(client, "request", found.pk)
    assert "0/2" in text(client, "requests")


def test_with_one_tap_only_those_are_asked_that_have_nothing(client: Client, office: User) -> None:
    has, has_not = make_unit("甲社区"), make_unit("乙社区")
    make_record(has, title="志愿服务进社区", first=localdate(), last=localdate())
    made = make_draft(office, has, has_not, **SOON)
    data = {"ask": [has.pk, has_not.pk], "without_have": "1"}
    client.post(reverse("work:send_request", args=[made.pk]), data)
    assert [one.unit for one in made.answers.all()] == [has_not]


def test_only_units_that_are_meant_are_asked(client: Client, office: User) -> None:
    made, stranger = make_draft(office, make_unit("甲社区"), **SOON), make_unit("丙社区")
    answer = client.post(reverse("work:send_request", args=[made.pk]), {"ask": [stranger.pk]}, follow=True)
    assert "一个单位也没有选" in answer.content.decode()
    made.refresh_from_db()
    assert made.state == RequestState.DRAFT


def test_alike_and_this_week_are_said_and_merged(client: Client, office: User) -> None:
    unit, other = make_unit("甲社区"), make_unit("乙社区")
    into = make_request(office, unit, at=now(), title="志愿服务情况汇总", **SOON)
    made = make_draft(office, unit, other, due=localdate() + timedelta(days=9))
    html = text(client, "request", made.pk)
    assert "正在征集相近的材料" in html
    assert "1 个这周已经在被征集" in html
    merged = client.post(reverse("work:merge_request", args=[made.pk]), {"into": into.pk}, follow=True)
    assert "新增单位 1 个，原来就在征集的 1 个不再重复。时限由" in merged.content.decode()
    assert not Request.objects.filter(pk=made.pk).exists()


def test_whose_it_was_decided_not_to_be_is_left_out(client: Client, office: User) -> None:
    unit, other = make_unit("甲社区"), make_unit("乙社区")
    before = make_request(office, unit, title="志愿服务情况汇总")
    before.answers.update(state=AnswerState.NOT_OURS, judged_by=office, judged_at=now())
    html = text(client, "request", make_draft(office, unit, other, **SOON).pk)
    assert "1 个单位以前已定不属于它" in html
    assert f'value="{unit.pk}" checked' not in html
    assert f'value="{other.pk}" checked' in html


def test_a_draft_is_changed_and_discarded(client: Client, office: User) -> None:
    unit = make_unit("甲社区")
    made = make_draft(office, unit, **SOON)
    address = reverse("work:change_request", args=[made.pk])
    assert TITLE in client.get(address).content.decode()
    assert client.post(address, said(title="", units=[unit.pk])).status_code == 422
    client.post(address, said(title="灯箱照片", units=[unit.pk]))
    made.refresh_from_db()
    assert made.title == "灯箱照片"
    client.post(reverse("work:discard_request", args=[made.pk]))
    assert not Request.objects.exists()


def test_a_draft_that_somebody_else_discarded_meanwhile_is_not_there(
    client: Client, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = make_unit("甲社区")
    into, held = make_request(office, unit, due=SOON["due"]), make_draft(office, unit, **SOON)
    Request.objects.filter(pk=held.pk).delete()
    known = {held.pk: held, into.pk: into}
    monkeypatch.setattr(views, "request_for", lambda _request, pk: known[pk])  # found a moment before it went
    monkeypatch.setattr(queries, "units_meant", lambda *_asked: [unit])
    for name in ("send_request", "merge_request", "discard_request"):
        posted = client.post(reverse(f"work:{name}", args=[held.pk]), {"ask": [unit.pk], "into": into.pk})
        assert posted.status_code == 404
    assert list(Request.objects.all()) == [into]


def test_a_draft_that_asks_nobody_any_more_stays_when_it_is_merged(client: Client, office: User) -> None:
    into, made = make_request(office, make_unit("甲社区"), due=SOON["due"]), make_draft(office, **SOON)
    posted = client.post(reverse("work:merge_request", args=[made.pk]), {"into": into.pk}, follow=True)
    assert "草稿还在" in posted.content.decode()
    assert Request.objects.count() == 2


def test_the_list_is_searched_and_does_not_ask_more_for_more(
    client: Client, office: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    units = [make_unit(f"{number}社区") for number in range(5)]
    for number in range(12):
        make_request(office, *units, title=f"第{number}批灯箱照片")
    client.get(reverse("work:requests"))
    with django_assert_max_num_queries(12):
        assert "第11批" in client.get(reverse("work:requests"), {"q": "灯箱"}).content.decode()
    assert "没有符合条件" in client.get(reverse("work:requests"), {"q": "水利"}).content.decode()
    draft = make_draft(office, *units, **SOON)
    client.get(reverse("work:request", args=[draft.pk]))
    with django_assert_max_num_queries(26):
        client.get(reverse("work:request", args=[draft.pk]))


def test_many_units_are_shown_page_by_page_and_ticks_are_kept(
    client: Client, office: User, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(views, "UNITS", 2)
    units = [make_unit(f"{number}社区") for number in range(5)]
    record = make_record(units[0], title="志愿服务进社区", first=localdate(), last=localdate())
    draft = make_draft(office, *units, title=TITLE, **SOON)
    html = text(client, "request", draft.pk)
    assert [f">{unit.short}<" in html for unit in units] == [True, True, False, False, False]
    everyone = " ".join(str(unit.pk) for unit in units[2:])
    assert f'name="ask_elsewhere" value="{everyone}"' in html
    send = reverse("work:send_request", args=[draft.pk])
    given = {"ask": [units[0].pk], "propose": [record.pk], "ask_elsewhere": everyone, "propose_elsewhere": ""}
    with django_assert_max_num_queries(26):
        second = client.post(send, {**given, "turn": "2"}).content.decode()
    assert Request.objects.get().state == RequestState.DRAFT
    assert [f">{unit.short}<" in second for unit in units] == [False, False, True, True, False]
    assert f'name="ask_elsewhere" value="{units[0].pk} {units[4].pk}"' in second
    assert f'name="propose_elsewhere" value="{record.pk}"' in second
    elsewhere = {"ask_elsewhere": f"{units[0].pk} {units[4].pk}", "propose_elsewhere": f"{record.pk} x"}
    client.post(send, {"ask": [units[3].pk], **elsewhere})
    asked = Request.objects.get().answers
    assert set(asked.values_list("unit", flat=True)) == {units[0].pk, units[3].pk, units[4].pk}
    assert list(asked.get(unit=units[0]).proposed.all()) == [record]
