"""A liaison opens a sign-up, shows its square, and confirms the names."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.web.numbers import keys_in, whole
from wenming.work.models import Record, Signing, SignUp
from wenming.work.records import actions as of_records
from wenming.work.records.asking import commitment_asked
from wenming.work.records.reach import own_unit, record_for, units_to_record
from wenming.work.records.roster import MOST_PEOPLE, TooMany
from wenming.work.records.states import Act, allows
from wenming.work.signup import actions, queries
from wenming.work.signup.forms import SignUpForm, blank, filled
from wenming.work.signup.square import square_of
from wenming.work.signup.standing import standing

PAGE = 50
NAMES = 200  # of a part that are shown, and ticked, at once
PARTS = ("leaving", "proposed", "listed", "set_aside")


@require_GET
@needs(Right.WORK_RECORD)
def sign_up_list(request: HttpRequest) -> HttpResponse:
    """The sign-ups of the person's units, the last day first."""
    page = Paginator(queries.sign_ups_of(rights_for(request)), PAGE).get_page(request.GET.get("page"))
    rows = [(one, standing(one.opens, one.closes, now())) for one in page]
    return render(request, "work/signup/list.html", {"page": page, "rows": rows})


@needs(Right.WORK_RECORD)
def open_(request: HttpRequest) -> HttpResponse:
    """A new one: ``?record=`` for a record, ``?draft=`` for one that is being filled in, else for one still to come."""
    record = _record_asked(request)
    units = units_to_record(request)
    unit = record.unit if record else _unit_of(request)
    asked = None if record else commitment_asked(request.GET, units.values_list("pk", flat=True))
    key = record.key if record else _key(request)
    if (found := SignUp.objects.filter(record_key=key).first()) is not None:
        return redirect("work:sign_up", found.pk)
    form = SignUpForm(request.POST or None, initial=blank(record, asked.activity if asked else "", now()))
    if form.is_valid():
        _exercise(request, unit)
        by, given = user_of(request), form.given
        try:
            made = actions.open_sign_up(record_key=key, unit=unit, commitment=asked, given=given, by=by, at=now())
        except actions.AlreadyOpen as error:
            made = error.sign_up
        return redirect("work:sign_up", made.pk)
    context = {"form": form, "unit": unit, "record": record, "key": key}
    return render(request, "work/signup/form.html", context, status=422 if form.is_bound else 200)


def _record_asked(request: HttpRequest) -> Record | None:
    pk = whole(request.GET.get("record", ""))
    return record_for(request, pk, Right.WORK_RECORD) if pk is not None else None


def _unit_of(request: HttpRequest) -> Unit:
    """The unit of the address, where one may record for it; else one's own."""
    units = units_to_record(request)
    wanted = whole(request.GET.get("unit", "")) or own_unit(request)
    found = (units.filter(pk=wanted).first() if wanted else None) or units.order_by("pk").first()
    if found is None:
        raise Http404
    return found


def _key(request: HttpRequest) -> UUID:
    """The key of the record: that of the draft, or what the page itself gave; one of another's record is none."""
    given = request.POST.get("key") or request.GET.get("draft") or ""
    try:
        key = UUID(given)
    except ValueError:
        return uuid4()
    is_used = Record.objects.filter(key=key).exists() or _is_foreign(request, key)
    return uuid4() if is_used else key


def _is_foreign(request: HttpRequest, key: UUID) -> bool:
    found = SignUp.objects.filter(record_key=key).select_related("unit").first()
    if found is None:
        return False
    return not rights_for(request).reaches(Right.WORK_RECORD, area=found.unit.area_id, unit=found.unit_id)


def _exercise(request: HttpRequest, unit: Unit) -> None:
    if not rights_for(request).exercise(Right.WORK_RECORD, area=unit.area_id, unit=unit.pk):
        raise Http404


def _sign_up_or_404(request: HttpRequest, pk: int) -> SignUp:
    found: SignUp = get_object_or_404(SignUp.objects.select_related("unit", "commitment"), pk=pk)
    _exercise(request, found.unit)
    return found


@require_GET
@needs(Right.WORK_RECORD)
def sign_up_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The names, those that wait first; the square, and the way to the record. ``?part=`` shows one part by pages."""
    found = _sign_up_or_404(request, pk)
    record = queries.record_of(found)
    address = _address(request, found)
    context = {
        "sign_up": found,
        "record": record,
        "may_list": record is not None and allows(record.state, Act.CHANGE),
        "names": _pages(request, queries.names_of(found, record)),
        "part": _part(request),
        "standing": standing(found.opens, found.closes, now()),
        "link": address,
        "square": square_of(address),
    }
    return render(request, "work/signup/page.html", context)


def _part(request: HttpRequest) -> str:
    part = request.GET.get("part", "")
    return part if part in PARTS else ""


def _pages(request: HttpRequest, names: queries.Names) -> dict[str, Page[Signing]]:
    """The first names of each part, or a page of the part that is asked for."""
    only = _part(request)
    number = request.GET.get("page") if only else 1
    return {part: Paginator(getattr(names, part), NAMES).get_page(number) for part in ([only] if only else PARTS)}


def _address(request: HttpRequest, sign_up: SignUp) -> str:
    return request.build_absolute_uri(reverse("work:sign", args=[sign_up.code]))


@needs(Right.WORK_RECORD)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words, or other times: that is how it is closed early, and opened again."""
    found = _sign_up_or_404(request, pk)
    form = SignUpForm(request.POST or None, initial=filled(found))
    if form.is_valid():
        actions.change_sign_up(sign_up=found, given=form.given, by=user_of(request), at=now())
        messages.success(request, _("已保存。"))
        return redirect("work:sign_up", pk)
    context = {"form": form, "unit": found.unit, "sign_up": found}
    return render(request, "work/signup/form.html", context, status=422 if form.is_bound else 200)


@require_GET
@needs(Right.WORK_RECORD)
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """The square as large as the screen, and on a sheet of A4."""
    found = _sign_up_or_404(request, pk)
    address, short = _address(request, found), request.build_absolute_uri(reverse("work:find_sign_up"))
    context = {"sign_up": found, "square": square_of(address), "link": address, "short": short}
    return render(request, "work/signup/poster.html", context)


@require_POST
@needs(Right.WORK_RECORD)
def names(request: HttpRequest, pk: int) -> HttpResponse:
    """The ticked names go into the roster, off it, aside, or back."""
    found = _sign_up_or_404(request, pk)
    keys, act = keys_in(request.POST.getlist("name")), request.POST.get("act", "")
    given = {"sign_up": found, "keys": keys, "by": user_of(request), "at": now()}
    if not keys:
        messages.info(request, _("没有选中姓名。"))
        return redirect("work:sign_up", pk)
    try:
        _say(request, *_done(act, given))
    except TooMany:
        messages.error(request, _("名单超过 %(most)d 人，请分成几条登记。") % {"most": MOST_PEOPLE})
    except (actions.NoRecord, of_records.NotAllowed, of_records.Stale) as error:
        messages.error(request, str(error))
    return redirect("work:sign_up", pk)


def _done(act: str, given: dict[str, object]) -> tuple[str, int]:
    match act:
        case "list":
            return act, actions.list_names(**given)  # type: ignore[arg-type]
        case "off":
            return act, actions.take_off(**given)  # type: ignore[arg-type]
        case "aside" | "back":
            return act, actions.set_aside(**given, is_aside=act == "aside")  # type: ignore[arg-type]
    raise Http404


def _say(request: HttpRequest, act: str, count: int) -> None:
    words = {
        "list": ngettext("已列入名单 %(count)d 人。", "已列入名单 %(count)d 人。", count),
        "off": ngettext("已从名单去掉 %(count)d 人。", "已从名单去掉 %(count)d 人。", count),
        "aside": ngettext("%(count)d 人不列入；在下面可以放回。", "%(count)d 人不列入；在下面可以放回。", count),
        "back": ngettext("已放回 %(count)d 人。", "已放回 %(count)d 人。", count),
    }
    messages.success(request, words[act] % {"count": count})
