"""The list of evidence, one piece, its copies."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.plans.making import NOON, make_person, make_unit
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence, run_jobs
from tests.work.making import make_record
from wenming.accounts.models import PostRole, User
from wenming.files.naming import sha256_in
from wenming.places.models import Unit
from wenming.work.evidence.actions import Given, add_evidence
from wenming.work.evidence.uploading import LARGEST_PIECE
from wenming.work.models import Evidence, Record

pytestmark = pytest.mark.django_db

PHOTO = files.photo(taken="2026:03:02 09:12:33")


@pytest.fixture
def photo(unit: Unit, me: User, record: Record) -> Evidence:
    """A photo of 2 March that is to prove what was done on 5 March."""
    return make_evidence(PHOTO, unit, me, proves=record, name="会议.jpg")


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def test_what_the_file_says_beside_what_people_said(liaison: Client, photo: Evidence) -> None:
    text = page(liaison, f"/evidence/{photo.pk}/")
    for words in ("照片的时间比登记的时间早 3 天", "30.27410, 120.15510", "HUAWEI Mate 60", "民主评议", "2026年3月2日"):
        assert words in text


def test_the_original_is_a_download(liaison: Client, photo: Evidence) -> None:
    answer = liaison.get(f"/evidence/{photo.pk}/original/")
    assert b"".join(answer) == PHOTO
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize("copy", ["thumbnail", "preview"])
def test_pictures(liaison: Client, photo: Evidence, copy: str) -> None:
    version = sha256_in(getattr(photo, copy).name)
    for query, is_kept in (("", False), (f"?v={version}", True), ("?v=" + "0" * 64, False)):
        answer = liaison.get(f"/evidence/{photo.pk}/{copy}/{query}")
        assert b"".join(answer)[8:12] == b"WEBP"
        said = answer.headers
        assert (said["Content-Type"], said["X-Content-Type-Options"]) == ("image/webp", "nosniff")
        assert said["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert ("immutable" in said["Cache-Control"], said["Cache-Control"][:7]) == (is_kept, "private")


def test_the_stamped_copy(liaison: Client, photo: Evidence) -> None:
    answer = liaison.get(f"/evidence/{photo.pk}/stamped/")
    assert b"".join(answer)[:3] == b"\xff\xd8\xff"
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("what", ["", "piece/", "original/", "thumbnail/", "preview/", "stamped/"])
def test_others_do_not_see_it(photo: Evidence, what: str) -> None:
    from_elsewhere = Client()
    from_elsewhere.force_login(make_person("别人", PostRole.LIAISON, make_unit("乙社区")))
    assert from_elsewhere.get(f"/evidence/{photo.pk}/{what}").status_code == 404


@pytest.mark.parametrize("copy", ["thumbnail", "preview", "stamped"])
def test_copies_that_are_not_there(liaison: Client, unit: Unit, me: User, copy: str) -> None:
    made = make_evidence(files.word(), unit, me, name="总结.docx")
    assert liaison.get(f"/evidence/{made.pk}/{copy}/").status_code == 404


def test_a_preview_that_is_being_made(liaison: Client, unit: Unit, me: User) -> None:
    made = make_evidence(PHOTO, unit, me, is_prepared=False)
    address = f"/evidence/{made.pk}/piece/"
    assert "正在做预览" in page(liaison, address)
    assert f'hx-get="{address}"' in page(liaison, address)
    run_jobs(made)
    assert "正在做预览" not in page(liaison, address)
    assert "hx-get" not in page(liaison, address)


def test_a_file_that_cannot_be_opened(liaison: Client, unit: Unit, me: User) -> None:
    made = make_evidence(PHOTO[:-5000], unit, me)
    text = page(liaison, f"/evidence/{made.pk}/")
    assert "文件打不开" in text
    assert "再做一次预览" in text
    assert liaison.post(f"/evidence/{made.pk}/again/").status_code == 302
    run_jobs(made)
    assert made.problem == "damaged"


def test_letting_it_prove_one_more_record(liaison: Client, unit: Unit, me: User, photo: Evidence) -> None:
    other = make_record(unit, me, title="另一次")
    liaison.post(f"/evidence/{photo.pk}/attach/", {"record": other.key})
    assert photo.records.count() == 2
    liaison.post(f"/evidence/{photo.pk}/detach/{other.pk}/")
    assert photo.records.count() == 1
    assert liaison.post(f"/evidence/{photo.pk}/detach/{other.pk}/").status_code == 404


@pytest.mark.parametrize("key", ["", "no key"])
def test_proving_nothing(liaison: Client, photo: Evidence, key: str) -> None:
    answer = liaison.post(f"/evidence/{photo.pk}/attach/", {"record": key}, follow=True)
    assert "请先选择要证明的记录" in answer.text


def test_what_is_accepted_is_not_taken_away(liaison: Client, photo: Evidence, record: Record) -> None:
    Record.objects.update(state="accepted")
    answer = liaison.post(f"/evidence/{photo.pk}/detach/{record.pk}/", follow=True)
    assert "佐证材料不能再拿掉" in answer.text
    assert photo.records.count() == 1


def test_the_list(liaison: Client, unit: Unit, me: User, photo: Evidence) -> None:
    make_evidence(files.word(), unit, me, name="总结.docx")
    assert "会议.jpg" in page(liaison, "/evidence/?kind=photo")
    assert "总结.docx" not in page(liaison, "/evidence/?kind=photo")
    assert "总结.docx" in page(liaison, "/evidence/?q=总结")
    assert "没有找到" in page(liaison, "/evidence/?q=没有的")
    assert "会议.jpg" in page(liaison, f"/evidence/?unit={unit.pk}&page=x&kind=nothing")


def test_an_empty_list_says_what_will_stand_there(at_office: Client) -> None:
    assert "还没有佐证材料" in page(at_office, "/evidence/")


def counted(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        page(client, address)
    return len(queries)


def test_queries_do_not_grow(liaison: Client, unit: Unit, me: User, photo: Evidence) -> None:
    few = counted(liaison, "/evidence/"), counted(liaison, f"/evidence/{photo.pk}/")
    for number in range(12):
        record = make_record(unit, me, title=f"第{number}次")
        make_evidence(files.word(f"{number}.xml"), unit, me, proves=record, is_prepared=False)
    many = counted(liaison, "/evidence/"), counted(liaison, f"/evidence/{photo.pk}/")
    assert many == few


def test_pieces_fit_into_a_request() -> None:
    assert LARGEST_PIECE < settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_a_link_opens_without_telling_where_from(liaison: Client, unit: Unit, me: User) -> None:
    what = Given(link="https://example.com/?a=<b>", words="县报")
    made = add_evidence(key=uuid4(), unit_id=unit.pk, given=what, proves=None, by=me, at=NOON)
    text = page(liaison, f"/evidence/{made.pk}/")
    assert 'href="https://example.com/?a=&lt;b&gt;" rel="noreferrer noopener"' in text


def test_a_damaged_copy_is_not_shown(liaison: Client, photo: Evidence) -> None:
    Path(default_storage.path(photo.thumbnail.name or "")).write_bytes(b"x")
    assert liaison.get(f"/evidence/{photo.pk}/thumbnail/").status_code == 404
