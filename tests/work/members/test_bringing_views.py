"""A list is looked at, confirmed, and undone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.plans.making import make_unit
from tests.work.members.making import make_coverage
from wenming.places.models import Unit
from wenming.work.members.listing import workbook
from wenming.work.models import Member

pytestmark = pytest.mark.django_db


def address(name: str, unit: Unit) -> str:
    return reverse(f"work:{name}", args=[unit.pk])


def test_looked_at_then_confirmed_then_undone(liaison: Client, unit: Unit) -> None:
    make_coverage(unit)
    assert 'value="干部"' in liaison.get(address("add_members", unit)).content.decode()
    looked = liaison.post(address("add_members", unit), {"population": "干部", "people": "王敏 办公室\n李青山"})
    assert not Member.objects.exists()
    assert "会加 2 人" in looked.content.decode()
    page = liaison.post(address("confirm_members", unit), {"payload": looked.context["payload"]}, follow=True)
    html = page.content.decode()
    assert ("名册加了 2 人" in html, "撤销刚才加的" in html, "李青山" in html) == (True, True, True)
    again = liaison.post(address("add_members", unit), {"population": "干部", "people": "王敏 办公室\n李青山"})
    assert "没有要加的" in again.content.decode()
    batch = Member.objects.values_list("batch", flat=True).distinct().get()
    undone = liaison.post(address("undo_members", unit), {"batch": batch}, follow=True)
    assert "撤销了：2 人" in undone.content.decode()
    assert not Member.objects.exists()
    assert "已经撤销" in liaison.post(address("undo_members", unit), {"batch": batch}, follow=True).content.decode()
    assert "没有可以撤销的" in liaison.post(address("undo_members", unit), {"batch": "x"}, follow=True).content.decode()


def test_a_wrong_cell_brings_nothing(liaison: Client, unit: Unit) -> None:
    file = SimpleUploadedFile("名册.xlsx", workbook([Member(name="王敏"), Member(name="", office="办公室")]))
    answer = liaison.post(address("add_members", unit), {"population": "干部", "file": file})
    html = answer.content.decode()
    assert (answer.status_code, "A3" in html, "没有写姓名" in html) == (422, True, True)
    assert not Member.objects.exists()


def test_what_was_checked_for_another_unit_is_nothing(liaison: Client, at_office: Client, unit: Unit) -> None:
    other = make_unit("县团委")
    looked = at_office.post(address("add_members", other), {"population": "干部", "people": "王敏"})
    answer = liaison.post(address("confirm_members", unit), {"payload": looked.context["payload"]}, follow=True)
    assert "已失效" in answer.content.decode()
    assert not Member.objects.exists()
