"""Marks what looks like something that is there already: the same file, or nearly the same picture, anywhere."""

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Q, QuerySet

from wenming.rules.likeness import ALIKE, distance, searched
from wenming.work.models import Band, Evidence, Likeness, LikenessKind, Proof

MOST = 20  # marks for one piece: of a whole series the nearest say enough


def compare(found: Evidence, mirrored: str = "") -> int:
    """Mark what is like this piece; how many marks are new. Done twice it marks nothing twice.

    Pictures of one record look alike by right, for they show one occasion; only the same file is marked there.
    Seven queries at most, however much is there.
    """
    same = set(_same(found))
    looks = [look for look in (found.likeness, mirrored) if look]
    near = {pk: far for pk, far in _near(found, looks).items() if pk not in same}
    beside = _beside(found, near)
    nearest = sorted((far, pk) for pk, far in near.items() if pk not in beside)[:MOST]
    wanted = [_likeness(found.pk, pk, LikenessKind.SAME, 0) for pk in sorted(same)[:MOST]]
    wanted += [_likeness(found.pk, pk, LikenessKind.NEAR, far) for far, pk in nearest]
    return _add(wanted)


def _same(found: Evidence) -> Iterator[int]:
    if not found.sha256:
        return
    others = Evidence.objects.filter(sha256=found.sha256).exclude(pk=found.pk)
    yield from others.order_by("pk").values_list("pk", flat=True)[:MOST]


def _near(found: Evidence, looks: Iterable[str]) -> dict[int, int]:
    """The pictures that look alike, also in a mirror, each with the bits that differ; one query for each look."""
    near: dict[int, int] = {}
    for look in looks:
        bits = int(look, 16)
        for pk, other in _candidates(found, bits):
            far = distance(bits, int(other, 16))
            if far <= ALIKE:
                near[pk] = min(far, near.get(pk, far))
    return near


def _candidates(found: Evidence, bits: int) -> QuerySet[Evidence, tuple[int, str]]:
    """Pictures that have a part of their look in common: all that are alike, and some more."""
    parts = Q()
    for number, values in enumerate(searched(bits)):
        parts |= Q(number=number, value__in=values)
    others = Evidence.objects.filter(pk__in=Band.objects.filter(parts).values("evidence")).exclude(pk=found.pk)
    return others.order_by().values_list("pk", "likeness")


def _beside(found: Evidence, others: Iterable[int]) -> set[int]:
    """Those that prove a record which this one proves too."""
    records = Proof.objects.filter(evidence=found).values("record")
    return set(Proof.objects.filter(record__in=records, evidence__in=list(others)).values_list("evidence", flat=True))


def _likeness(one: int, other: int, kind: LikenessKind, far: int) -> Likeness:
    return Likeness(earlier_id=min(one, other), later_id=max(one, other), kind=kind, distance=far)


@transaction.atomic
def _add(wanted: list[Likeness]) -> int:
    """Those that are not marked yet; two that are compared with each other at once make one mark."""
    pairs = Q(pk__in=[])
    for one in wanted:
        pairs |= Q(earlier=one.earlier_id, later=one.later_id)
    known = set(Likeness.objects.filter(pairs).values_list("earlier", "later"))
    new = [one for one in wanted if (one.earlier_id, one.later_id) not in known]
    Likeness.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
