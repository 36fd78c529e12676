"""A round as the office and a unit see it."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.filing.making import make_filing, make_piece, want
from tests.frameworks.making import hold, make_edition
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.frameworks.actions.filing_pieces import Content
from wenming.frameworks.models import Filing, Piece

pytestmark = pytest.mark.django_db
OPENING = {"title": "2026年度申报", "first": "2026-01-01", "last": "2026-12-31", "due": "2026-11-30", "parts": ["4"]}


@pytest.fixture
def office(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


@pytest.fixture
def filing(office: User) -> Filing:
    """An open round."""
    return make_filing(office)


def seen(client: Client, filing: Filing, query: str = "") -> str:
    return client.get(reverse("frameworks:filing", args=[filing.pk]) + query).content.decode()


def test_a_round_is_opened_for_the_chosen_parts(client: Client, office: User) -> None:
    edition = make_edition(office, is_draft=False)
    address = reverse("frameworks:open_filing", args=[edition.pk])
    form = client.get(address).content.decode()
    assert "未成年人" in form
    assert "公共环境" not in form  # it wants no material
    turned = client.post(address, OPENING | {"last": "2025-12-31"})
    assert (turned.status_code, "止的日期早于起的日期" in turned.content.decode()) == (422, True)
    page = client.post(address, OPENING, follow=True).content.decode()
    assert "0/2 项材料齐了" in page
    assert "2026年度申报" in client.get(reverse("frameworks:filings", args=[edition.pk])).content.decode()


def test_gaps_are_told_and_filters_leave_what_is_asked_for(client: Client, office: User, filing: Filing) -> None:
    make_piece(want(filing), office)
    page = seen(client, filing)
    assert "心理辅导室建设情况" in page
    assert "1 项有缺口" in page
    gaps = seen(client, filing, "?verdict=gap")
    assert "心理辅导室照片" in gaps
    assert "≤300字" not in gaps
    assert "没有符合条件的材料" in seen(client, filing, "?q=卫生间")
    assert "心理辅导室照片" in seen(client, filing, "?q=照片&verdict=nothing&page=99")


def test_many_are_accepted_from_the_list(client: Client, office: User, filing: Filing) -> None:
    piece = make_piece(want(filing), office)
    assert "这一页有 1 份待审" in seen(client, filing)
    done = client.post(reverse("frameworks:accept_pieces", args=[filing.pk]), {"piece": [piece.pk, "x"]}, follow=True)
    assert "通过了 1 份材料" in done.content.decode()
    assert Piece.objects.get().state == "accepted"


def test_a_unit_sees_its_own_and_no_more(client: Client, office: User, filing: Filing) -> None:
    unit = make_unit("县教育局")
    client.force_login(make_person("周以宁", PostRole.LIAISON, unit))
    assert "没有要您单位交的材料" in seen(client, filing)
    assert client.get(reverse("frameworks:want", args=[want(filing).pk])).status_code == 404
    hold(filing.edition, unit, office, "Ⅰ-2-1")
    page = seen(client, filing)
    assert "心理辅导室照片" in page
    assert "材料包" not in page
    assert "县教育局" in seen(client, filing, "?by=unit")
    assert client.get(reverse("frameworks:want", args=[want(filing).pk])).status_code == 200
    assert client.post(reverse("frameworks:close_filing", args=[filing.pk])).status_code == 404


def test_it_is_closed_and_opened_again(client: Client, filing: Filing) -> None:
    close, reopen = (reverse(f"frameworks:{name}", args=[filing.pk]) for name in ("close_filing", "reopen_filing"))
    assert "还没有结束" in client.post(reopen, follow=True).content.decode()
    assert "申报已经结束" in client.post(close, follow=True).content.decode()
    assert "已经结束，材料不能再改" in client.post(close, follow=True).content.decode()
    assert "重新打开了" in client.post(reopen, follow=True).content.decode()


def test_the_check_list_tells_the_gaps(client: Client, office: User, filing: Filing) -> None:
    make_piece(want(filing, 2), office, Content("=1+1", link="https://example.com/"))
    answer = client.get(reverse("frameworks:checklist", args=[filing.pk]))
    book = load_workbook(BytesIO(answer.getvalue()))
    assert book.sheetnames == ["缺口", "全部材料"]
    rows = [[cell.value for cell in row] for row in book["缺口"].iter_rows(min_row=2)]
    assert [row[6] for row in rows] == ["还没有材料", "格式不对"]
    assert "这一项要“实景图片”" in str(rows[1][9])


def test_a_long_round_costs_no_more_queries(
    client: Client, office: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    evidence = "evidence: [{format: 实景图片, what: 照片}, {format: 说明报告, what: 报告}]"
    items = "\n".join(f"  - {{code: 1-{number}, title: 第{number}条, {evidence}}}" for number in range(60))
    text = f"title: 长\nitems:\n- code: '1'\n  items:\n{items}\n"
    filing = make_filing(office, make_edition(office, is_draft=False, text=text))
    for one in filing.wants.all()[:20]:
        make_piece(one, office, Content("记", text="字"))
    with django_assert_max_num_queries(16):
        page = seen(client, filing)
    assert "第 1–30 项，共 60 项" in page
    with django_assert_max_num_queries(16):
        seen(client, filing, "?by=unit")
