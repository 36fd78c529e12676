"""The list of records and the page of one."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_unit
from tests.work.making import make_record
from tests.work.records.making import ASKED, make_asking, make_content
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.work.records import actions
from wenming.work.records.outcomes import produced_in
from wenming.work.records.roster import people_in
from wenming.work.records.views import PAGE

pytestmark = pytest.mark.django_db
LIST = "/records/"


def test_an_empty_list_says_how_to_begin(liaison: Client, at_office: Client) -> None:
    assert "三十秒登记好" in liaison.get(LIST).content.decode()
    assert "没有符合条件的记录" in at_office.get(f"{LIST}?q=无").content.decode()


def test_the_list_takes_as_many_queries_for_a_page_as_for_one_record(
    at_office: Client, me: User, unit: Unit, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(PAGE + 5):
        make_record(unit, me, title=f"第{number}次评议")
    with django_assert_max_num_queries(12):
        html = at_office.get(LIST).content.decode()
    assert html.count('name="record"') == PAGE
    assert f"共 {PAGE + 5} 项" in html
    assert "第0次评议" in at_office.get(f"{LIST}?page=2").content.decode()


def test_a_liaison_sees_their_own_and_accepts_nothing(liaison: Client, unit: Unit) -> None:
    make_record(unit, title="自己的")
    make_record(make_unit("县团委"), title="别人的")
    html = liaison.get(LIST).content.decode()
    assert ("自己的" in html, "别人的" in html, "认可选中的" in html) == (True, False, False)


def test_a_page_tells_everything(liaison: Client, me: User, unit: Unit) -> None:
    asking, other = make_asking(unit), make_unit("县团委")
    content = make_content(
        unit,
        minutes=180,
        place="社区会议室",
        people=46,
        words="评出先进\n两名",
        with_units=(other,),
        outputs=produced_in("2.5 小时 讲座\n300 份 宣传单"),
        roster=people_in("王敏 县教育局"),
    )
    record = actions.record_work(key=uuid4(), content=content, uses={asking.pk: ASKED}, by=me, at=now())
    html = liaison.get(f"{LIST}{record.pk}/").content.decode()
    told = (
        "半天",
        "社区会议室",
        "46 人",
        "评出先进<br>两名",
        "县团委",
        "2.5 小时",
        "300 份",
        "王敏",
        "就是从这条要求登记的",
    )
    assert [words for words in told if words not in html] == []


def test_a_page_shows_what_each_version_changed(liaison: Client, me: User, unit: Unit) -> None:
    record = actions.record_work(key=uuid4(), content=make_content(unit, people=12), uses={}, by=me, at=now())
    actions.change_record(record=record, revision=0, content=make_content(unit, people=46), uses={}, by=me, at=now())
    html = liaison.get(f"{LIST}{record.pk}/").content.decode()
    assert '<del lang="zh-Hans">12</del> <ins lang="zh-Hans">46</ins>' in html
    assert "2 个版本" in html


def test_who_entered_it_is_told_that_another_accepts(at_office: Client, office: User, unit: Unit) -> None:
    record = make_record(unit, office)
    html = at_office.get(f"{LIST}{record.pk}/").content.decode()
    assert "由别的同事认可" in html
    assert f"{LIST}{record.pk}/accept/" not in html
