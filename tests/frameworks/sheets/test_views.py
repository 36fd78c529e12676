"""An office brings in its own Excel."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.frameworks.making import make_edition
from tests.frameworks.sheets.making import TWO, uploaded, workbook
from tests.plans.making import make_person
from wenming.accounts.models import User
from wenming.frameworks.models import Edition, Framework

pytestmark = pytest.mark.django_db
ADDRESS = "frameworks:bring_in_sheet"


@pytest.fixture
def office(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def hand_in(client: Client, content: bytes = TWO, name: str = "任务分解表.xlsx", **more: object) -> str:
    answer = client.post(reverse(ADDRESS), {"file": uploaded(content, name), **more})
    return answer.content.decode()


def fields(page: str) -> dict[str, str]:
    """What the page would send."""
    form = page[page.index('name="payload"') - 50 :]
    given = dict(re.findall(r'<input type="(?:hidden|text|number)" name="(\w+)"(?: value="([^"]*)")?', form))
    for name, options in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)"[^>]*selected', options)
        given[name] = chosen[1] if chosen else ""
    if re.search(r'name="splits"[^>]*checked', form):
        given["splits"] = "on"
    return given


def send(client: Client, page: str, **more: str) -> str:
    return client.post(reverse(ADDRESS), fields(page) | more, follow=True).content.decode()


def test_from_a_file_to_a_draft(client: Client, office: User) -> None:
    assert "从 Excel 导入" in client.get(reverse("frameworks:bring_in")).content.decode()
    assert "选择 Excel 文件" in client.get(reverse(ADDRESS)).content.decode()
    page = hand_in(client)
    assert "2 条标准" in page
    assert "Ⅰ-1-2" in page
    assert not Framework.objects.exists()
    assert "现在是草稿" in send(client, page, do="bring", version="2026年版")
    edition = Edition.objects.get()
    assert (str(edition), edition.state) == ("某县文明城市测评任务分解表 2026年版", "draft")
    rows = edition.items.filter(is_standard=True)
    assert [(row.code, row.title, row.body["points"]) for row in rows] == [
        ("Ⅰ-1-1", "路灯完好", "2.5"),
        ("Ⅰ-1-2", "公厕干净", "3"),
    ]
    assert rows[0].body["evidence"][0]["max_words"] == 300
    assert rows[1].body["methods"] == ["实地考察"]


def test_another_matching_is_looked_at_before_it_counts(client: Client, office: User) -> None:
    page = hand_in(client)
    other = send(client, page, do="bring", column_3="")
    assert "还没有导入" in other
    assert not Edition.objects.exists()
    send(client, other, do="bring")
    assert "points" not in Edition.objects.get().items.get(code="Ⅰ-1-1").body


def test_what_is_wrong_is_told_by_sheet_and_cell_and_nothing_comes(client: Client, office: User) -> None:
    page = hand_in(client, workbook(["环境", "路灯", "", "约3分", "", ""]))
    assert "任务分解 D3" in page
    assert "“约3分”不是分值" in page
    assert "导入为草稿" not in page
    send(client, page, do="bring")
    assert not Framework.objects.exists()
    mended = send(client, page, column_3="")
    assert "导入为草稿" in mended


def test_another_row_of_heads_is_guessed_anew(client: Client, office: User) -> None:
    page = hand_in(client)
    other = send(client, page, head="3")
    assert "请至少给一列选" in other
    assert "路灯完好" in send(client, other, head="2")


def test_a_new_edition_of_a_framework(client: Client, office: User) -> None:
    old = make_edition(office, is_draft=False)
    page = hand_in(client, framework=str(old.framework_id))
    send(client, page, do="bring")
    assert Edition.objects.get(state="draft").framework == old.framework


@pytest.mark.parametrize(
    ("content", "name"), [(b"", "a.xlsx"), (b"hello", "a.xlsx"), (TWO, "a.docx"), (TWO[:900], "a.xlsx")]
)
def test_what_cannot_be_read_is_refused(client: Client, office: User, content: bytes, name: str) -> None:
    assert client.post(reverse(ADDRESS), {"file": uploaded(content, name)}).status_code == 422


def test_what_nobody_handed_in_is_refused(client: Client, office: User) -> None:
    told = client.post(reverse(ADDRESS), {"payload": "甲", "do": "bring"}, follow=True).content.decode()
    assert "选过的文件已失效" in told


def test_what_goes_out_as_excel_comes_in_again(client: Client, office: User) -> None:
    edition = make_edition(office)
    answer = client.get(reverse("frameworks:download", args=[edition.pk, "excel"]))
    page = hand_in(client, b"".join(answer) if answer.streaming else answer.content, "体系.xlsx")
    send(client, page, do="bring")
    again = Edition.objects.exclude(pk=edition.pk).get()
    assert list(again.items.values_list("code", "title")) == list(edition.items.values_list("code", "title"))
    assert str(again) == str(edition)
