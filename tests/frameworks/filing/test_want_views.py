"""Giving material for one wanted piece."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.frameworks.filing.making import REPORT, make_filing, make_piece, want
from tests.frameworks.making import hold
from tests.plans.making import NOON, make_person, make_unit
from tests.work.evidence import files
from tests.work.making import make_record
from wenming.accounts.models import PostRole, User
from wenming.frameworks.actions.filing_rounds import close_filing
from wenming.frameworks.models import Filing, PassedOver, Piece
from wenming.places.models import Unit
from wenming.work.models import Evidence

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Unit:
    """Who answers for it."""
    return make_unit("县教育局")


@pytest.fixture
def filing(client: Client, unit: Unit) -> Filing:
    """An open round; a liaison of the unit is signed in."""
    office = make_person()
    filing = make_filing(office)
    hold(filing.edition, unit, office, "Ⅰ-2-1")
    client.force_login(make_person("周以宁", PostRole.LIAISON, unit))
    return filing


def to(name: str, thing: object) -> str:
    return reverse(f"frameworks:{name}", args=[thing.pk])  # type: ignore[attr-defined]


def page(client: Client, filing: Filing, number: int = 1) -> str:
    return client.get(to("want", want(filing, number))).content.decode()


def test_a_report_is_written_and_counted_on_the_server_too(client: Client, filing: Filing) -> None:
    address = to("write_report", want(filing))
    assert 'data-most="300"' in client.get(address).content.decode()
    wrong = client.post(address, {"title": "报告", "text": ""})
    assert wrong.status_code == 422
    told = client.post(address, {"title": "报告", "text": REPORT}, follow=True).content.decode()
    assert "17 字" in told
    assert "没有来源" in told
    client.post(address, {"title": "长", "text": "字" * 301})
    assert "超过 300 字的上限" in page(client, filing)
    again = client.post(address, {"title": "报告", "text": REPORT})
    assert (again.status_code, "已经放在这一项里" in again.content.decode()) == (422, True)


def test_what_is_there_is_proposed_taken_or_waved_off(client: Client, filing: Filing, unit: Unit) -> None:
    record = make_record(unit, title="心理辅导室验收拍照片")
    other = make_record(unit, title="心理辅导室开放照片")
    told = page(client, filing, 2)
    assert "心理辅导室验收" in told
    assert "责任单位的" in told
    take = to("take_proposal", want(filing, 2))
    assert "已放进这一项" in client.post(take, {"proposal": f"record-{record.pk}"}, follow=True).content.decode()
    assert (Piece.objects.get().record, Piece.objects.get().unit) == (record, unit)
    client.post(take, {"proposal": f"record-{other.pk}", "off": "1"})
    assert PassedOver.objects.get().record == other
    assert "心理辅导室开放" not in page(client, filing, 2)
    client.post(to("look_again", want(filing, 2)))
    assert "心理辅导室开放" in page(client, filing, 2)
    for wrong in ("", "record-x", "evidence-99", "piece-1", "record-999999"):
        assert client.post(take, {"proposal": wrong}).status_code == 404


def test_a_file_becomes_evidence_of_the_unit(client: Client, filing: Filing, unit: Unit) -> None:
    address = to("give_file", want(filing, 2))
    photo = SimpleUploadedFile("照片.jpg", files.photo())
    given = {"file": photo, "unit": unit.pk, "first": "2026-03-05"}
    assert "文件已放进这一项" in client.post(address, given, follow=True).content.decode()
    made = Evidence.objects.get()
    assert (made.unit, Piece.objects.get().evidence, str(Piece.objects.get().first)) == (unit, made, "2026-03-05")
    bad = SimpleUploadedFile("照片.jpg", b"MZ nothing of the kind")
    wrong = client.post(address, {"file": bad, "unit": unit.pk})
    assert wrong.status_code == 422
    assert Evidence.objects.count() == 1


def test_a_link_has_the_day_on_which_it_was_published(client: Client, filing: Filing) -> None:
    address = to("give_link", want(filing))
    wrong = client.post(address, {"title": "报道", "link": "https://example.com/"})
    assert (wrong.status_code, "请填写这一项" in wrong.content.decode()) == (422, True)
    client.post(address, {"title": "报道", "link": "https://example.com/", "first": "2026-03-05"})
    assert Piece.objects.get().link == "https://example.com/"


def test_the_office_asks_with_a_form_that_is_filled_in(client: Client, filing: Filing, unit: Unit) -> None:
    client.force_login(User.objects.get(username="沈知远"))
    told = client.get(to("want", want(filing, 2)))
    address = str(told.context["ask"])
    assert "/requests/new/?" in address
    form = client.get(address).content.decode()
    assert "心理辅导室照片" in form
    assert "县城文明程度测评体系" in form
    assert "2026-11-30" in form
    assert f'value="{unit.pk}" checked' in form


def test_what_is_closed_is_only_read(client: Client, filing: Filing) -> None:
    office = User.objects.get(username="沈知远")
    make_piece(want(filing), office)
    close_filing(filing=filing, by=office, at=NOON)
    told = page(client, filing)
    assert "只供查看" in told
    assert "写说明报告" not in told
    late = client.post(to("write_report", want(filing)), {"title": "晚", "text": "晚了"})
    assert (late.status_code, "已经结束" in late.content.decode()) == (422, True)


def test_others_of_the_county_read_and_give_nothing(client: Client, filing: Filing) -> None:
    client.force_login(make_person("督查", PostRole.INSPECTOR))
    assert client.get(to("want", want(filing))).status_code == 200
    assert client.get(to("write_report", want(filing))).status_code == 404
    client.force_login(make_person("别家", PostRole.LIAISON, make_unit("县体育局")))
    assert client.get(to("write_report", want(filing))).status_code == 404
