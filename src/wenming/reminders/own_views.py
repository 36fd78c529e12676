"""Everybody sees what they are told today, and chooses how."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wenming.accounts.access import everybody, user_of
from wenming.reminders import actions, mail, queries
from wenming.reminders.forms import WishForm
from wenming.reminders.models import USUAL_HOUR, Channel, Preference
from wenming.reminders.words import answer_words


@everybody
def own(request: HttpRequest) -> HttpResponse:
    """My reminders: what there is today, by which channel and at what hour."""
    user = user_of(request)
    chosen = Preference.objects.filter(user=user).first() or Preference(hour=USUAL_HOUR)
    initial = {"channel": chosen.channel, "hour": chosen.hour, "email": user.email}
    form = WishForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.choose(user=user, wish=form.wish(), by=user, at=now())
        messages.success(request, _("已保存。"))
        return redirect("reminders:own")
    context = {
        "form": form,
        "rows": queries.own_digest(user, localdate()),
        "today": localdate(),
        "has_mail": mail.is_possible(),
        "may_try": mail.is_possible() and chosen.channel == Channel.MAIL and bool(user.email),
    }
    return render(request, "reminders/own.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@everybody
def try_mail(request: HttpRequest) -> HttpResponse:
    """Send a test to one's own address."""
    user = user_of(request)
    if code := actions.try_mail(user=user, by=user, at=now()):
        messages.error(request, answer_words(code))
    else:
        messages.success(request, _("已试发，请到邮箱里看看。没有收到的，看看垃圾邮件。"))
    return redirect("reminders:own")
