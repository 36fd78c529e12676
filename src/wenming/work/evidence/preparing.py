"""In the background: read what a file says of itself, make its copies, and compare it with all that is there."""

import hashlib
from collections.abc import Iterable, Iterator

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.dateformat import format as date_words
from django_tasks import task

from wenming.files.content import Damaged
from wenming.files.keeping import keep
from wenming.jobs import actions as jobs
from wenming.reading.files.document import document_of
from wenming.reading.model import UnreadableDocument
from wenming.rules.filing.lengths import length
from wenming.rules.likeness import bands
from wenming.work.evidence import boxes
from wenming.work.evidence.comparing import compare
from wenming.work.evidence.opening import Copies, open_page, open_photo
from wenming.work.models import Band, Evidence, EvidenceKind
from wenming.work.models.evidence import COPIES

STAGES = ("open", "compare")
_COPIED = ("thumbnail", "preview", "stamped", "is_ready", "problem")
_SEEN = ("width", "height", "characters", "taken_on_file", "latitude", "longitude", "device", "likeness")


@task()
def prepare_evidence(job_id: int) -> None:
    """Do all of it for the evidence that the job is about; done twice, it leaves the same."""
    with jobs.work_on(job_id) as job:
        if job is not None:
            found = Evidence.objects.select_related("unit").get(pk=job.about["evidence"])
            jobs.step(job, stage="open", done=0)
            mirrored = _open(found)
            jobs.step(job, stage="compare", done=1)
            compare(found, mirrored)
            jobs.finish(job, at=timezone.now())


def _open(found: Evidence) -> str:
    """Fill in what the file says and shows; returns how it looks in a mirror, empty where it is no picture."""
    try:
        return _open_kind(found)
    except UnreadableDocument as error:
        _save(found, Copies(b"", b""), problem=error.code.removeprefix("file_"))
        return ""


def _open_kind(found: Evidence) -> str:
    match found.kind:
        case EvidenceKind.PHOTO:
            return _open_photo(found)
        case EvidenceKind.PDF:
            data = _content(found)
            found.characters = _characters(data, found.file_name)
            _save(found, open_page(data))
        case EvidenceKind.WORD:
            found.characters = _characters(_content(found), found.file_name)
            _save(found, Copies(b"", b""))
        case EvidenceKind.VIDEO:
            _read_film(found)
        case _:
            _save(found, Copies(b"", b""))
    return ""


def _open_photo(found: Evidence) -> str:
    zone = timezone.get_default_timezone()
    photo = open_photo(_content(found), lines=list(stamp_lines(found)), zone=zone)
    found.width, found.height, found.taken_on_file = photo.width, photo.height, photo.taken_at
    found.latitude, found.longitude, found.device = photo.latitude, photo.longitude, photo.device
    found.likeness = photo.look
    _save(found, photo.copies)
    return photo.mirrored


def _characters(data: bytes, name: str) -> int | None:
    """How long its text is; None where it has none that can be read, as a paper that was scanned."""
    try:
        return length(document_of(data, name=name).text) or None
    except UnreadableDocument:
        return None


def _read_film(found: Evidence) -> None:
    with _opened(found) as file:
        film = boxes.film(file, found.size)
    found.taken_on_file, found.latitude, found.longitude = film.taken_at, film.latitude, film.longitude
    _save(found, Copies(b"", b""))


def _content(found: Evidence) -> bytes:
    with _opened(found) as file:
        data: bytes = file.read()
    return data


def _opened(found: Evidence) -> File[bytes]:
    """The original; adding it again mends one that has gone or was damaged."""
    try:
        return default_storage.open(found.original.name or "")
    except FileNotFoundError as error:
        raise UnreadableDocument("file_missing") from error
    except Damaged as error:
        raise UnreadableDocument("file_broken") from error


@transaction.atomic
def _save(found: Evidence, copies: Copies, problem: str = "") -> None:
    """Keep the copies and what was read. The parts of its look are there for others from now on."""
    found.thumbnail.name, found.preview.name = _kept(copies.thumbnail), _kept(copies.preview)
    found.stamped.name = _kept(copies.stamped)
    found.is_ready, found.problem = True, problem
    found.save(update_fields=[*_COPIED, *_SEEN])
    Band.objects.filter(evidence=found).delete()
    values = bands(int(found.likeness, 16)) if found.likeness else ()
    Band.objects.bulk_create(Band(evidence=found, number=number, value=value) for number, value in enumerate(values))


def _kept(data: bytes) -> str:
    return keep(COPIES, ContentFile(data), sha256=hashlib.sha256(data).hexdigest()) if data else ""


def stamp_lines(found: Evidence) -> Iterator[str]:
    """What the stamped copy says: when, where and whose; and what it proves first, or is said to show."""
    proof = found.proofs.select_related("record").order_by("pk").first()
    first = proof.record if proof else None
    day = date_words(first.first, "Y年n月j日") if first else ""
    unit = found.unit.short
    yield _joined([day, first.place if first else "", unit])
    what = first.title if first else found.words
    if what:
        yield what


def _joined(words: Iterable[str]) -> str:
    return " · ".join(word for word in words if word)
