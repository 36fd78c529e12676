"""What one does with one mark: each act is a form of the panel; its answer is the panel and what it touched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wenming.accounts.access import needs, user_of
from wenming.accounts.models import User
from wenming.accounts.rights import Right
from wenming.places import queries as places
from wenming.places.actions import NameTaken
from wenming.places.models import Unit, UnitClass, UnitKind
from wenming.plans.actions import marking, matching, outlining, steps, suggesting
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Duty, Measure, PlanVersion, Step, Term
from wenming.plans.review.answers import answer, conflict, page_of, refuse, show_panel
from wenming.plans.review.forms import DutyForm, MeasureForm, NewClassForm, NewUnitForm, TermForm
from wenming.plans.review.panel import Panel
from wenming.plans.review.views import panel_for, version_for_review
from wenming.reading.model import Role, TermKind
from wenming.web.numbers import whole


@dataclass(frozen=True)
class Asked:
    """One act asked for: on which mark of which version, as it was seen, with what was filled in."""

    request: HttpRequest
    version: PlanVersion
    key: str
    seen: Seen
    by: User


@require_POST
@needs(Right.PLAN_REVIEW)
def act(request: HttpRequest, pk: int, key: str, verb: str) -> HttpResponse:
    """Do ``verb`` with the mark ``key``."""
    do, kinds = _VERBS.get(verb, (_correct, frozenset()))
    if key.partition("-")[0] not in kinds:
        raise Http404
    version = version_for_review(request, pk)
    asked = Asked(request, version, key, _seen(request, key), user_of(request))
    try:
        done = do(asked)
    except steps.Stale as error:
        return conflict(request, version, key, verb, error.mark)
    except (ObjectDoesNotExist, steps.NotOpen) as error:
        raise Http404 from error
    except outlining.NoNext:
        return refuse(request, version, _("后面没有措施可以并进来了。"))
    except NameTaken as error:
        return refuse(request, version, str(error))
    except marking.NoMeasure:
        return refuse(request, version, _("这里还没有措施。请先选中这一条的文字，标为“措施”。"))
    except marking.BadSpan:
        return refuse(request, version, _("选中的文字太长了，请只选单位名称或表示要求的那几个字。"))
    return done if isinstance(done, HttpResponse) else answer(request, version, key, [done])


def _seen(request: HttpRequest, key: str) -> Seen:
    kind, _dash, number = key.partition("-")
    pk = whole(number)
    if pk is None:
        raise Http404
    return Seen(kind, pk, whole(request.POST.get("revision", "")))


def _panel(asked: Asked) -> Panel:
    """The panel of the mark as it stands now."""
    return panel_for(asked.version, asked.key)


def _correct(asked: Asked) -> Step | HttpResponse:
    """Save the fields of the panel; unchanged fields confirm the mark."""
    mark = _panel(asked).mark
    if isinstance(mark, Duty):
        return _correct_duty(asked, mark)
    if isinstance(mark, Term):
        return _correct_term(asked, mark)
    if isinstance(mark, Measure):
        return _correct_measure(asked, mark)
    return _settle(asked)


def _correct_duty(asked: Asked, duty: Duty) -> Step | HttpResponse:
    form = DutyForm(asked.request.POST, version=asked.version, place=(duty.start, duty.end))
    if not form.is_valid():
        return _again(asked, form)
    role = Role(form.cleaned_data["role"])
    return marking.correct_duty(
        version_id=asked.version.pk, seen=asked.seen, role=role, span=form.span, by=asked.by, at=now()
    )


def _correct_term(asked: Asked, term: Term) -> Step | HttpResponse:
    posted = asked.request.POST.get("kind", "")
    kind = TermKind(posted) if posted in set(TermKind) else TermKind(term.kind)
    form = TermForm(asked.request.POST, kind=kind, version=asked.version, place=(term.start, term.end))
    if not form.is_valid():
        return _again(asked, form)
    return marking.correct_term(
        version_id=asked.version.pk, seen=asked.seen, kind=kind, value=form.value, span=form.span, by=asked.by, at=now()
    )


def _correct_measure(asked: Asked, measure: Measure) -> Step | HttpResponse:
    """A new title; with the old one, the measure and its marks that nothing speaks against are confirmed."""
    form = MeasureForm(asked.request.POST)
    if not form.is_valid():
        return _again(asked, form)
    title = form.cleaned_data["title"]
    if title == measure.title:
        view = next(view for view in page_of(asked.version).measures if view.measure.pk == measure.pk)
        marks = [asked.seen, *(mark.seen for mark in view.at_once)]
        return marking.confirm(version_id=asked.version.pk, marks=marks, by=asked.by, at=now())
    return outlining.retitle(version_id=asked.version.pk, seen=asked.seen, title=title, by=asked.by, at=now())


def _again(asked: Asked, form: DutyForm | TermForm | MeasureForm) -> HttpResponse:
    """The panel with what was typed and what is wrong with it."""
    panel = _panel(asked)
    panel.form = form
    return show_panel(asked.request, asked.version, panel, status=422)


def _remove(asked: Asked) -> Step:
    if asked.seen.kind == "doubt":
        return _settle(asked)
    return marking.remove(version_id=asked.version.pk, seen=asked.seen, by=asked.by, at=now())


def _settle(asked: Asked) -> Step:
    return marking.settle(
        version_id=asked.version.pk, doubt_id=asked.seen.pk, everywhere=_everywhere(asked), by=asked.by, at=now()
    )


def _everywhere(asked: Asked) -> bool:
    return "everywhere" in asked.request.POST


def _adopt(asked: Asked) -> HttpResponse:
    """What the second reader sees is so; the panel goes on to the mark that this made or corrected."""
    step = suggesting.adopt(
        version_id=asked.version.pk,
        doubt_id=asked.seen.pk,
        everywhere=_everywhere(asked),
        directory=places.directory(),
        by=asked.by,
        at=now(),
    )
    made = (f"{change['mark']}-{change['id']}" for change in step.changes if change["mark"] != "doubt")
    return answer(asked.request, asked.version, next(made, asked.key), [step])


def _restore(asked: Asked) -> Step:
    return marking.restore(version_id=asked.version.pk, seen=asked.seen, by=asked.by, at=now())


def _split(asked: Asked) -> Step | HttpResponse:
    offset = whole(asked.request.POST.get("offset", "")) or 0
    try:
        return outlining.split(version_id=asked.version.pk, seen=asked.seen, offset=offset, by=asked.by, at=now())
    except marking.BadSpan:
        return refuse(asked.request, asked.version, _("请先选定从哪一句起算作另一条措施。"))


def _merge(asked: Asked) -> Step:
    return outlining.merge_with_next(version_id=asked.version.pk, seen=asked.seen, by=asked.by, at=now())


def _match(asked: Asked) -> Step:
    """The unit or class chosen by ``thing``: unit-3, class-4, or none."""
    thing = asked.request.POST.get("thing", "")
    if thing == "none":
        return _matched(asked, None)
    kind, _dash, number = thing.partition("-")
    pk = whole(number)
    if kind not in {"unit", "class"} or pk is None:
        raise Http404
    return _matched(asked, get_object_or_404(Unit, pk=pk) if kind == "unit" else get_object_or_404(UnitClass, pk=pk))


def _matched(asked: Asked, meant: matching.Meant) -> Step:
    everywhere = _everywhere(asked)
    return matching.match_name(
        version_id=asked.version.pk, seen=asked.seen, meant=meant, everywhere=everywhere, by=asked.by, at=now()
    )


def _new_unit(asked: Asked) -> Step | HttpResponse:
    form = NewUnitForm(asked.request.POST, area=asked.version.plan.area)
    if not form.is_valid():
        return _again_new(asked, new_unit=form)
    kind = UnitKind(form.cleaned_data["kind"])
    return _matched(asked, matching.NewUnit(form.cleaned_data["name"], kind, form.cleaned_data["area"]))


def _new_class(asked: Asked) -> Step | HttpResponse:
    form = NewClassForm(asked.request.POST)
    if not form.is_valid():
        return _again_new(asked, new_class=form)
    kinds = tuple(UnitKind(kind) for kind in form.cleaned_data["kinds"])
    return _matched(asked, matching.NewClass(form.cleaned_data["name"], kinds))


def _again_new(
    asked: Asked, *, new_unit: NewUnitForm | None = None, new_class: NewClassForm | None = None
) -> HttpResponse:
    panel = _panel(asked)
    panel.new_unit, panel.new_class = new_unit or panel.new_unit, new_class or panel.new_class
    return show_panel(asked.request, asked.version, panel, status=422)


_MARKS = frozenset({"measure", "duty", "term"})
_MEASURE = frozenset({"measure"})
_DUTY = frozenset({"duty"})

# What each act is, and with which kinds of marks it is done.
_VERBS: Mapping[str, tuple[Callable[[Asked], Step | HttpResponse], frozenset[str]]] = {
    "correct": (_correct, _MARKS | {"doubt"}),
    "remove": (_remove, _MARKS | {"doubt"}),
    "restore": (_restore, _MARKS),
    "split": (_split, _MEASURE),
    "merge": (_merge, _MEASURE),
    "match": (_match, _DUTY),
    "new-unit": (_new_unit, _DUTY),
    "new-class": (_new_class, _DUTY),
    "adopt": (_adopt, frozenset({"doubt"})),
}
