"""How often one person, or one address without a person, may ask for what is dear; 429 beyond that.

An office of hundreds may stand behind one address, so those who are signed in are counted by person, and the limit of
an address is wide. Buckets are kept in the process: with N processes of the web server up to N times as much gets
through. That is enough against a script that runs wild, and needs no writing to the database. Signing in has limits of
its own that are kept in the database.
"""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from wenming.rules.buckets import Bucket, Limit, take

GetResponse = Callable[[HttpRequest], HttpResponseBase]

DEAR = Limit(size=30, each_minute=60)
DEAR_VIEWS: Mapping[str, Limit] = {
    "search": Limit(size=60, each_minute=120),  # also while somebody types
    "plans:table_excel": DEAR,
    "plans:table_print": DEAR,
    "plans:import": DEAR,
    "frameworks:bring_in": DEAR,
    "frameworks:bring_in_sheet": DEAR,
    "frameworks:read_table": DEAR,
    "frameworks:download": DEAR,
    "frameworks:table_excel": DEAR,
    "frameworks:compare": DEAR,
    "frameworks:checklist": DEAR,
    "frameworks:make_pack": DEAR,
    "frameworks:pack": DEAR,
    "scores:bring_in": DEAR,
    "scores:excel": DEAR,
    "scores:next": DEAR,
    "scores:forecast": DEAR,
    "scores:compare": DEAR,
    "papers:report_word": DEAR,
    "places:excel_download": DEAR,
    "places:excel_import": DEAR,
    "places:excel_again": DEAR,
    "places:excel_marked": DEAR,
    "command:excel": DEAR,
    "accounts:take_own": DEAR,
    "accounts:take_for": DEAR,
    "audit:excel": DEAR,
    "work:read_roster": DEAR,
    "work:import_figures": DEAR,
    "work:add_members": DEAR,
    "work:roll_excel": DEAR,
    "work:reached_excel": DEAR,
    "reminders:preview": DEAR,
    "reminders:try_bot": DEAR,
    "reminders:try_mail": DEAR,
    "work:add_evidence": Limit(size=120, each_minute=120),  # the photos of a day may come one after the other
}
STRANGERS = Limit(size=600, each_minute=1200)  # all pages together, for an address without a person
MOST_KEPT = 20_000  # buckets; those that were not asked for longest are forgotten first


class Buckets:
    """The buckets of this process."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, what: str, who: str, limit: Limit, now: float) -> float:
        """For how many seconds ``who`` has come too early; 0: let them in."""
        with self._lock:
            bucket, wait = take(self._kept.pop((what, who), None), limit, now)
            self._kept[what, who] = bucket
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return wait


class Rates:
    """The middleware; stands below the one that knows who is signed in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.buckets = Buckets()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Go on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """429 where it is too often; None lets the view answer."""
        del view, args, kwargs
        if not settings.RATES:
            return None
        wait = self._wait(request, time.monotonic())
        return too_often(request, wait) if wait else None

    def _wait(self, request: HttpRequest, now: float) -> float:
        if request.user.is_authenticated:
            name = request.resolver_match.view_name if request.resolver_match else ""
            limit = DEAR_VIEWS.get(name)
            return self.buckets.wait(name, f"person {request.user.pk}", limit, now) if limit else 0
        return self.buckets.wait("", request.META.get("REMOTE_ADDR", ""), STRANGERS, now)


def too_often(request: HttpRequest, wait: float) -> HttpResponse:
    """429: after ``wait`` seconds they may ask again."""
    seconds = math.ceil(wait)
    answer = render(request, "web/errors/429.html", {"seconds": seconds}, status=429)
    answer.headers["Retry-After"] = str(seconds)
    return answer
