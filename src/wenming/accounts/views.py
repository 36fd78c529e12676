"""Signing in and out, one's own account."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from wenming.accounts import actions, queries
from wenming.accounts.access import user_of
from wenming.accounts.forms import NewPasswordForm, SamplePersonForm, SignInForm

BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page that asks who is there; in demo mode it offers the sample people."""
    if request.user.is_authenticated:
        return redirect(_next(request))
    form = SignInForm(request, data=request.POST or None)
    if form.is_valid():
        login(request, form.get_user())
        return redirect(_next(request))
    people = queries.sample_people() if settings.DEMO else []
    given = {"form": form, "people": people, "next": _next(request), "lapsed": "lapsed" in request.GET}
    return render(request, "accounts/sign_in.html", given, status=422 if form.is_bound else 200)


def _next(request: HttpRequest) -> str:
    """Where the person wanted to go, if it is one of our own pages; else the first page."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    is_page = wanted.startswith(("/", "http"))  # a bare word would be taken for the name of a view
    return wanted if is_ours and is_page else resolve_url(settings.LOGIN_REDIRECT_URL)


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
    login(request, person, backend=BACKEND)
    return redirect(_next(request))


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; signing out twice is no error."""
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@sensitive_post_parameters("old_password", "new_password1", "new_password2")
def account(request: HttpRequest) -> HttpResponse:
    """One's own name, posts and password."""
    user = user_of(request)
    form = NewPasswordForm(user, data=request.POST or None)
    if form.is_valid():
        actions.change_password(user=user, password=form.cleaned_data["new_password1"])
        update_session_auth_hash(request, user)
        messages.success(request, _("密码已更改，下次登录请用新密码。"))
        return redirect("accounts:account")
    given = {"form": form, "posts": queries.posts_of(user, on=localdate())}
    return render(request, "accounts/account.html", given, status=422 if form.is_bound else 200)
