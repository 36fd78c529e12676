"""Rolls on the page, and the list that a record offers."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.work.members.making import make_coverage, make_member, make_training
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.places.models import Unit
from wenming.reading.files.cells import open_cells
from wenming.work.members.views import PAGE
from wenming.work.models import Member

pytestmark = pytest.mark.django_db


def test_the_list_of_rolls(liaison: Client, unit: Unit, me: User) -> None:
    empty = liaison.get(reverse("work:rolls")).content.decode()
    assert "还没有名册" in empty
    assert empty.count(reverse("work:add_members", args=[unit.pk])) == 2
    make_member(unit, "李青山", made_by=me)
    make_member(unit, "王敏", made_by=me, until=date(2020, 1, 1))
    html = liaison.get(reverse("work:rolls")).content.decode()
    assert ("甲社区" in html, '<td class="number">1</td>' in html) == (True, True)


def test_search_and_queries(
    liaison: Client, unit: Unit, me: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(PAGE + 5):
        make_member(unit, f"甲{number}", made_by=me)
    make_member(unit, "李青山", "办公室", made_by=me)
    address = reverse("work:roll", args=[unit.pk])
    html = liaison.get(address, {"q": "办公"}).content.decode()
    assert ("李青山" in html, "甲1" in html) == (True, False)
    with django_assert_max_num_queries(22):
        liaison.get(address)


def test_who_leaves_gets_a_last_day_and_may_come_back(liaison: Client, unit: Unit, me: User) -> None:
    one = make_member(unit, "李青山", made_by=me)
    address = reverse("work:change_member", args=[one.pk])
    said = {"population": "干部", "name": "李青山"}
    liaison.post(address, {**said, "until": "2026-01-31"})
    assert Member.objects.get().until == date(2026, 1, 31)
    assert "已离开" in liaison.get(reverse("work:roll", args=[unit.pk])).content.decode()
    liaison.post(address, said)
    assert Member.objects.get().until is None
    make_member(unit, "王敏", made_by=me)
    assert liaison.post(address, {**said, "name": "王敏"}).status_code == 422


def test_names_leave_only_where_they_are_asked_for(liaison: Client, unit: Unit, me: User) -> None:
    make_member(unit, "李青山", made_by=me)
    address = reverse("work:roll_excel", args=[unit.pk])
    for asked, count in (({}, 1), ({"names": "1"}, 2)):
        data = b"".join(liaison.get(address, asked))
        assert len(open_cells(data, name="名册.xlsx")[0].lines) == count
    told = Event.objects.get(verb="work.export_members")
    assert (told.by.pk if told.by else None, told.after["count"], "李青山" in str(told.after)) == (me.pk, 1, False)


def test_who_took_part_and_who_did_not(liaison: Client, unit: Unit, me: User) -> None:
    asking = make_coverage(unit)
    make_member(unit, "李青山", "办公室", made_by=me)
    make_member(unit, "王敏", "人事科", made_by=me)
    make_training(unit, asking, "李青山")
    address = reverse("work:reached", args=[unit.pk, asking.pk, "2026-01-01"])
    html = liaison.get(address).content.decode()
    assert ("2 人中 1 人" in html, "李青山" in html, "王敏" in html) == (True, True, True)
    missing = liaison.get(address, {"only": "missing"}).content.decode()
    assert ("李青山" in missing, "王敏" in missing) == (False, True)
    assert "王敏" not in liaison.get(address, {"only": "reached"}).content.decode()
    data = b"".join(liaison.get(f"{address}excel/"))
    told = str(open_cells(data, name="参加.xlsx"))
    assert ("办公室" in told, "李青山" in told) == (True, False)
    why = liaison.get(reverse("work:why_on", args=[asking.pk, unit.pk, "2026-01-01"])).content.decode()
    assert "王敏（人事科）" in why
    assert liaison.get(reverse("work:reached", args=[unit.pk, asking.pk, "2025-01-01"])).status_code == 404


def test_without_a_roll_the_trace_says_so(liaison: Client, unit: Unit) -> None:
    asking = make_coverage(unit)
    html = liaison.get(reverse("work:why", args=[asking.pk, unit.pk])).content.decode()
    assert "没有名册，按人数算" in html


def test_a_record_offers_the_list(liaison: Client, unit: Unit, me: User) -> None:
    address = reverse("work:offered_members")
    assert "先选单位" in liaison.get(address).content.decode()
    assert "名册上还没有人" in liaison.get(address, {"unit": unit.pk}).content.decode()
    make_member(unit, "李青山", made_by=me)
    make_member(unit, "赵一", made_by=me, population="党员")
    asking = make_coverage(unit)
    html = liaison.get(
        address, {"unit": str(unit.pk), "commitment": str(asking.pk), "first": "2026-03-05"}
    ).content.decode()
    assert ("李青山" in html, "赵一" in html, "全部列入" in html) == (True, False, True)
    assert "赵一" in liaison.get(address, {"unit": str(unit.pk), "population": "党员"}).content.decode()


def test_no_page_asks_more_for_more(
    liaison: Client, unit: Unit, me: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    asking = make_coverage(unit)
    for number in range(40):
        one = make_member(unit, f"甲{number}", made_by=me)
    for number in range(3):
        make_training(unit, asking, *(f"甲{place}" for place in range(number * 10, number * 10 + 10)))
    reached = reverse("work:reached", args=[unit.pk, asking.pk, "2026-01-01"])
    offered = f"{reverse('work:offered_members')}?unit={unit.pk}&commitment={asking.pk}"
    for address, most in (
        (reverse("work:rolls"), 12),
        (reverse("work:change_member", args=[one.pk]), 12),
        (reverse("work:roll_excel", args=[unit.pk]) + "?names=1", 24),
        (offered, 14),
        (reached, 34),
        (f"{reached}excel/", 34),
    ):
        with django_assert_max_num_queries(most):
            assert liaison.get(address).status_code == 200
