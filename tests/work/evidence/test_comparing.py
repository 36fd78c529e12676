"""What looks like something that is there already."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import ImageOps

from tests.plans.making import NOON, make_person, make_unit
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.rules.likeness import ALIKE, bands, distance, written
from wenming.work.evidence.comparing import MOST, compare
from wenming.work.models import Band, Evidence, EvidenceKind, Likeness, Record

pytestmark = pytest.mark.django_db


def make_look(unit: Unit, by: User, bits: int) -> Evidence:
    """A photo that looks like that, without being one."""
    made = Evidence.objects.create(
        unit=unit, kind=EvidenceKind.PHOTO, likeness=written(bits), added_by=by, added_at=NOON, is_ready=True
    )
    Band.objects.bulk_create(Band(evidence=made, number=n, value=value) for n, value in enumerate(bands(bits)))
    return made


def marked() -> set[tuple[int, int, str, int]]:
    return set(Likeness.objects.values_list("earlier", "later", "kind", "distance"))


def test_the_same_file_of_another_unit(unit: Unit, me: User) -> None:
    first = make_evidence(files.word(), unit, me, name="总结.docx")
    other = make_evidence(files.word(), make_unit("乙社区"), make_person("别人"), name="材料.docx")
    assert marked() == {(first.pk, other.pk, "same", 0)}


def test_the_same_photo_in_other_clothes(unit: Unit, me: User) -> None:
    picture = files.scene(1200, 900, 4)
    first = make_evidence(files.saved(picture, quality=92), unit, me)
    smaller = make_evidence(files.saved(picture.resize((600, 450)), quality=60), unit, me)
    assert [(one.earlier_id, one.later_id, one.kind) for one in Likeness.objects.all()] == [
        (first.pk, smaller.pk, "near")
    ]


def test_in_a_mirror(unit: Unit, me: User) -> None:
    picture = files.scene(1200, 900, 4)
    first = make_evidence(files.saved(picture), unit, me)
    turned = make_evidence(files.saved(ImageOps.mirror(picture)), unit, me)
    assert {(one, other) for one, other, _kind, _far in marked()} == {(first.pk, turned.pk)}


def test_other_photos(unit: Unit, me: User) -> None:
    for seed in range(1, 5):
        make_evidence(files.saved(files.scene(seed=seed)), unit, me)
    assert marked() == set()


def test_photos_of_one_record_are_alike_by_right(unit: Unit, me: User, record: Record) -> None:
    picture = files.scene(1200, 900, 4)
    make_evidence(files.saved(picture, quality=92), unit, me, proves=record)
    make_evidence(files.saved(picture, quality=60), unit, me, proves=record)
    assert marked() == set()
    make_evidence(files.saved(picture, quality=60), unit, me, proves=record)
    assert [kind for _one, _other, kind, _far in marked()] == ["same"]


def test_compared_twice_it_is_marked_once(unit: Unit, me: User) -> None:
    first, second = make_look(unit, me, 0), make_look(unit, me, 0b111)
    assert [compare(one) for one in (second, second, first)] == [1, 0, 0]
    assert marked() == {(first.pk, second.pk, "near", 3)}


def test_all_that_are_alike_are_found_and_no_others(unit: Unit, me: User) -> None:
    chance = random.Random(1)
    base = chance.getrandbits(64)
    changes = [sum(1 << place for place in chance.sample(range(64), count)) for count in range(16)]
    others = [make_look(unit, me, base ^ change) for change in changes]
    compare(make_look(unit, me, base))
    near = {one.pk for one in others if distance(int(one.likeness, 16), base) <= ALIKE}
    assert {earlier for earlier, _later, _kind, _far in marked()} == near
    assert len(near) == ALIKE + 1


def test_of_a_whole_series_the_nearest_are_marked(unit: Unit, me: User) -> None:
    for number in range(MOST + 15):
        make_look(unit, me, 0b11 if number < 15 else 0)
    assert compare(make_look(unit, me, 0)) == MOST
    assert {far for _one, _other, _kind, far in marked()} == {0}


@pytest.mark.parametrize("count", [5, 300])
def test_queries_do_not_grow(count: int, unit: Unit, me: User) -> None:
    chance = random.Random(2)
    for _number in range(count):
        make_look(unit, me, chance.getrandbits(64))
    make_look(unit, me, 0b1)
    last = make_look(unit, me, 0)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        compare(last, written(2**63))
    assert len(queries) <= 8


def test_the_parts_are_looked_up_in_an_index(unit: Unit, me: User) -> None:
    parts = Band.objects.filter(number=1, value__in=[1, 2, 3])
    if connection.vendor == "sqlite":
        assert "USING INDEX" in parts.explain() or "USING COVERING INDEX" in parts.explain()
    assert not parts.exists()
