"""Personal data: the notice, one's own data to correct and to take along, another's to hand out and to erase."""

import tempfile

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, user_of
from wenming.accounts.models import Notice, User
from wenming.accounts.personal import correcting, erasing, handing_out
from wenming.accounts.personal.forms import CorrectForm, EraseForm, ReasonForm
from wenming.accounts.personal.notice import notice as notice_now
from wenming.accounts.rights import Right
from wenming.accounts.sign_in.confirming import confirmed
from wenming.web.access import everybody


@login_not_required
@require_GET
def notice(request: HttpRequest) -> HttpResponse:
    """What is kept about people, for everybody to read; ``?version=`` shows an earlier one."""
    asked = request.GET.get("version", "")
    earlier = Notice.objects.filter(version=asked).first() if asked.isalnum() else None
    now_shown, versions = notice_now(), list(Notice.objects.all())
    since = next((one.since for one in versions if one.version == now_shown.version), None)
    shown = earlier if earlier and earlier.version != now_shown.version else None
    given = {"notice": now_shown, "since": since, "versions": versions, "earlier": shown}
    return render(request, "accounts/personal/notice.html", given)


@everybody
@confirmed
def correct(request: HttpRequest) -> HttpResponse:
    """One's own name and phone."""
    me = user_of(request)
    form = CorrectForm(request.POST or None, initial={"full_name": me.full_name, "phone": me.phone})
    if form.is_valid():
        correcting.correct(person=me, **form.cleaned_data, by=me, at=now())
        messages.success(request, _("已更正。"))
        return redirect("accounts:account")
    return render(request, "accounts/personal/correct.html", {"form": form}, status=422 if form.is_bound else 200)


@everybody
@confirmed
def take_own(request: HttpRequest) -> HttpResponseBase:
    """All that is kept about oneself."""
    me = user_of(request)
    if request.method == "POST":
        return _handed_out(me, reason="", by=me)
    return render(request, "accounts/personal/take.html", {"person": me})


def _handed_out(person: User, *, reason: str, by: User) -> HttpResponseBase:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    handing_out.hand_out(file, person=person, reason=reason, by=by, at=now())
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{_('个人信息')}-{person.pk}-{localdate():%Y%m%d}.zip")


def _person_or_404(pk: int) -> User:
    return get_object_or_404(User, pk=pk, erased_on=None)


@needs(Right.PERSON_DATA)
@confirmed
def take_for(request: HttpRequest, pk: int) -> HttpResponseBase:
    """All that is kept about somebody, for them or for who may ask by law."""
    person = _person_or_404(pk)
    form = ReasonForm(request.POST or None, person=person)
    if form.is_valid():
        return _handed_out(person, reason=form.cleaned_data["reason"], by=user_of(request))
    given = {"person": person, "form": form}
    return render(request, "accounts/personal/take.html", given, status=422 if form.is_bound else 200)


@needs(Right.PERSON_DATA)
@confirmed
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """What erasing somebody would do, and, once the user name is typed, doing it."""
    person, me = _person_or_404(pk), user_of(request)
    form = EraseForm(request.POST or None, person=person)
    if form.is_valid() and _is_erased(form, person, by=me):
        messages.success(
            request, _("已注销，个人信息已删除。今后只显示为“%(name)s”。") % {"name": erasing.NAME.format(pk)}
        )
        return redirect("accounts:people")
    given = {
        "person": person,
        "form": form,
        "is_me": person == me,
        "in_the_way": erasing.in_the_way(person),
        "planned": erasing.plan(person),
        "details": erasing.plan_details(person, at=now()),
    }
    return render(request, "accounts/personal/erase.html", given, status=422 if form.is_bound else 200)


def _is_erased(form: EraseForm, person: User, *, by: User) -> bool:
    try:
        erasing.erase(person=person, reason=form.cleaned_data["reason"], by=by, at=now())
    except (erasing.OwnAccount, erasing.NotEnded, erasing.AlreadyErased) as error:
        form.add_error(None, str(error))
        return False
    return True
