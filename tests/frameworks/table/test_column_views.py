"""The office adds columns of its own and fills them in."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.frameworks.making import hold, item, make_edition
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import User
from wenming.frameworks.models import Column, Edition, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


@pytest.fixture
def edition(office: User) -> Edition:
    """The small framework, in force."""
    return make_edition(office, is_draft=False)


def add(client: Client, edition: Edition, name: str, kind: str = "text") -> str:
    address = reverse("frameworks:columns", args=[edition.pk])
    return client.post(address, {"name": name, "kind": kind}, follow=True).content.decode()


def change(client: Client, column: str, **asked: str) -> str:
    key = Column.objects.get(name=column).pk
    return client.post(reverse("frameworks:change_column", args=[key]), asked, follow=True).content.decode()


def fill(client: Client, edition: Edition, name: str, text: str, *codes: str, **more: object) -> str:
    column = Column.objects.get(name=name)
    data = {"item": [item(edition, code).pk for code in codes], "column": column.pk, "text": text, **more}
    return client.post(reverse("frameworks:fill_in", args=[edition.pk]), data, follow=True).content.decode()


def test_from_the_first_column_to_a_filled_table(client: Client, office: User, edition: Edition) -> None:
    hold(edition, unit := make_unit("县城管局"), office)
    empty = client.get(reverse("frameworks:columns", args=[edition.pk])).content.decode()
    assert "责任领导" in empty
    assert "加了一栏" in add(client, edition, "责任领导")
    assert "已经有“责任领导”这一栏了" in add(client, edition, "责任领导")
    add(client, edition, "完成时限", "date")
    assert "填好了 2 条" in fill(client, edition, "责任领导", "李副县长", "Ⅰ-1-1", "Ⅰ-1-2")
    assert "月底”不是日期" in fill(client, edition, "完成时限", "月底", "Ⅰ-1-1")
    assert "填好了 1 条" in fill(client, edition, "完成时限", "2026年3月5日", "Ⅰ-1-1")
    assert "请先在表里勾选" in fill(client, edition, "完成时限", "2026-03-05")
    for page in (
        reverse("frameworks:table", args=[edition.pk]),
        reverse("frameworks:unit_table", args=[edition.pk, unit.pk]),
        reverse("frameworks:standard", args=[item(edition, "Ⅰ-1-1").pk]),
    ):
        shown = client.get(page).content.decode()
        assert "李副县长" in shown
        assert "2026-03-05" in shown
    assert "清空了 1 条" in fill(client, edition, "责任领导", "", "Ⅰ-1-2")
    assert Entry.objects.count() == 2


def test_one_piece_is_filled_in(client: Client, edition: Edition) -> None:
    add(client, edition, "责任领导")
    fill(client, edition, "责任领导", "王副县长", "Ⅰ-2-1", piece=2)
    assert Entry.objects.get().wanted == 2


def test_columns_are_renamed_moved_and_removed(client: Client, edition: Edition) -> None:
    add(client, edition, "责任领导")
    add(client, edition, "所需材料")
    change(client, "所需材料", do="left")
    assert "已经有“责任领导”这一栏了" in change(client, "所需材料", name="责任领导")
    change(client, "所需材料", name="要什么")
    assert list(edition.columns.values_list("name", flat=True)) == ["要什么", "责任领导"]
    assert "已删除“要什么”这一栏" in change(client, "要什么", do="remove")
