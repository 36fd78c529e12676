"""``python -m bench.pages_inside``: opens pages of the database that it has, one for each line it is given."""

import gc
import logging
import sys
import time
from collections.abc import Callable, Mapping
from itertools import cycle
from typing import TypeVar

import django

django.setup()

from django.db.models import Count, Exists, Model, OuterRef, QuerySet, Subquery  # noqa: E402 - Django is ready only now
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from wenming.accounts.models import Post, PostRole, User  # noqa: E402
from wenming.places.models import Unit  # noqa: E402
from wenming.plans.models import Measure, PlanVersion, VersionState  # noqa: E402
from wenming.work.models import Cell, Commitment, Objection, ObjectionKind, Record  # noqa: E402

Row = TypeVar("Row", bound=Model)
_REASON = "今年没有列入预算"
_SOUGHT = "宣传"  # what of the smaller county fills the first page, too
_RECORDS, _OBJECTIONS = 50, 20  # on the first page of a liaison's records, and of the objections
_WARM = 3  # times that a page is opened before it counts: templates are read, files are in memory


def pages() -> Mapping[str, Callable[[], object]]:
    """Each page by its name, opened by whoever it is for; things are those in the middle of their tables."""
    office, liaison = _client(PostRole.OFFICE), _client(PostRole.LIAISON)
    auditor = _client(PostRole.AUDIT)
    _fill_objections()
    version = PlanVersion.objects.filter(state=VersionState.IN_FORCE).order_by("-in_force_at", "-pk")[0]
    measure = _middle(Measure.objects.filter(commitments__isnull=False))
    cell = _middle(Cell.objects.exclude(unit=None).filter(is_current=True))
    record = _middle(Record.objects.all())
    commitment = _middle(Commitment.objects.filter(measure__version=version))
    chapters = Commitment.objects.filter(measure__version=version).values_list("chapter").annotate(Count("pk"))
    chapter = chapters.order_by("chapter")[0][0]
    return {
        "units": _get(office, "places:list"),
        "plans": _get(office, "plans:list"),
        "plan-table": _get(office, "plans:table", version.plan_id),
        "home-of-the-office": _get(office, "home"),
        "home-of-a-liaison": _get(liaison, "home"),
        "board": _get(office, "work:board"),
        "board-of-a-chapter": _get(office, "work:board", chapter=chapter),
        "progress": _get(office, "work:progress", version.plan_id),
        "unit": _get(office, "work:unit", cell.unit_id),
        "measure": _get(office, "work:measure", measure.pk),
        "why": _get(office, "work:why", cell.commitment_id, cell.unit_id),
        "records": _get(office, "work:records"),
        "records-of-a-liaison": _get(liaison, "work:records"),
        "records-searched": _get(office, "work:records", q=_SOUGHT),
        "records-last-page": _get(office, "work:records", page="9999"),
        "record": _get(office, "work:record", record.pk),
        "record-form": _get(liaison, "work:new_record"),
        "evidence": _get(office, "work:evidence"),
        "likenesses": _get(office, "work:likenesses"),
        "commitments": _get(office, "work:commitments", version.plan_id),
        "commitment": _get(office, "work:edit_commitment", commitment.pk),
        "objections": _get(office, "work:objections"),
        "days": _get(office, "work:days"),
        "log": _get(auditor, "audit:list"),
        "search": _get(office, "search", q=_SOUGHT),
        "search-for-nothing": _get(office, "search", q="无此字样"),
    }


def _client(role: PostRole) -> Client:
    """Signed in as somebody of that role, who is made where there is none; of a unit that recorded most."""
    posts = Post.objects.filter(role=role).select_related("user")
    most = Record.objects.filter(unit=OuterRef("unit")).order_by().values("unit").values(number=Count("pk"))
    post = posts.order_by(Subquery(most).desc(nulls_last=True), "pk").first()
    if post and post.unit:
        _fill_a_page(post.unit)
    client = Client(HTTP_HOST="localhost", headers={"accept-language": "zh-hans"})
    client.force_login(post.user if post else _somebody(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _fill_a_page(unit: Unit) -> None:
    """Give the unit records of others until its first page is full: half a page of rows takes half the time."""
    missing = _RECORDS - Record.objects.filter(unit=unit).count()
    others = Record.objects.exclude(unit=unit).order_by("-pk").values_list("pk", flat=True)[: max(missing, 0)]
    Record.objects.filter(pk__in=list(others)).update(unit=unit)


def _fill_objections() -> None:
    """Have units object, and wait for an answer, until the first page is full of such."""
    clerk = User.objects.order_by("pk")[0]
    missing = _OBJECTIONS - Objection.objects.filter(decided_at=None).count()
    objected = Objection.objects.filter(commitment=OuterRef("commitment"), unit=OuterRef("unit"))
    cells = Cell.objects.filter(~Exists(objected), is_current=True).exclude(unit=None)
    kinds, said = cycle(ObjectionKind.values), {"reason": _REASON, "made_by": clerk, "made_at": timezone.now()}
    asked = cells.values("commitment_id", "unit_id").order_by("commitment_id", "unit_id").distinct()
    Objection.objects.bulk_create(
        Objection(kind=kind, **one, **said) for one, kind in zip(asked[: max(missing, 0)], kinds, strict=False)
    )


def _somebody(role: PostRole) -> User:
    user = User.objects.create(username=f"bench-{role.value}")
    Post.objects.create(user=user, role=role, since="2020-01-01")
    return user


def _middle(rows: QuerySet[Row]) -> Row:
    keys = list(rows.order_by("pk").values_list("pk", flat=True).distinct())
    return rows.distinct().get(pk=keys[len(keys) // 2])  # a join may give a row twice


def _get(client: Client, name: str, *numbers: object, **query: str) -> Callable[[], object]:
    address = reverse(name, args=numbers)

    def opened() -> int:
        answer = client.get(address, query)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answers {answer.status_code}")
        return len(answer.content)

    return opened


def main() -> None:
    """Answer each line: with the names of the pages, or with the seconds of the processor that one takes."""
    logging.disable(logging.CRITICAL)
    named = pages()
    for opened in named.values():
        for _ in range(_WARM):
            opened()
    gc.freeze()
    for line in sys.stdin:
        name = line.strip()
        print(" ".join(named) if name == "pages" else _seconds(named[name]), flush=True)


def _seconds(opened: Callable[[], object]) -> float:
    gc.collect()
    before = time.process_time()
    opened()
    return time.process_time() - before


if __name__ == "__main__":
    main()
