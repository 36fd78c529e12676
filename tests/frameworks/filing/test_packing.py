"""The pack: in order, clean, complete, and twice the same."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import IO
from zipfile import ZipFile

import docx
import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from tests.frameworks.filing.making import OPENING, REPORT, make_filing, make_piece, want
from tests.frameworks.making import PACK, make_edition
from tests.plans.making import NOON, make_person, make_unit
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence
from tests.work.making import make_record
from wenming.accounts.models import User
from wenming.frameworks.actions import filing_pieces as pieces
from wenming.frameworks.actions.filing_pieces import Content, judge_piece
from wenming.frameworks.actions.filing_proofs import mark_proving
from wenming.frameworks.filing import packing
from wenming.frameworks.models import Filing, PieceState
from wenming.jobs import actions as jobs
from wenming.jobs.models import Job, JobState

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def filing(office: User) -> Filing:
    """A round with a report, a record with two photos, a photo that was returned, and a link."""
    filing, unit = make_filing(office), make_unit()
    report = make_piece(want(filing), office)
    mark_proving(piece=report, words="覆盖率98.5%", page=None, by=office, at=NOON)
    record = make_record(unit)
    for seed in (1, 2):
        make_evidence(files.photo(files.scene(seed=seed)), unit, office, proves=record, is_prepared=False)
    make_piece(want(filing, 2), office, Content("辅导室/照片", record=record, first=NOON.date()))
    back = make_evidence(files.photo(files.scene(seed=3)), unit, office, is_prepared=False)
    returned = make_piece(want(filing, 2), office, Content("退回的", evidence=back))
    judge_piece(piece=returned, state=PieceState.RETURNED, reason="模糊", by=office, at=NOON)
    make_piece(want(filing, 2), office, Content("报道", link="https://example.com/", first=NOON.date()))
    return filing


def written(filing: Filing) -> bytes:
    """The pack as bytes."""
    file = BytesIO()
    assert packing.write_pack(filing, file) == []
    return file.getvalue()


def test_files_stand_in_the_framework_s_order_under_its_codes(filing: Filing) -> None:
    place = "001 Ⅰ-2-1 学校有心理辅导室"
    assert ZipFile(BytesIO(written(filing))).namelist() == [
        f"{place}/Ⅰ-2-1-1)-① 心理辅导室建设情况.docx",
        f"{place}/Ⅰ-2-1-2)-① 辅导室 照片.jpg",
        f"{place}/Ⅰ-2-1-2)-② 辅导室 照片.jpg",
        f"{place}/Ⅰ-2-1-2)-③ 报道.txt",
        packing.CHECKLIST,
        packing.INDEX,
    ]


def test_originals_are_as_they_came_and_reports_are_word_files(filing: Filing) -> None:
    pack = ZipFile(BytesIO(written(filing)))
    report, first, _second, link, _list, index = (pack.read(name) for name in pack.namelist())
    assert first == files.photo(files.scene(seed=1))
    document = docx.Document(BytesIO(report))
    assert REPORT in [one.text for one in document.paragraphs]
    assert [run.text for one in document.paragraphs for run in one.runs if run.font.underline] == ["覆盖率98.5%"]
    assert "https://example.com/" in link.decode("utf-8-sig")
    told = index.decode("utf-8-sig")
    assert "印证 覆盖率98.5%" in told
    assert "退回的" not in told


def test_the_same_round_makes_the_same_bytes(filing: Filing) -> None:
    one, other = (hashlib.sha256(written(filing)).hexdigest() for _twice in range(2))
    assert one == other


def test_of_papers_only_the_first_and_the_last_page_go_out_where_that_is_asked(office: User) -> None:
    edition = make_edition(office, is_draft=False, text=PACK.replace("说明报告", "规范文件"))
    filing = make_filing(office, edition, replace(OPENING, pages_only=True))
    pages = [Image.new("RGB", (210, 297), shade) for shade in ("red", "white", "blue")]
    file = BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:])
    paper = make_evidence(file.getvalue(), make_unit(), office, name="文件.pdf", is_prepared=False)
    make_piece(want(filing), office, Content("实施方案", evidence=paper))
    pack = ZipFile(BytesIO(written(filing)))
    shown = [Image.open(BytesIO(pack.read(name))) for name in pack.namelist()[:2]]
    assert [name.rpartition(" ")[2] for name in pack.namelist()[:2]] == ["红头页.jpg", "盖章页.jpg"]
    red, blue = (picture.convert("RGB").getpixel((20, 20)) for picture in shown)
    assert red[0] > 200 > red[2]  # type: ignore[index]
    assert blue[2] > 200 > blue[0]  # type: ignore[index]
    Filing.objects.update(pages_only=False)
    assert ZipFile(BytesIO(written(Filing.objects.get()))).namelist()[0].endswith("实施方案.pdf")


def test_a_job_makes_it_and_what_is_gone_is_told(office: User, filing: Filing) -> None:
    job = packing.start_pack(filing=filing, by=office, at=NOON)
    with pytest.raises(packing.StillPacking):
        packing.start_pack(filing=filing, by=office, at=NOON)
    default_storage.delete(filing.wants.get(position=2).pieces.get(line=1).record.evidence.first().original.name)  # type: ignore[union-attr,arg-type]
    packing.pack_filing.call(job.pk)
    job.refresh_from_db()
    filing.refresh_from_db()
    assert (job.state, job.code) == (JobState.DONE, "files_missing")
    assert "辅导室 照片.jpg" in job.about["lost"]
    with default_storage.open(filing.pack.name) as kept:  # type: ignore[arg-type]
        assert hashlib.sha256(kept.read()).hexdigest() in str(filing.pack.name)
    assert (filing.packed_by, packing.is_stale(filing)) == (office, False)


def test_what_is_cancelled_leaves_the_pack_that_was_there(office: User, filing: Filing) -> None:
    job = packing.start_pack(filing=filing, by=office, at=NOON)
    jobs.ask_cancel(job, by=office, at=NOON, of=filing)
    packing.pack_filing.call(job.pk)
    job.refresh_from_db()
    filing.refresh_from_db()
    assert (job.state, filing.pack.name) == (JobState.CANCELLED, "")


def test_a_pack_is_stale_once_something_changed(office: User, filing: Filing) -> None:
    assert not packing.is_stale(filing)
    filing.packed_by, filing.packed_at = office, NOON.replace(year=2025)
    assert packing.is_stale(filing)


@pytest.mark.parametrize("what", ["put back", "no more returned", "dated", "marked", "accepted with others"])
def test_what_bears_no_moment_of_its_own_makes_it_stale_as_well(office: User, what: str) -> None:
    filing, other = make_filing(office), make_filing(office, opening=replace(OPENING, title="另一次"))
    piece = make_piece(want(filing), office)
    if what == "put back":
        pieces.take_away(piece=piece, by=office, at=NOON)
    elif what == "no more returned":
        judge_piece(piece=piece, state=PieceState.RETURNED, reason="模糊", by=office, at=NOON)
    for one in (filing, other):
        one.packed_by, one.packed_at = office, NOON
    assert not packing.is_stale(filing)
    later = NOON + timedelta(minutes=1)
    acts: dict[str, Callable[[], object]] = {
        "put back": lambda: pieces.put_back(piece=piece, by=office, at=later),
        "no more returned": lambda: judge_piece(piece=piece, state=PieceState.OPEN, reason="", by=office, at=later),
        "dated": lambda: pieces.date_piece(piece=piece, first=NOON.date(), last=NOON.date(), by=office, at=later),
        "marked": lambda: mark_proving(piece=piece, words="98.5%", page=None, by=office, at=later),
        "accepted with others": lambda: pieces.accept_pieces(filing=filing, pieces=[piece.pk], by=office, at=later),
    }
    acts[what]()
    assert (packing.is_stale(filing), packing.is_stale(other)) == (True, False)


def test_what_changes_while_it_is_made_is_not_in_it(
    office: User, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written_slowly(slow: Filing, file: IO[bytes], job: Job | None = None) -> list[str]:
        lost = write(slow, file, job)
        link = Content("晚到的", link="https://example.com/late", first=NOON.date())
        pieces.add_piece(want=want(slow, 2), content=link, by=office, at=timezone.now())
        return lost

    write = packing.write_pack
    monkeypatch.setattr(packing, "write_pack", written_slowly)
    packing.pack_filing.call(packing.start_pack(filing=filing, by=office, at=NOON).pk)
    filing.refresh_from_db()
    assert packing.is_stale(filing)


def test_a_photo_that_few_programs_open_has_a_copy_beside_it(office: User) -> None:
    filing, original = make_filing(office), files.photo(kind="HEIF")
    photo = make_evidence(original, make_unit(), office, name="IMG_1.HEIC", is_prepared=False)
    make_piece(want(filing, 2), office, Content("照片", evidence=photo))
    pack = ZipFile(BytesIO(written(filing)))
    first, second = pack.namelist()[:2]
    assert (first.rpartition(".")[2], second.rpartition(".")[2]) == ("heic", "jpg")
    assert pack.read(first) == original
    copy = Image.open(BytesIO(pack.read(second)))
    assert (copy.format, copy.size, dict(copy.getexif())) == ("JPEG", (640, 480), {})
