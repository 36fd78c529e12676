"""Opening a filing round, closing it, opening it again."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.frameworks.models import ISSUED, SAID_LENGTH, Edition, Filing, Item, Want
from wenming.frameworks.rows import item_of
from wenming.rules.frameworks.model import Wanted

_TOLD = ("title", "first", "last", "due")


class NotIssued(ValueError):
    """A draft is not filed by."""


class NothingWanted(ValueError):
    """None of the standards wants any material."""


class FilingClosed(ValueError):
    """Nothing is handed in any more."""


class FilingOpen(ValueError):
    """It is not closed."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What is decided when a round opens: ``standards`` by their keys, None: all that want material."""

    title: str
    first: date
    last: date
    due: date
    pages_only: bool = False
    standards: Collection[int] | None = None


@action
def open_filing(*, edition: Edition, opening: Opening, by: User, at: datetime) -> Filing:
    """A round with a copy of what the standards want now. Raises NotIssued, NothingWanted."""
    kept = Edition.objects.select_for_update().get(pk=edition.pk)
    if kept.state not in ISSUED:
        raise NotIssued(_("这一版还是草稿，启用以后才能发起申报。"))
    filing = Filing.objects.create(
        edition=kept,
        title=opening.title,
        first=opening.first,
        last=opening.last,
        due=opening.due,
        pages_only=opening.pages_only,
        opened_by=by,
        opened_at=at,
    )
    wants = list(_wants(filing, opening.standards))
    if not wants:
        raise NothingWanted(_("选中的标准都没有写要什么材料，所以没有发起申报。"))
    Want.objects.bulk_create(wants, batch_size=500)
    record("frameworks.open_filing", filing, by=by, at=at, after=state_of(filing, *_TOLD) | {"count": len(wants)})
    return filing


def _wants(filing: Filing, standards: Collection[int] | None) -> Iterator[Want]:
    rows = Item.objects.filter(edition=filing.edition, is_standard=True).order_by("position")
    chosen = rows if standards is None else rows.filter(pk__in=standards)
    position = 0
    wanting = [(row, evidence) for row in chosen if (evidence := item_of(row).evidence)]
    for standard, (row, evidence) in enumerate(wanting, start=1):
        for number, one in enumerate(evidence, start=1):
            position += 1
            yield _want(filing, row, one, (position, standard, number))


def _want(filing: Filing, row: Item, one: Wanted, place: tuple[int, int, int]) -> Want:
    position, standard, number = place
    return Want(
        filing=filing,
        item=row,
        position=position,
        standard=standard,
        number=number,
        code=row.code,
        title=row.title,
        format=one.format[:SAID_LENGTH],
        what=one.what,
        max_words=one.max_words,
        count=one.count[:SAID_LENGTH],
        window=one.window[:SAID_LENGTH],
        by=one.by[:SAID_LENGTH],
    )


def locked_open(filing: int) -> Filing:
    """The round, for this action alone; raises FilingClosed."""
    kept = Filing.objects.select_for_update().get(pk=filing)
    if not kept.is_open:
        raise FilingClosed(_("这次申报已经结束，材料不能再改。"))
    return kept


@action
def close_filing(*, filing: Filing, by: User, at: datetime) -> None:
    """Nothing is handed in any more. Raises FilingClosed."""
    kept = locked_open(filing.pk)
    kept.closed_by, kept.closed_at = by, at
    kept.save(update_fields=["closed_by", "closed_at"])
    record("frameworks.close_filing", kept, by=by, at=at)


@action
def reopen_filing(*, filing: Filing, by: User, at: datetime) -> None:
    """It goes on. Raises FilingOpen."""
    kept = Filing.objects.select_for_update().get(pk=filing.pk)
    if kept.is_open:
        raise FilingOpen(_("这次申报还没有结束。"))
    kept.closed_by = kept.closed_at = None
    kept.save(update_fields=["closed_by", "closed_at"])
    record("frameworks.reopen_filing", kept, by=by, at=at)
