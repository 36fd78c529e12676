"""The list of records, and one record with its versions."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.places.reach import units_in
from wenming.web.paging import KeyPaginator
from wenming.work.evidence.queries import strip_of
from wenming.work.evidence.words import SUFFIXES
from wenming.work.models import Record, RecordState
from wenming.work.models.records import RecordQuerySet
from wenming.work.records import queries
from wenming.work.records.forms import LISTED, RETURN_REASONS, WITHDRAW_REASONS, ReasonForm
from wenming.work.records.outcomes import Produced, as_line
from wenming.work.records.proposing import Why
from wenming.work.records.reach import holds, record_seen_or_404
from wenming.work.records.states import Act, acts
from wenming.work.records.words import WHY_WORDS, long_words, shown_versions

PAGE = 50


@require_GET
@needs(Right.WORK_VIEW)
def record_list(request: HttpRequest) -> HttpResponse:
    """The records that the person sees, the last day first, as the address asks."""
    powers, asked = rights_for(request), queries.Asked.of(request.GET)
    page = _pages(queries.found(asked, powers)).get_page(request.GET.get("page"))
    records = list(page.object_list)
    counts = queries.evidence_counts(records)
    scope = powers.scope(Right.WORK_REVIEW)
    me = user_of(request)
    rows = [
        (one, counts.get(one.pk, 0), _is_to_look_at(one, me.pk) and scope.holds(area=one.unit.area_id))
        for one in records
    ]
    context = {
        "page": page,
        "rows": rows,
        "asked": asked,
        "looked_since": None if asked.older else queries.looked_at_since(asked),
        "is_cut": bool(asked.text) and page.paginator.count == queries.MOST,
        "kinds": queries.kinds_offered(),
        "states": RecordState.choices,
        "units": _units(request, asked),
        "may_review": any(is_open for _record, _count, is_open in rows),
    }
    return render(request, "work/records/list.html", context)


def _pages(found: RecordQuerySet) -> Paginator[Record]:
    return Paginator(found, PAGE) if found.query.is_sliced else KeyPaginator(found, PAGE)


def _is_to_look_at(record: Record, me: int) -> bool:
    return record.state == RecordState.RECORDED and me not in (record.made_by_id, record.changed_by_id)


def _units(request: HttpRequest, asked: queries.Asked) -> list[Unit]:
    """The units to choose from; where there are too many, only the chosen one."""
    units = list(units_in(rights_for(request).scope(Right.WORK_VIEW)).order_by("pk")[: LISTED * 5 + 1])
    if len(units) <= LISTED * 5:
        return units
    chosen = queries.unit_of(asked)
    return [chosen] if chosen else []


@require_GET
@needs(Right.WORK_VIEW)
def record_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One record: what was done, what it counts for, its evidence, its versions, and what one may do with it."""
    return show(request, record_seen_or_404(request, pk))


def show(
    request: HttpRequest, record: Record, *, returning: ReasonForm | None = None, withdrawing: ReasonForm | None = None
) -> HttpResponse:
    """The record's page; with a form that was sent and is not right, 422."""
    allowed, me = acts(record.state), user_of(request)
    may_record, may_review = holds(request, Right.WORK_RECORD, record), holds(request, Right.WORK_REVIEW, record)
    is_own = me.pk in (record.made_by_id, record.changed_by_id)
    versions = list(record.versions.select_related("made_by"))
    uses = list(queries.uses_shown(record))
    names = queries.activities(key for version in versions for key in version.content["uses"])
    initial = {"revision": record.revision}
    context = {
        "record": record,
        "long": long_words(record.minutes),
        "rows": strip_of(record) if holds(request, Right.WORK_VIEW, record) else [],
        "suffixes": SUFFIXES,
        "outputs": [as_line(Produced(one.count, one.word, one.name)) for one in record.outputs.all()],
        "with_units": list(record.with_units.all()),
        "roster": list(record.attendees.all()),
        "may_see_names": may_record or may_review,
        "uses": [(use, WHY_WORDS[Why(use.why)]) for use in uses],
        "versions": shown_versions(versions, names),
        "may_change": may_record and Act.CHANGE in allowed,
        "may_withdraw": may_record and Act.WITHDRAW in allowed,
        "may_return": may_review and Act.RETURN in allowed,
        "may_accept": may_review and Act.ACCEPT in allowed and not is_own,
        "is_own": is_own and may_review and Act.ACCEPT in allowed,
        "returning": returning or ReasonForm(None, reasons=RETURN_REASONS, initial=initial, auto_id="id_return_%s"),
        "withdrawing": withdrawing
        or ReasonForm(None, reasons=WITHDRAW_REASONS, initial=initial, auto_id="id_withdraw_%s"),
    }
    return render(request, "work/records/record.html", context, status=422 if returning or withdrawing else 200)
