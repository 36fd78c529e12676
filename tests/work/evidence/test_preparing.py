"""What is read from files and made of them, in the background."""

import io
from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from tests.plans.making import NOON
from tests.reading.files.making import docx, paragraph
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence, run_jobs
from wenming.accounts.models import User
from wenming.jobs.models import Job, JobState
from wenming.places.models import Unit
from wenming.work.evidence import preparing
from wenming.work.evidence.actions import attach
from wenming.work.models import Band, Evidence, Record

pytestmark = pytest.mark.django_db


def picture(name: str | None) -> Image.Image:
    with default_storage.open(name or "") as file:
        found = Image.open(io.BytesIO(file.read()))
        found.load()
    return found


@pytest.mark.parametrize("kind", ["JPEG", "HEIF", "PNG"])
def test_a_photo(kind: str, unit: Unit, me: User) -> None:
    made = make_evidence(files.photo(files.scene(2400, 1800), kind), unit, me)
    assert (made.is_ready, made.problem, made.width, made.height) == (True, "", 2400, 1800)
    assert made.taken_on_file == datetime(2026, 3, 5, 1, 12, 33, tzinfo=UTC)
    assert (made.latitude, made.longitude) == pytest.approx((30.2741, 120.1551), abs=1e-5)
    assert made.device == "HUAWEI Mate 60"
    assert (picture(made.thumbnail.name).size, picture(made.preview.name).size) == ((320, 240), (1600, 1200))
    assert len(made.likeness) == 16
    assert Band.objects.filter(evidence=made).count() == 4


def test_copies_bear_nothing_of_time_place_and_device(unit: Unit, me: User) -> None:
    made = make_evidence(files.photo(), unit, me)
    for name in (made.thumbnail.name, made.preview.name, made.stamped.name):
        with default_storage.open(name or "") as file:
            data = file.read()
        assert b"HUAWEI" not in data
        assert b"Exif" not in data
        assert dict(picture(name).getexif()) == {}


def test_the_original_stays_as_it_came(unit: Unit, me: User, record: Record) -> None:
    data = files.photo()
    made = make_evidence(data, unit, me, proves=record)
    with default_storage.open(made.original.name or "") as file:
        assert file.read() == data


def test_the_stamped_copy_has_a_band_below(unit: Unit, me: User, record: Record) -> None:
    made = make_evidence(files.photo(files.scene(1000, 750)), unit, me, proves=record)
    stamped = picture(made.stamped.name)
    assert stamped.width == 1000
    assert 800 < stamped.height < 950
    assert stamped.getpixel((999, stamped.height - 1)) == (255, 255, 255)


def test_what_the_stamp_says(unit: Unit, me: User, record: Record) -> None:
    record.place = "甲社区会议室"
    record.save()
    made = make_evidence(files.photo(), unit, me, proves=record)
    assert list(preparing.stamp_lines(made)) == ["2026年3月5日 · 甲社区会议室 · 甲社区", "民主评议"]


def test_the_stamp_follows_what_is_proved(unit: Unit, me: User, record: Record) -> None:
    made = make_evidence(files.photo(), unit, me)
    before = made.stamped.name
    attach(evidence=made, proves=record, by=me, at=NOON)
    run_jobs(made)
    assert made.stamped.name != before


def test_a_photo_lies_as_it_was_held(unit: Unit, me: User) -> None:
    made = make_evidence(files.photo(files.scene(640, 480), turn=6), unit, me)
    assert picture(made.thumbnail.name).size == (240, 320)


def test_a_time_without_offset_is_that_of_the_county(unit: Unit, me: User) -> None:
    made = make_evidence(files.photo(offset=""), unit, me)
    assert made.taken_on_file == datetime(2026, 3, 5, 1, 12, 33, tzinfo=UTC)


def test_a_photo_that_says_nothing(unit: Unit, me: User) -> None:
    made = make_evidence(files.saved(files.scene()), unit, me)
    assert (made.taken_on_file, made.latitude, made.device, made.problem) == (None, None, "", "")


def test_a_blank_page_looks_like_nothing(unit: Unit, me: User) -> None:
    made = make_evidence(files.saved(Image.new("RGB", (600, 400), "white")), unit, me)
    assert (made.likeness, Band.objects.filter(evidence=made).exists(), bool(made.thumbnail)) == ("", False, True)


def test_a_video(unit: Unit, me: User) -> None:
    made = make_evidence(files.video(NOON, b"+30.2741+120.1551/"), unit, me, name="活动.mp4")
    assert (made.kind, made.taken_on_file, made.latitude) == ("video", NOON, 30.2741)
    assert (made.is_ready, made.preview.name) == (True, "")


def test_the_first_page_of_a_pdf(unit: Unit, me: User) -> None:
    made = make_evidence(files.pdf(), unit, me, name="通知.pdf")
    assert (made.kind, made.problem, max(picture(made.preview.name).size)) == ("pdf", "", 1600)


def test_a_word_file_has_no_picture(unit: Unit, me: User) -> None:
    made = make_evidence(files.word(), unit, me, name="总结.docx")
    assert (made.kind, made.is_ready, made.problem, made.thumbnail.name) == ("word", True, "", "")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(files.photo()[:-4000], "damaged", id="cut off"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(300), "damaged", id="no photo"),
        pytest.param(files.photo(kind="HEIF")[:900], "damaged", id="half a HEIC"),
        pytest.param(files.saved(Image.new("1", (29_000, 9_000)), "PNG"), "picture_huge", id="huge"),
        pytest.param(b"%PDF-1.7\nnothing", "damaged", id="no PDF"),
    ],
)
def test_what_cannot_be_opened(data: bytes, problem: str, unit: Unit, me: User) -> None:
    made = make_evidence(data, unit, me)
    assert (made.problem, made.is_ready, made.preview.name) == (problem, True, "")
    assert Job.objects.get().state == JobState.DONE


def test_an_original_that_has_gone(unit: Unit, me: User) -> None:
    made = make_evidence(files.photo(), unit, me, is_prepared=False)
    default_storage.delete(made.original.name or "")
    run_jobs(made)
    assert made.problem == "missing"


def test_copies_are_kept_once(unit: Unit, me: User) -> None:
    one, other = (make_evidence(files.photo(), unit, me) for _number in range(2))
    assert one.thumbnail.name == other.thumbnail.name
    assert Evidence.objects.count() == 2


def test_how_long_the_text_of_a_paper_is(unit: Unit, me: User) -> None:
    paper = docx(paragraph("一季度开展民主评议4次。") + paragraph("群众满意。"))
    assert make_evidence(paper, unit, me, name="报告.docx").characters == 17


def test_a_paper_without_a_text_has_no_length(unit: Unit, me: User) -> None:
    scanned = make_evidence(files.pdf(), unit, me, name="扫描件.pdf")
    assert (scanned.is_ready, scanned.problem, scanned.characters) == (True, "", None)
    assert scanned.preview
