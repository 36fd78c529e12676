"""One's own feeds, and the address that a calendar program reads."""

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_POST, require_safe

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.papers.feeds import actions
from wenming.papers.feeds.forms import FeedForm
from wenming.papers.feeds.reading import sheet_of
from wenming.papers.feeds.serving import serve
from wenming.papers.feeds.writing import write
from wenming.papers.models import Feed
from wenming.places.reach import units_in
from wenming.rules.buckets import Limit
from wenming.web.rates import Buckets, too_often

PAGE = 50
OFTEN = Limit(size=10, each_minute=6)  # for one feed: a program that asks every minute is still let in
_buckets = Buckets()


@require_GET
@needs(Right.WORK_VIEW)
def feeds(request: HttpRequest) -> HttpResponse:
    """The person's own feeds, the newest first."""
    rows = Feed.objects.filter(made_by=user_of(request), revoked_at=None).select_related("unit")
    return render(request, "papers/feeds/list.html", {"page": Paginator(rows, PAGE).get_page(request.GET.get("page"))})


@needs(Right.WORK_VIEW)
def make(request: HttpRequest) -> HttpResponse:
    """What the feed is for; then its address, which nobody sees a second time."""
    units = units_in(rights_for(request).scope(Right.WORK_VIEW)).filter(dissolved_on=None).order_by("pk")
    form = FeedForm(request.POST or None, units=units)
    if form.is_valid():
        try:
            feed, secret = actions.make(by=user_of(request), at=now(), **form.cleaned_data)
        except actions.TooMany:
            form.add_error(None, _("一个人最多设 20 个日历订阅。先停用不用的，再设新的。"))
        else:
            address = request.build_absolute_uri(reverse("papers:feed", args=[secret]))
            context = {"feed": feed, "link": address, "webcal": f"webcal:{address.partition(':')[2]}"}
            return render(request, "papers/feeds/made.html", context)
    return render(request, "papers/feeds/form.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@needs(Right.WORK_VIEW)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """The address opens nothing any more."""
    feed = get_object_or_404(Feed, pk=pk, made_by=user_of(request))
    try:
        actions.revoke(feed=feed, by=user_of(request), at=now())
        messages.success(request, _("日历订阅已停用，原来的地址打不开了。手机上的可以删掉。"))
    except actions.Revoked:
        messages.info(request, _("这个日历订阅之前已经停用了。"))
    return redirect("papers:feeds")


@require_safe
@login_not_required
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar itself, for whoever holds the secret; 404 once it is stopped."""
    digest = actions.digest_of(secret)
    rows = Feed.objects.select_related("unit", "made_by")
    found = rows.filter(secret_digest=digest, revoked_at=None).first()
    if found is None:
        raise Http404
    wait = _buckets.wait("feed", digest, OFTEN, time.monotonic()) if settings.RATES else 0
    if wait:
        return too_often(request, wait)
    at = now()
    with override(settings.LANGUAGE_CODE):  # the same for every program, whatever language it asks for
        sheet = sheet_of(found, today=localdate(at), absolute=request.build_absolute_uri)
    if sheet is None:
        raise Http404
    return _answer(request, found, write(sheet))


def _answer(request: HttpRequest, found: Feed, body: bytes) -> HttpResponse:
    """The body, or 304 where the program has it already."""
    served = serve(found, body, at=now())
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'inline; filename="wenming.ics"'
    answer.headers["ETag"] = served.etag
    answer.headers["Last-Modified"] = http_date(served.since.timestamp())
    answer.headers["Cache-Control"] = "private, no-cache"
    return get_conditional_response(request, served.etag, int(served.since.timestamp()), answer) or answer
