"""Every write to evidence: taking it in, letting it prove a record, taking it away from one, judging a likeness."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.files import File
from django.db.models import Max
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.files.content import sha256_of
from wenming.files.keeping import keep
from wenming.files.naming import shown_name
from wenming.jobs import actions as jobs
from wenming.work.evidence.kinds import kind_of_file
from wenming.work.evidence.preparing import STAGES, prepare_evidence
from wenming.work.models import Evidence, EvidenceKind, Likeness, LikenessState, Proof, Record, RecordState, Use
from wenming.work.models.evidence import FOLDER
from wenming.work.verdicts.refreshing import refresh

JOB = "prepare_evidence"
_TOLD = ("kind", "unit", "file_name", "sha256", "size", "link")
_FIXED = (RecordState.ACCEPTED, RecordState.WITHDRAWN)  # what proves such a record stays with it


class KeyTaken(ValueError):
    """Under this key something else was added before, or by somebody else."""


class NotTheirs(ValueError):
    """The evidence is of a unit that the record is not of."""


class RecordClosed(ValueError):
    """The record takes no evidence any more, or gives none away."""


class AlreadyJudged(ValueError):
    """Somebody has looked at the likeness before."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody hands in: a file with its name, or a link, or words that say where it was published."""

    file: File[bytes] | None = None
    link: str = ""
    words: str = ""


@action
def add_evidence(*, key: UUID, unit_id: int, given: Given, proves: Record | None, by: User, at: datetime) -> Evidence:
    """Take in a piece of evidence, and let it prove the record; sent twice with one key it is one.

    The original is kept as it came. Raises Refused for a file that is none, KeyTaken, NotTheirs, RecordClosed.
    """
    # A second sending waits until the first is done, and finds it.
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    found = Evidence.objects.filter(key=key).first()
    if found is None:
        found = _added(key, unit_id, given, by, at)
    elif (found.unit_id, found.added_by_id) != (unit_id, by.pk):
        raise KeyTaken
    if proves is not None:
        attach(evidence=found, proves=proves, by=by, at=at)
    return found


def _added(key: UUID, unit_id: int, given: Given, by: User, at: datetime) -> Evidence:
    made = Evidence(key=key, unit_id=unit_id, link=given.link, words=given.words, added_by=by, added_at=at)
    if given.file is None:
        made.kind = EvidenceKind.LINK if given.link else EvidenceKind.PUBLICATION
        made.is_ready = True
    else:
        _keep(made, given.file)
    made.save()
    record("work.add_evidence", made, by=by, at=at, after=state_of(made, *_TOLD))
    if given.file is not None:
        prepare(evidence=made, by=by, at=at)
    return made


def _keep(made: Evidence, file: File[bytes]) -> None:
    made.kind = kind_of_file(file)
    made.file_name, made.size, made.sha256 = shown_name(file.name or ""), file.size, sha256_of(file)
    file.seek(0)
    made.original.name = keep(FOLDER, file, sha256=made.sha256)


@action
def prepare(*, evidence: Evidence, by: User, at: datetime) -> None:
    """Have its copies made (again), and have it compared with all that is there, in the background."""
    job = jobs.start(kind=JOB, total=len(STAGES), about={"evidence": evidence.pk}, by=by, at=at)
    jobs.run(prepare_evidence, job)


@action
def attach(*, evidence: Evidence, proves: Record, by: User, at: datetime) -> Proof:
    """Let the evidence prove the record, after what proves it already; done twice it is once.

    Raises NotTheirs, RecordClosed.
    """
    locked = _locked(proves)
    if evidence.unit_id not in _units(locked):
        raise NotTheirs(_("这份佐证材料是别的单位的，不能用在这条记录上。"))
    if locked.state == RecordState.WITHDRAWN:
        raise RecordClosed(_("这条记录已经撤回，不再收佐证材料。"))
    last = locked.proofs.aggregate(Max("position"))["position__max"] or 0
    proof, is_new = Proof.objects.get_or_create(record=locked, evidence=evidence, defaults={"position": last + 1})
    if is_new:
        _record("work.attach_evidence", locked, evidence, by, at)
    return proof


@action
def detach(*, evidence: Evidence, proves: Record, by: User, at: datetime) -> None:
    """The evidence proves the record no more; it stays where it is. Raises RecordClosed."""
    locked = _locked(proves)
    if locked.state in _FIXED:
        raise RecordClosed(_("这条记录已经认可或撤回，佐证材料不能再拿掉。"))
    deleted, _each = Proof.objects.filter(record=locked, evidence=evidence).delete()
    if deleted:
        _record("work.detach_evidence", locked, evidence, by, at)


def _locked(proves: Record) -> Record:
    return Record.objects.select_for_update(of=("self",)).get(pk=proves.pk)


def _units(one: Record) -> Collection[int]:
    """Whose record it is, and who took part."""
    return {one.unit_id, *one.with_units.values_list("pk", flat=True)}


def _record(verb: str, one: Record, evidence: Evidence, by: User, at: datetime) -> None:
    """Record it, let the stamped copy say what it proves now, and work out anew what the record counts for."""
    record(verb, one, by=by, at=at, after={"evidence": evidence.pk})
    if evidence.kind == EvidenceKind.PHOTO and evidence.is_ready:
        prepare(evidence=evidence, by=by, at=at)
    uses = Use.objects.filter(record=one).values_list("commitment", flat=True)
    refresh(commitments=sorted(uses), units=sorted(_units(one)), at=at)


@action
def judge_likeness(*, likeness: Likeness, state: LikenessState, words: str, by: User, at: datetime) -> Likeness:
    """Say what two pieces that look alike are: nothing to worry about, or one used again. Raises AlreadyJudged.

    Back to "not looked at" is always possible.
    """
    found = Likeness.objects.select_for_update(of=("self",)).get(pk=likeness.pk)
    if LikenessState.OPEN not in {found.state, state}:
        raise AlreadyJudged(_("已经有人看过这一对了。要改，请先点“重新看”。"))
    before = state_of(found, "state")
    is_open = state == LikenessState.OPEN
    found.state, found.words = state, "" if is_open else words
    found.looked_by, found.looked_at = (None, None) if is_open else (by, at)
    found.save(update_fields=["state", "words", "looked_by", "looked_at"])
    record(
        "work.judge_likeness",
        found,
        by=by,
        at=at,
        before=before,
        after=state_of(found, "state") | {"words": Typed(words)},
    )
    return found
