"""In the background: the pack of a round as one ZIP, in the framework's order; the same round makes the same bytes."""

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.audit.recording import action, record
from wenming.files.content import Damaged, chunks_of
from wenming.files.keeping import forget_later, keep
from wenming.frameworks.filing import standings
from wenming.frameworks.filing.answering import answering
from wenming.frameworks.filing.checklist import checklist
from wenming.frameworks.filing.contents import Entry, entries_of
from wenming.frameworks.filing.reach import Sight
from wenming.frameworks.filing.report_paper import write_report
from wenming.frameworks.filing.standings import Line
from wenming.frameworks.models import Filing, Piece
from wenming.frameworks.models.filings import PACKS
from wenming.jobs import actions as jobs
from wenming.jobs.models import Job
from wenming.reading.model import UnreadableDocument
from wenming.rules.filing.naming import safe
from wenming.work.evidence.opening import open_ends, open_plain
from wenming.work.models import Evidence

KIND = "pack_filing"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip entry can bear
# What changes a pack, as the log tells it: what is put back, dated anew or marked bears no moment of its own.
_TOGETHER = "frameworks.accept_pieces"  # is told of the round, all others of a piece
_CHANGING = (
    _TOGETHER,
    "frameworks.add_piece",
    "frameworks.replace_piece",
    "frameworks.take_piece_away",
    "frameworks.put_piece_back",
    "frameworks.date_piece",
    "frameworks.judge_piece",
    "frameworks.mark_proving",
    "frameworks.unmark_proving",
    "frameworks.source_figures",
)
CHECKLIST, INDEX = "00 材料清单.xlsx", "00 目录.txt"


class StillPacking(ValueError):
    """A pack is being made."""


@action
def start_pack(*, filing: Filing, by: User, at: datetime) -> Job:
    """Have the pack made in the background. Raises StillPacking."""
    kept = Filing.objects.select_for_update().get(pk=filing.pk)
    if kept.job and not kept.job.is_over:
        raise StillPacking(_("材料包正在打，请等它完成，或者先取消。"))
    kept.job = jobs.start(kind=KIND, total=kept.wants.count() + 1, about={"filing": kept.pk}, by=by, at=at)
    kept.save(update_fields=["job"])
    jobs.run(pack_filing, kept.job)
    record("frameworks.pack_filing", kept, by=by, at=at)
    return kept.job


@task()
def pack_filing(job_id: int) -> None:
    """Make the pack that the job is about; done twice, it leaves the same."""
    with jobs.work_on(job_id) as job:
        if job is not None:
            filing = Filing.objects.select_related("edition__framework").get(pk=job.about["filing"])
            at = timezone.now()  # what changes while the files are written is not in the pack
            with tempfile.TemporaryFile() as file, translation.override("zh-hans"):
                lost = write_pack(filing, file, job)
                _keep(filing, file, job, at)
            code = "files_missing" if lost else ""
            jobs.finish(job, at=timezone.now(), code=code, about={"lost": "；".join(lost[:20])})


@transaction.atomic
def _keep(filing: Filing, file: IO[bytes], job: Job, at: datetime) -> None:
    """The pack, which shows how the round stood at that moment, stands in the place of the last one."""
    file.seek(0)
    digest = hashlib.sha256()
    for chunk in chunks_of(file):
        digest.update(chunk)
    file.seek(0)
    kept = Filing.objects.select_for_update().get(pk=filing.pk)
    old = kept.pack.name or ""
    kept.pack.name = keep(PACKS, File(file), sha256=digest.hexdigest())
    kept.packed_by_id, kept.packed_at = job.asked_by_id, at
    kept.save(update_fields=["pack", "packed_by", "packed_at"])
    if old and old != kept.pack.name:
        forget_later(old)


def write_pack(filing: Filing, file: IO[bytes], job: Job | None = None) -> list[str]:
    """Write the whole pack; the names of what could not be read. Raises Cancelled between two files."""
    lines = standings.lines_of(filing, everything(filing))
    entries = entries_of(lines, pages_only=filing.pages_only)
    lost: list[str] = []
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as pack:
        for done, entry in enumerate(entries):
            if job is not None:
                jobs.step(job, stage="files", done=done, total=len(entries) + 1)
            if not _write(pack, entry, filing):
                lost.append(entry.name)
        if job is not None:
            jobs.step(job, stage="checklist", done=len(entries), total=len(entries) + 1)
        title = _("%(filing)s 材料清单") % {"filing": filing.title}
        _put(pack, CHECKLIST, checklist(filing, lines, title=title))
        _put(pack, INDEX, index(filing, lines, entries, lost).encode("utf-8-sig"))
    return lost


def everything(filing: Filing) -> Sight:
    """The sight of the office, for the worker."""
    return Sight(answering(filing), None, None, is_office=True)


def _write(pack: ZipFile, entry: Entry, filing: Filing) -> bool:
    """One file of the pack; whether its original could be read."""
    try:
        if entry.is_report:
            _put(pack, entry.name, report_of(entry.piece, filing))
        elif entry.evidence is None or not entry.evidence.original:
            _put(pack, entry.name, _note(entry).encode("utf-8-sig"))
        elif entry.page:
            _put_page(pack, entry)
        else:
            _copy(pack, entry.name, entry.evidence)
    except (FileNotFoundError, Damaged, UnreadableDocument):
        return False
    return True


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _EARLIEST)
    info.compress_type, info.create_system = ZIP_DEFLATED, 3
    info.external_attr = 0o644 << 16
    return info


def _put(pack: ZipFile, name: str, data: bytes) -> None:
    pack.writestr(_info(name), data, compresslevel=6)


def _copy(pack: ZipFile, name: str, evidence: Evidence) -> None:
    """The original as it came, whole or not at all: the copy with words below it never goes out."""
    with default_storage.open(evidence.original.name or "") as source, pack.open(_info(name), "w") as target:
        for chunk in chunks_of(source):
            target.write(chunk)


def _put_page(pack: ZipFile, entry: Entry) -> None:
    """The page with the red head, or the last, with the seal, which may be one; or a photo as JPEG."""
    evidence = entry.evidence
    if evidence is None:
        return
    with default_storage.open(evidence.original.name or "") as source:
        data = source.read()
    if entry.page == "copy":
        _put(pack, entry.name, open_plain(data))
    else:
        pages = open_ends(data)
        _put(pack, entry.name, pages[0] if entry.page == "head" else pages[-1])


def report_of(piece: Piece, filing: Filing) -> bytes:
    """A report that was written here, as a Word file."""
    return write_report(
        piece.title,
        piece.text,
        whose=piece.unit.name if piece.unit else "",
        proving=[one.words for one in piece.provings.all()],
        sources=dict(piece.sources.values_list("figure", "source")),
        made_on=filing.due,
    )


def _note(entry: Entry) -> str:
    """What has no file: where it is to be seen."""
    piece, evidence = entry.piece, entry.evidence
    lines = [piece.title, piece.link or (evidence.link or evidence.words if evidence else "")]
    return "\r\n".join(filter(None, [*lines, piece.first.isoformat() if piece.first else ""])) + "\r\n"


def index(filing: Filing, lines: Sequence[Line], entries: Sequence[Entry], lost: Sequence[str]) -> str:
    """The list of contents: every file under its standard, with what proves it and where."""
    rows = [filing.title, str(filing.edition), f"{filing.first.isoformat()} — {filing.last.isoformat()}", ""]
    for line in lines:
        want = line.want
        rows.append(safe(f"{want.code} {want.number}) {want.what or want.format or want.title}", longest=200))
        rows.extend(_index_rows(line, entries, lost))
    return "\r\n".join(rows) + "\r\n"


def _index_rows(line: Line, entries: Sequence[Entry], lost: Sequence[str]) -> Iterator[str]:
    own = {one.pk for one in line.pieces}
    for entry in entries:
        if entry.piece.pk in own:
            yield f"    {entry.name}" + (_("（原件读不出来，没有放进去）") if entry.name in lost else "")
            for proving in entry.piece.provings.all():
                page = _("第 %(page)d 页：") % {"page": proving.page} if proving.page else ""
                yield f"        {_('印证')} {page}{' '.join(proving.words.split())}"
    if not own:
        yield "    " + _("（没有材料）")


def is_stale(filing: Filing) -> bool:
    """Whether something changed since the pack was made."""
    if filing.packed_at is None:
        return False
    later = Event.objects.filter(verb__in=_CHANGING, at__gt=filing.packed_at)
    if later.filter(verb=_TOGETHER, thing_id=str(filing.pk)).exists():
        return True
    keys = {int(key) for key in later.exclude(verb=_TOGETHER).values_list("thing_id", flat=True)}
    return bool(keys) and Piece.objects.filter(want__filing=filing, pk__in=keys).exists()
