"""Adding what was not read: words selected in the document become a unit, a term or a measure."""

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wenming.accounts.access import needs, user_of
from wenming.accounts.rights import Right
from wenming.places import queries as places
from wenming.plans.actions import marking, outlining
from wenming.plans.models import PlanVersion, Step
from wenming.plans.review.answers import answer, refuse, show
from wenming.plans.review.forms import DutyForm, TermForm
from wenming.plans.review.views import version_for_review
from wenming.plans.review.words import CODE_WORDS, MEASURE, UNIT
from wenming.plans.texts import find_words, folded, without_noise
from wenming.reading.model import Role, TermKind
from wenming.reading.reading_json import value_json
from wenming.reading.terms import find_terms
from wenming.rules.matching import match
from wenming.web.numbers import whole

_LONGEST = 500  # characters of a unit or a term


@require_http_methods(["GET", "POST"])
@needs(Right.PLAN_REVIEW)
def add(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """``code`` is unit, measure or a term's kind; the place is ``start`` to ``end``, or ``words`` near ``near``."""
    version = version_for_review(request, pk)
    span = _span(request, version)
    if span is None or code not in CODE_WORDS:
        return refuse(request, version, _("请先在左边选中一段文字。"))
    if code != MEASURE and span[1] - span[0] > _LONGEST:
        return refuse(request, version, _("选中的文字太长了，请只选单位名称或表示要求的那几个字。"))
    try:
        return _measure(request, version, span) if code == MEASURE else _mark(request, version, code, span)
    except marking.NoMeasure:
        return refuse(request, version, _("这里还没有措施。请先选中这一条的文字，标为“措施”。"))
    except marking.BadSpan:
        return refuse(request, version, _("请先在左边选中一段文字。"))


def _span(request: HttpRequest, version: PlanVersion) -> tuple[int, int] | None:
    """The place selected, without blanks at its ends."""
    given = request.POST or request.GET
    start, end = whole(given.get("start", "")), whole(given.get("end", ""))
    if start is not None and end is not None:
        span: tuple[int, int] | None = (start, min(end, len(version.text)))
    else:
        near = whole(given.get("near", "")) or 0
        span = find_words(version.text, version.noise, given.get("words", ""), near)
    return _trimmed(version.text, *span) if span else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _measure(request: HttpRequest, version: PlanVersion, span: tuple[int, int]) -> HttpResponse:
    step = outlining.add_measure(version_id=version.pk, span=span, by=user_of(request), at=now())
    return answer(request, version, _key(step), [step])


def _key(step: Step) -> str:
    """The mark that the step added."""
    return next(f"{change['mark']}-{change['id']}" for change in step.changes if change["before"] is None)


def _mark(request: HttpRequest, version: PlanVersion, code: str, span: tuple[int, int]) -> HttpResponse:
    """The form for a new unit or term, filled with what the reader makes of the words; saved when posted."""
    form = _form(request, version, code, span)
    if request.method == "POST" and form.is_valid():
        step = _save(request, version, form)
        return answer(request, version, _key(step), [step])
    words = without_noise(version.text, version.noise, *span)
    context = {"form": form, "code": code, "word": CODE_WORDS[code], "words": words}
    return show(request, version, "add", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, version: PlanVersion, code: str, span: tuple[int, int]) -> DutyForm | TermForm:
    data = request.POST if request.method == "POST" else None
    place = {"start": span[0], "end": span[1]}
    if code == UNIT:
        return DutyForm(data, version=version, place=span, initial={"role": Role.RESPONSIBLE.value, **place})
    kind = TermKind(code)
    return TermForm(data, kind=kind, value=_guess(version, kind, span), version=version, place=span, initial=place)


def _guess(version: PlanVersion, kind: TermKind, span: tuple[int, int]) -> object:
    """The value that the reader finds in the words, where it finds one of the kind."""
    words = without_noise(version.text, version.noise, *span)
    return next((value_json(term.value) for term in find_terms(words) if term.kind is kind), None)


def _save(request: HttpRequest, version: PlanVersion, form: DutyForm | TermForm) -> Step:
    by, at = user_of(request), now()
    if isinstance(form, TermForm):
        kind = TermKind(form.cleaned_data["kind"])
        return marking.add_term(version_id=version.pk, span=form.span, kind=kind, value=form.value, by=by, at=at)
    name = folded(without_noise(version.text, version.noise, *form.span))
    found = match(name, places.directory())
    role = Role(form.cleaned_data["role"])
    return marking.add_duty(version_id=version.pk, span=form.span, role=role, found=found, by=by, at=at)
