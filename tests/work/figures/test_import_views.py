"""Figures come in from Excel, once somebody has seen what would be entered."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.places.excel.making import workbook
from tests.plans.making import make_person, make_unit
from tests.work.figures.making import LAMPS, make_rate
from tests.work.figures.test_workbook import HEADS
from wenming.accounts.models import PostRole
from wenming.reading.files.cells import open_cells
from wenming.work.models import Cell, Figure

pytestmark = pytest.mark.django_db


def sent(client: Client, *rows: tuple[object, ...]) -> str:
    """The page that answers a workbook with these rows."""
    file = SimpleUploadedFile("数据.xlsx", workbook({"表": [HEADS, *rows]}))
    return client.post(reverse("work:import_figures"), {"file": file}).content.decode()


def confirmed(client: Client, page: str) -> str:
    """The page that answers the confirmation of what another showed."""
    payload = html.unescape(re.findall(r'name="payload" value="(.*?)"', page)[0])
    return client.post(reverse("work:confirm_figures"), {"payload": payload}, follow=True).content.decode()


def test_nothing_is_entered_before_somebody_confirms(client: Client) -> None:
    client.force_login(make_person())
    unit = make_unit("甲镇")
    make_rate(unit)
    page = sent(
        client, ("甲镇", LAMPS, "%", "2026-03-01", 96.5, "月报"), ("全县", LAMPS, "%", "2026-03-01", 94, "月报")
    )
    assert "会填入 2 条" in page
    assert not Figure.objects.exists()
    assert "已填入 2 条数据" in confirmed(client, page)
    assert Cell.objects.get().state == "met"
    assert "什么都没有填入" in confirmed(client, page)
    assert "表里的数都已经有了" in sent(client, ("甲镇", LAMPS, "%", "2026-03-01", 96.5, "月报"))
    assert Figure.objects.count() == 2


def test_what_is_not_right_enters_nothing(client: Client) -> None:
    client.force_login(make_person())
    make_rate(make_unit("甲镇"))
    page = sent(client, ("甲镇", LAMPS, "%", "2026-03-01", 96, "月报"), ("丙镇", LAMPS, "%", "不知", "多", "月报"))
    for words in ("有 3 处要改", "A3", "D3", "E3"):
        assert words in page
    assert "payload" not in page
    file = SimpleUploadedFile("数据.xlsx", b"no workbook")
    assert client.post(reverse("work:import_figures"), {"file": file}).status_code == 422
    assert client.post(reverse("work:import_figures")).status_code == 422


def test_what_comes_back_changed_is_refused(client: Client) -> None:
    client.force_login(make_person())
    answer = client.post(reverse("work:confirm_figures"), {"payload": "made:up:here"}, follow=True)
    assert "核对过的内容已失效" in answer.content.decode()


def test_a_liaison_gets_and_fills_in_their_own_rows(client: Client) -> None:
    own, other = make_unit("甲镇"), make_unit("乙镇")
    make_rate(own, other)
    client.force_login(make_person("顾兰", PostRole.LIAISON, own))
    content = b"".join(client.get(reverse("work:empty_figures")))
    lines = open_cells(content, name="空表.xlsx")[0].lines
    assert [line.cells[0] for line in lines[1:]] == [own.name]
    assert "A2" in sent(client, ("乙镇", LAMPS, "%", "2026-03-01", 96, "月报"))
    assert "B2" in sent(client, ("全县", LAMPS, "%", "2026-03-01", 96, "月报"))
