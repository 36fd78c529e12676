"""One piece: its text and what proves it, its figures, its versions, its review."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.frameworks.filing.making import REPORT, make_filing, make_piece, want
from tests.frameworks.making import hold
from tests.plans.making import make_person, make_unit
from tests.work.evidence import files
from wenming.accounts.models import PostRole, User
from wenming.frameworks.actions.filing_pieces import Content
from wenming.frameworks.models import Filing, Piece

pytestmark = pytest.mark.django_db


@pytest.fixture
def filing(client: Client) -> Filing:
    """An open round; somebody of the office is signed in."""
    office = make_person()
    client.force_login(office)
    filing = make_filing(office)
    hold(filing.edition, make_unit("县教育局"), office, "Ⅰ-2-1")
    return filing


@pytest.fixture
def piece(filing: Filing) -> Piece:
    """A report."""
    return make_piece(want(filing), User.objects.get(username="沈知远"))


def to(name: str, piece: Piece) -> str:
    return reverse(f"frameworks:{name}", args=[piece.pk])


def page(client: Client, piece: Piece) -> str:
    return client.get(to("piece", piece)).content.decode()


def test_proving_words_are_marked_in_the_text(client: Client, piece: Piece) -> None:
    wrong = client.post(to("prove", piece), {"words": "没有写"})
    assert (wrong.status_code, "报告里没有这句话" in wrong.content.decode()) == (422, True)
    client.post(to("prove", piece), {"words": "覆盖率98.5%"})
    assert "<mark>覆盖率98.5%</mark>" in page(client, piece)
    client.post(reverse("frameworks:unprove", args=[piece.provings.get().pk]))
    assert "<mark>" not in page(client, piece)


def test_every_figure_asks_for_its_source(client: Client, piece: Piece) -> None:
    assert page(client, piece).count("没有来源") == 2
    client.post(to("source_figures", piece), {"figure": ["12间", "98.5%"], "source": ["县教育局台账", ""]})
    told = page(client, piece)
    assert told.count("没有来源") == 1
    assert "县教育局台账" in told


def test_it_is_returned_with_a_reason_replaced_and_accepted(client: Client, piece: Piece) -> None:
    judge = to("judge_piece", piece)
    assert "退回要写明原因" in client.post(judge, {"state": "returned"}, follow=True).content.decode()
    client.post(judge, {"state": "returned", "reason": "没有效果"})
    assert "没有效果" in page(client, piece)
    replace = to("replace_piece", piece)
    assert REPORT in client.get(replace).content.decode()
    told = client.post(replace, {"title": "改好的报告", "text": "辅导室15间"}, follow=True).content.decode()
    assert "第 2 版" in told
    assert "没有效果" in told  # of the version before
    new = Piece.objects.current().get()
    client.post(to("judge_piece", new), {"state": "accepted", "to_want": "1"})
    new.refresh_from_db()
    assert new.state == "accepted"
    assert client.post(to("judge_piece", new), {"state": "perhaps"}).status_code == 404
    assert "只供查看" in page(client, piece)


def test_what_was_taken_away_is_put_back(client: Client, piece: Piece) -> None:
    assert "在页面下方可以放回" in client.post(to("take_piece_away", piece), follow=True).content.decode()
    assert "已放回" in client.post(to("put_piece_back", piece), follow=True).content.decode()
    assert "不能放回" in client.post(to("put_piece_back", piece), follow=True).content.decode()


def test_a_file_is_dated_and_replaced(client: Client, filing: Filing) -> None:
    unit, address = make_unit("县教育局"), reverse("frameworks:give_file", args=[want(filing, 2).pk])
    bare = SimpleUploadedFile("a.jpg", files.photo(taken=""))
    client.post(address, {"file": bare, "unit": unit.pk})
    piece = Piece.objects.get()
    assert "没有写材料自己的日期" in page(client, piece)
    assert "没有写对" in client.post(to("date_piece", piece), {"first": "昨天"}, follow=True).content.decode()
    client.post(to("date_piece", piece), {"first": "2025-03-05", "last": ""})
    assert "不在 2026-01-01 — 2026-12-31 之内" in page(client, piece)
    other = SimpleUploadedFile("b.jpg", files.photo(files.scene(seed=7)))
    client.post(to("replace_piece", piece), {"file": other, "unit": unit.pk, "first": "2026-03-05"})
    assert Piece.objects.current().get().version == 2


def test_a_link_is_replaced_by_a_link(client: Client, filing: Filing) -> None:
    office = User.objects.get(username="沈知远")
    piece = make_piece(want(filing), office, Content("报道", link="https://example.com/a"))
    given = {"title": "报道", "link": "https://example.com/b", "first": "2026-03-05"}
    client.post(to("replace_piece", piece), given)
    assert Piece.objects.current().get().link == "https://example.com/b"


def test_a_unit_changes_its_own_and_judges_nothing(client: Client, piece: Piece) -> None:
    client.force_login(make_person("周以宁", PostRole.LIAISON, make_unit("县教育局")))
    assert "标出印证语句" in page(client, piece)
    assert client.post(to("judge_piece", piece), {"state": "accepted"}).status_code == 404
    client.force_login(make_person("别家", PostRole.LIAISON, make_unit("县体育局")))
    assert client.get(to("piece", piece)).status_code == 404
    assert client.post(to("take_piece_away", piece)).status_code == 404
