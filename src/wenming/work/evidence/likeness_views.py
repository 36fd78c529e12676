"""The office's page of evidence that looks alike, with both side by side: a mark to be looked at, not a judgement."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.web import toasts
from wenming.work.evidence import actions, queries
from wenming.work.models import LikenessState
from wenming.work.models.commitments import REASON_LENGTH

PAGE = 10


@require_GET
@needs(Right.WORK_REVIEW)
def likenesses(request: HttpRequest) -> HttpResponse:
    """The pairs that nobody has looked at, the newest first; or those of another state."""
    asked = request.GET.get("state", "")
    state = asked if asked in LikenessState.values else LikenessState.OPEN
    powers = rights_for(request)
    rows = queries.likenesses_seen(powers).filter(state=state)
    rows = rows.select_related("earlier__unit", "later__unit", "earlier__added_by", "later__added_by", "looked_by")
    page = Paginator(rows.order_by("-pk"), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "pairs": queries.pairs_on(page, powers),
        "state": state,
        "states": LikenessState.choices,
        "longest": REASON_LENGTH,
    }
    return render(request, "work/evidence/likenesses.html", context)


@require_POST
@needs(Right.WORK_REVIEW)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the two are."""
    found = queries.likeness_or_404(request, pk)
    asked, words = request.POST.get("state", ""), request.POST.get("words", "").strip()[:REASON_LENGTH]
    if asked not in LikenessState.values:
        toasts.say(request, _("请选择“没有问题”或者“重复使用”。"), kind="error")
        return redirect("work:likenesses")
    try:
        actions.judge_likeness(likeness=found, state=LikenessState(asked), words=words, by=user_of(request), at=now())
        toasts.say(request, _("已记下。"))
    except actions.AlreadyJudged as error:
        toasts.say(request, str(error), kind="error")
    return redirect("work:likenesses")
