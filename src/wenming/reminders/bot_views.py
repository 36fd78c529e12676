"""The groups that are told: their bots are added, changed, tried and removed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.reach import areas_in
from wenming.reminders import actions
from wenming.reminders.forms import BotForm
from wenming.reminders.models import USUAL_HOUR, Bot
from wenming.reminders.views import tabs
from wenming.reminders.words import answer_words
from wenming.web.gone import gone_is_404

PAGE = 20


@require_GET
@needs(Right.REMINDER_EDIT)
def bots(request: HttpRequest) -> HttpResponse:
    """The bots of the areas in reach."""
    seen = rights_for(request).scope(Right.REMINDER_EDIT).within("area")
    rows = Bot.objects.filter(seen).select_related("area").order_by("area", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "reminders/bots.html", {"tabs": tabs("bots"), "page": page})


@sensitive_post_parameters("address", "secret")
@needs(Right.REMINDER_EDIT)
def add_bot(request: HttpRequest) -> HttpResponse:
    """A group is told from now on."""
    own = rights_for(request).own_area(Right.REMINDER_EDIT)
    return _form(request, None, {"area": own, "hour": USUAL_HOUR, "is_on": True})


@sensitive_post_parameters("address", "secret")
@needs(Right.REMINDER_EDIT)
def change_bot(request: HttpRequest, pk: int) -> HttpResponse:
    """What is different about a bot."""
    bot = _bot(request, pk)
    initial = {"area": bot.area_id, "name": bot.name, "kind": bot.kind, "hour": bot.hour, "is_on": bot.is_on}
    return _form(request, bot, initial)


def _form(request: HttpRequest, bot: Bot | None, initial: dict[str, object]) -> HttpResponse:
    areas = areas_in(rights_for(request).scope(Right.REMINDER_EDIT))
    form = BotForm(request.POST or None, initial=initial, areas=areas, bot=bot)
    if request.method == "POST" and form.is_valid() and _is_saved(request, form, bot):
        messages.success(request, _("已保存。请点“试发”，到群里看看收到没有。"))
        return redirect("reminders:bots")
    context = {"form": form, "bot": bot}
    return render(request, "reminders/bot.html", context, status=422 if request.method == "POST" else 200)


def _is_saved(request: HttpRequest, form: BotForm, bot: Bot | None) -> bool:
    new = form.new()
    if not rights_for(request).exercise(Right.REMINDER_EDIT, area=new.area.pk):
        raise Http404
    try:
        with gone_is_404():
            actions.save_bot(bot=bot, new=new, by=user_of(request), at=now())
    except actions.BadAddress as error:
        form.add_error("address", answer_words(error.code))
    except actions.NameTaken as error:
        form.add_error("name", str(error))
    else:
        return True
    return False


@require_POST
@needs(Right.REMINDER_EDIT)
def try_bot(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a test into the group."""
    code = actions.try_bot(bot=_bot(request, pk), by=user_of(request), at=now())
    if code:
        messages.error(request, answer_words(code))
    else:
        messages.success(request, _("已试发，请到群里看看。"))
    return redirect("reminders:bots")


@require_POST
@needs(Right.REMINDER_EDIT)
def remove_bot(request: HttpRequest, pk: int) -> HttpResponse:
    """The group is told nothing any more."""
    with gone_is_404():
        actions.remove_bot(bot=_bot(request, pk), by=user_of(request), at=now())
    messages.success(request, _("已移除，不再向这个群发提醒。"))
    return redirect("reminders:bots")


def _bot(request: HttpRequest, pk: int) -> Bot:
    """A bot that one may change; to others there is no such page."""
    bot = get_object_or_404(Bot.objects.select_related("area"), pk=pk)
    if not rights_for(request).exercise(Right.REMINDER_EDIT, area=bot.area_id):
        raise Http404
    return bot
