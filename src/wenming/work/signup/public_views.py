"""The page that everybody opens who takes part: no account, no cookie, no script needed.

There is no session here that a foreign page could misuse, so forms bring no secret against that, which would need a
cookie; a form of another site is known by its origin and refused. The token that forms bring makes a second sending
harmless. Language is a word of the address, so that not even that needs a cookie.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language, override
from django.views.decorators.csrf import csrf_exempt

from wenming.rules.buckets import Limit
from wenming.web.rates import Buckets, too_often
from wenming.work.models import Signing, SignUp
from wenming.work.signup import codes, signing
from wenming.work.signup.forms import SigningForm
from wenming.work.signup.standing import standing

# For one address and one sign-up: a hall of three hundred stands behind one address, and signs within minutes.
HALL = Limit(size=600, each_minute=120)
GUESSES = Limit(size=30, each_minute=10)  # of codes that do not exist, for one address
_buckets = Buckets()
METHODS = ("GET", "HEAD", "POST")
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _public(view: View[P]) -> View[P]:
    """In the language of the address, where it names one of ours."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if request.headers.get("Origin", own := f"{request.scheme}://{request.get_host()}") != own:
            raise PermissionDenied
        wanted = request.GET.get("lang", "")
        language = wanted if wanted in dict(settings.LANGUAGES) else get_language()
        with override(language):
            response = view(request, *args, **kwargs)
        response.headers["Content-Language"] = language or settings.LANGUAGE_CODE
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


def _page(request: HttpRequest, name: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    """Without the token against foreign forms, which would set a cookie."""
    other = next(code for code, _word in settings.LANGUAGES if code != get_language())
    context = {"csrf_token": "", "other": other, "lang": request.GET.get("lang", ""), **context}
    return render(request, f"work/signup/{name}.html", context, status=status)


def _wait(request: HttpRequest, what: str, limit: Limit) -> float:
    if not settings.RATES:
        return 0
    return _buckets.wait(what, request.META.get("REMOTE_ADDR", ""), limit, time.monotonic())


@csrf_exempt
@login_not_required
@_public
def find(request: HttpRequest) -> HttpResponse:
    """Whoever cannot read the square types the code."""
    if request.method == "POST":
        return HttpResponseNotAllowed(METHODS[:2])
    text = request.GET.get("code", "")[:40]
    code = codes.typed(text)
    if code and SignUp.objects.filter(code=code).exists():
        return redirect(_with_language(request, reverse("work:sign", args=[code])))
    if text and (wait := _wait(request, "find", GUESSES)):
        return too_often(request, wait)
    return _page(request, "find", {"text": text}, status=404 if text else 200)


def _with_language(request: HttpRequest, address: str) -> str:
    language = request.GET.get("lang", "")
    return f"{address}?lang={language}" if language in dict(settings.LANGUAGES) else address


@csrf_exempt
@login_not_required
@_public
def sign(request: HttpRequest, code: str) -> HttpResponse:
    """One's name, and where one is from."""
    found = SignUp.objects.select_related("unit").filter(code=codes.typed(code)).first()
    if found is None:
        wait = _wait(request, "find", GUESSES)
        return too_often(request, wait) if wait else _page(request, "find", {"text": code[:40]}, status=404)
    data = request.POST if request.method == "POST" else None
    if data is not None and (wait := _wait(request, f"sign {found.pk}", HALL)):
        return too_often(request, wait)
    form = SigningForm(data, asks=found.asks, initial={"token": uuid4()})
    if form.is_valid():
        return _signed(request, found, form)
    context = {"sign_up": found, "form": form, "standing": standing(found.opens, found.closes, now())}
    return _page(request, "sign", context, status=422 if form.is_bound else 200)


def _signed(request: HttpRequest, found: SignUp, form: SigningForm) -> HttpResponse:
    token = form.cleaned_data["token"]
    try:
        signing.sign(sign_up=found, token=token, person=form.person, at=now())
    except signing.NotOpen as error:
        return _page(request, "sign", {"sign_up": found, "form": form, "standing": error.standing}, status=409)
    except signing.Full:
        return _page(request, "sign", {"sign_up": found, "form": form, "standing": "full"}, status=409)
    return redirect(_with_language(request, reverse("work:signed", args=[found.code, token])))


@csrf_exempt
@login_not_required
@_public
def signed(request: HttpRequest, code: str, token: UUID) -> HttpResponse:
    """One's own entry, and the way to take it back; the address is the key to it."""
    found = get_object_or_404(SignUp.objects.select_related("unit"), code=codes.typed(code))
    mine = Signing.objects.select_related("sign_up").filter(sign_up=found, token=token).first()
    is_gone = mine is None
    if request.method == "POST" and mine is not None:
        is_gone = signing.take_back(signing=mine).is_gone
    return _page(request, "signed", {"sign_up": found, "mine": mine, "is_gone": is_gone})
