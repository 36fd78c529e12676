"""Taking evidence in, letting it prove records, judging likenesses."""

from uuid import UUID, uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.plans.making import NOON, make_person, make_unit
from tests.work.evidence import files
from tests.work.evidence.making import given, make_evidence
from tests.work.making import make_record
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.jobs.models import Job
from wenming.places.models import Unit
from wenming.work.evidence.actions import (
    AlreadyJudged,
    Given,
    KeyTaken,
    NotTheirs,
    RecordClosed,
    add_evidence,
    attach,
    detach,
    judge_likeness,
)
from wenming.work.evidence.kinds import Refused
from wenming.work.models import Evidence, EvidenceKind, Likeness, LikenessState, Proof, Record, RecordState

pytestmark = pytest.mark.django_db

KEY = UUID(int=7)
PHOTO = files.photo()


def add(unit: Unit, by: User, what: Given | None = None, *, key: UUID = KEY, proves: Record | None = None) -> Evidence:
    return add_evidence(key=key, unit_id=unit.pk, given=what or given(PHOTO), proves=proves, by=by, at=NOON)


def verbs() -> list[str]:
    return list(Event.objects.order_by("number").values_list("verb", flat=True))


def test_a_photo(unit: Unit, me: User, record: Record) -> None:
    made = add(unit, me, given(PHOTO, "a/b\\会议.jpg"), proves=record)
    assert (made.kind, made.file_name, made.size, made.is_ready) == ("photo", "会议.jpg", len(PHOTO), False)
    with default_storage.open(made.original.name or "") as file:
        assert file.read() == PHOTO
    assert list(record.evidence.all()) == [made]
    assert verbs() == ["work.add_evidence", "work.attach_evidence"]
    assert Job.objects.get().about == {"evidence": made.pk}


def test_sent_twice_it_is_one(unit: Unit, me: User, record: Record) -> None:
    first = add(unit, me)
    assert add(unit, me, proves=record) == first
    assert add(unit, me, proves=record) == first
    assert (Evidence.objects.count(), Proof.objects.count(), Job.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("who", ["another person", "another unit"])
def test_a_key_is_of_one(unit: Unit, me: User, who: str) -> None:
    add(unit, me)
    with pytest.raises(KeyTaken):
        add(unit if who == "another person" else make_unit("乙社区"), make_person("别人") if "person" in who else me)


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        (Given(link="https://example.com/a", words="县报网页"), EvidenceKind.LINK),
        (Given(words="《青禾日报》2026年3月6日第2版"), EvidenceKind.PUBLICATION),
    ],
)
def test_without_a_file(unit: Unit, me: User, what: Given, kind: EvidenceKind) -> None:
    made = add(unit, me, what)
    assert (made.kind, made.is_ready, made.sha256, Job.objects.count()) == (kind, True, "", 0)


def test_what_is_refused_leaves_nothing(unit: Unit, me: User, record: Record) -> None:
    with pytest.raises(Refused, match="page"):
        add(unit, me, given(b"<svg></svg>", "照片.jpg"), proves=record)
    assert (Evidence.objects.count(), verbs(), Job.objects.count()) == (0, [], 0)


def test_one_piece_proves_several_records(unit: Unit, me: User, record: Record) -> None:
    made, other = add(unit, me, proves=record), make_record(unit, me, title="另一次")
    attach(evidence=made, proves=other, by=me, at=NOON)
    assert [proof.position for proof in Proof.objects.all()] == [1, 1]
    second = add(unit, me, key=uuid4(), proves=record)
    assert [one.pk for one in record.evidence.order_by("proofs__position")] == [made.pk, second.pk]


def test_a_unit_that_took_part_may_prove_it(me: User, record: Record) -> None:
    partner = make_unit("乙社区")
    with pytest.raises(NotTheirs):
        add(partner, me, proves=record)
    record.with_units.add(partner)
    assert add(partner, me, proves=record).unit == partner


def test_a_record_that_was_withdrawn_takes_none(unit: Unit, me: User, record: Record) -> None:
    Record.objects.update(state=RecordState.WITHDRAWN, withdrawn_by=me, withdrawn_at=NOON)
    with pytest.raises(RecordClosed):
        add(unit, me, proves=record)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("state", [RecordState.RECORDED, RecordState.RETURNED])
def test_taking_away(unit: Unit, me: User, record: Record, state: RecordState) -> None:
    made = add(unit, me, proves=record)
    Record.objects.update(state=state)
    detach(evidence=made, proves=record, by=me, at=NOON)
    detach(evidence=made, proves=record, by=me, at=NOON)
    assert (record.evidence.count(), Evidence.objects.count()) == (0, 1)
    assert verbs().count("work.detach_evidence") == 1


def test_what_was_accepted_keeps_its_proof(unit: Unit, me: User, record: Record) -> None:
    made = add(unit, me, proves=record)
    Record.objects.update(state=RecordState.ACCEPTED)
    with pytest.raises(RecordClosed):
        detach(evidence=made, proves=record, by=me, at=NOON)


def test_judging(unit: Unit, me: User, office: User) -> None:
    make_evidence(PHOTO, unit, me)
    make_evidence(PHOTO, unit, me)
    found = Likeness.objects.get()

    def judge(state: LikenessState, words: str = "") -> Likeness:
        return judge_likeness(likeness=found, state=state, words=words, by=office, at=NOON)

    reused = judge(LikenessState.REUSED, "两次会议用了同一张")
    assert (reused.state, reused.looked_by, reused.looked_at) == ("reused", office, NOON)
    with pytest.raises(AlreadyJudged):
        judge(LikenessState.FINE)
    again = judge(LikenessState.OPEN)
    assert (again.state, again.words, again.looked_by) == ("open", "", None)
    event = Event.objects.latest("number")
    assert (event.verb, event.before, event.after) == ("work.judge_likeness", {"state": "reused"}, {"state": "open"})


def test_a_file_is_read_from_its_beginning(unit: Unit, me: User) -> None:
    file = ContentFile(PHOTO, name="照片.jpg")
    file.read(100)
    made = add(unit, me, Given(file))
    with default_storage.open(made.original.name or "") as kept:
        assert kept.read() == PHOTO
