"""Signing in and out: the password, the code, the demo."""

from allauth.account.stages import LoginStageController
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from wenming.accounts import queries
from wenming.accounts.models import User
from wenming.accounts.sign_in import actions, confirming, entering, sessions
from wenming.accounts.sign_in.attempts import MustWait
from wenming.accounts.sign_in.forms import CodeForm, ConfirmForm, SamplePersonForm, SignInForm
from wenming.accounts.sign_in.stages import SecondStep
from wenming.web.access import everybody


@login_not_required
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page that asks who is there; in demo mode it offers the sample people."""
    if request.user.is_authenticated:
        return redirect(page_wanted(request))
    form = SignInForm(request.POST or None)
    if form.is_valid():
        person = _person(request, form)
        if person is not None:
            return entering.enter(request, person, method="password", there=page_wanted(request))
    return _page(request, form)


def _page(request: HttpRequest, form: SignInForm) -> HttpResponse:
    """The page as it stands."""
    given = {
        "form": form,
        "people": queries.sample_people() if settings.DEMO else [],
        "next": page_wanted(request),
        "lapsed": "lapsed" in request.GET,
        "provider": settings.OIDC_NAME,
    }
    return render(request, "accounts/sign_in/sign_in.html", given, status=422 if form.is_bound else 200)


def _person(request: HttpRequest, form: SignInForm) -> User | None:
    """Who it is; where it is nobody, the form says so."""
    at = timezone.now()
    try:
        given = form.cleaned_data
        person = entering.person_of(request, name=given["username"], password=given["password"], at=at)
    except MustWait as wait:
        form.add_error(None, entering.wait_words(wait, at=at))
        return None
    if person is None:
        form.add_error(None, _("用户名或密码不对。请检查大小写后再试；忘了密码，请联系系统管理员重新设置。"))
    return person


def page_wanted(request: HttpRequest) -> str:
    """Where the person wanted to go, if it is one of our own pages; else the first page."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    is_page = wanted.startswith(("/", "http://", "https://"))  # a bare word would be taken for the name of a view
    return wanted if is_ours and is_page else resolve_url(settings.LOGIN_REDIRECT_URL)


@login_not_required
@never_cache
@sensitive_post_parameters("code")
def second_step(request: HttpRequest) -> HttpResponse:
    """The code, asked from who has a second factor and has given the password."""
    stage = LoginStageController.enter(request, SecondStep.key)
    if stage is None or not isinstance(stage.login.user, User):
        return redirect("accounts:sign_in")
    form = CodeForm(request.POST or None)
    if form.is_valid() and entering.knows_code(request, form, stage.login.user, at=timezone.now()):
        response: HttpResponse = stage.exit()
        return response
    return render(request, "accounts/sign_in/second_step.html", {"form": form}, status=422 if form.is_bound else 200)


@everybody
@sensitive_post_parameters("password", "code")
def confirm(request: HttpRequest) -> HttpResponse:
    """The person says once more who they are, and goes on."""
    user = request.user
    if not isinstance(user, User):
        raise Http404
    form = ConfirmForm(user, request.POST or None)
    if form.is_valid() and _is_same(request, form, user):
        confirming.confirm(request, at=timezone.now())
        return redirect(page_wanted(request))
    given = {"form": form, "next": page_wanted(request)}
    return render(request, "accounts/sign_in/confirm.html", given, status=422 if form.is_bound else 200)


def _is_same(request: HttpRequest, form: ConfirmForm, user: User) -> bool:
    at = timezone.now()
    if "code" in form.fields:
        return entering.knows_code(request, form, user, at=at)
    wrong = _("密码不对，请再输一次。")
    return bool(form.fields) and entering.knows_password(request, form, user, field="password", wrong=wrong, at=at)


@login_not_required
@require_POST
def sign_in_as_sample(request: HttpRequest) -> HttpResponse:
    """Demo mode only: enter as a person of the sample county."""
    form = SamplePersonForm(request.POST)
    if not settings.DEMO or not form.is_valid():
        raise Http404
    person = queries.sample_person(form.cleaned_data["person"])
    if person is None:
        raise Http404
    return entering.enter(request, person, method="sample", there=page_wanted(request))


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; signing out twice is no error."""
    if isinstance(request.user, User):
        actions.sign_out(user=request.user, at=timezone.now())
    sessions.forget_row(request.session.session_key)
    logout(request)
    response = redirect(settings.LOGOUT_REDIRECT_URL)
    # Not "cookies": it would take the language, and that the browser is known. Storage holds nothing but light or dark.
    response["Clear-Site-Data"] = '"cache"'
    return response


@everybody
@require_POST
def stay(_request: HttpRequest) -> HttpResponse:
    """Somebody is there: asked for by a button when the session is about to lapse."""
    return HttpResponse(status=204)
