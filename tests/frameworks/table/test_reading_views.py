"""The responsibility table goes out as Excel, is changed, and comes in again."""

import re
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import hold, item, make_edition
from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import User
from wenming.frameworks.actions.assigning import assign
from wenming.frameworks.models import Assignment, AssignmentRole, Edition, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


@pytest.fixture
def edition(office: User) -> Edition:
    """The small framework with units, pieces and columns of its own."""
    edition = make_edition(office, is_draft=False)
    hold(edition, make_unit("县城管局"), office)
    schools = make_unit("县教育局")
    places = [(item(edition, "Ⅰ-2-1").pk, 2)]
    assign(edition=edition, places=places, to=schools, role=AssignmentRole.LEAD, by=office, at=NOON)
    leader = edition.columns.create(name="责任领导", position=1)
    due = edition.columns.create(name="完成时限", kind="date", position=2)
    for column, text in ((leader, "=李副县长"), (due, "2026-03-05")):
        Entry.objects.create(column=column, item=item(edition, "Ⅰ-1-1"), text=text, made_by=office, made_at=NOON)
    return edition


def taken(client: Client, edition: Edition) -> bytes:
    return b"".join(client.get(reverse("frameworks:table_excel", args=[edition.pk])).streaming_content)  # type: ignore[attr-defined]


def hand_in(client: Client, edition: Edition, content: bytes) -> str:
    file = SimpleUploadedFile("责任分解表.xlsx", content)
    return client.post(reverse("frameworks:read_table", args=[edition.pk]), {"file": file}).content.decode()


def confirm(client: Client, edition: Edition, page: str) -> str:
    payload = re.search(r'name="payload" value="([^"]+)"', page)
    assert payload, page
    address = reverse("frameworks:apply_table", args=[edition.pk])
    return client.post(address, {"payload": payload[1]}, follow=True).content.decode()


def changed(content: bytes, **cells: str | None) -> bytes:
    book = openpyxl.load_workbook(BytesIO(content))
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_its_own_download_changes_nothing(client: Client, edition: Edition) -> None:
    assert "没有要改的" in hand_in(client, edition, taken(client, edition))


def test_what_would_change_is_shown_applied_and_then_the_same(client: Client, edition: Edition) -> None:
    make_unit("县妇联")
    content = changed(taken(client, edition), E2="县城管局", F2=None, E3="县妇联", I2="王副县长", J2=None)
    page = hand_in(client, edition, content)
    assert "新增 1 处，改角色 1 处，收回 0 处，自设栏目改 2 处" in page
    assert "王副县长" in page
    assert Assignment.objects.count() == 2
    assert "责任分解表改了 4 处" in confirm(client, edition, page)
    assert Assignment.objects.get(item__code="Ⅰ-1-1").role == "lead"
    assert list(Entry.objects.values_list("text", flat=True)) == ["王副县长"]
    assert "没有要改的" in hand_in(client, edition, content)


def test_what_is_wrong_is_told_by_cell_and_nothing_changes(client: Client, edition: Edition) -> None:
    page = hand_in(client, edition, changed(taken(client, edition), E2="县林业局", A3="Ⅸ"))
    assert "E2" in page
    assert "A3" in page
    assert "有 2 处要改" in page
    assert 'name="payload"' not in page


def test_what_was_changed_meanwhile_is_compared_again(client: Client, office: User, edition: Edition) -> None:
    page = hand_in(client, edition, changed(taken(client, edition), E2="县城管局", F2=None))
    hold(edition, make_unit("县妇联"), office, "Ⅰ-1-2")
    assert "请再核对一次" in confirm(client, edition, page)
    assert not Assignment.objects.filter(role="lead", wanted=0).exists()


def test_what_was_compared_with_another_edition_is_refused(client: Client, office: User, edition: Edition) -> None:
    page = hand_in(client, edition, changed(taken(client, edition), E2="县城管局", F2=None))
    other = make_edition(office)
    assert "核对过的内容已失效" in confirm(client, other, page)


def test_what_cannot_be_read_is_refused(client: Client, edition: Edition) -> None:
    assert "什么都没有写入" in hand_in(client, edition, b"PK hello")


def test_queries_do_not_grow(
    client: Client, office: User, edition: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        hold(edition, make_unit(f"第{number}局"), office, ("Ⅰ-1-1", "Ⅰ-1-2", "Ⅰ-2-1")[number % 3])
    content = changed(taken(client, edition), E3="县教育局", E4="县城管局")
    with django_assert_max_num_queries(32):
        page = hand_in(client, edition, content)
    with django_assert_max_num_queries(45):
        confirm(client, edition, page)
