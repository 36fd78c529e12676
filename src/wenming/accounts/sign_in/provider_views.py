"""To the provider and back."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from wenming.accounts.access import user_of
from wenming.accounts.sign_in import actions, provider
from wenming.accounts.sign_in.confirming import confirmed
from wenming.accounts.sign_in.views import page_wanted
from wenming.web.access import everybody

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

TROUBLE = (RequestException, OAuth2Error, KeyError, ValueError)  # no answer, a wrong one, one that is no JSON


def with_provider(view: View[P]) -> View[P]:
    """There is no such page where the settings name no provider."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not settings.OIDC_NAME:
            raise Http404
        return view(request, *args, **kwargs)

    return answer


@login_not_required
@with_provider
@require_POST
def provider_start(request: HttpRequest) -> HttpResponse:
    """Send the person to the provider to sign in there."""
    return _sent(request, "login", page_wanted(request))


@everybody
@with_provider
@confirmed
def provider_link(request: HttpRequest) -> HttpResponse:
    """Send a person who is signed in to the provider, to be known by it from now on."""
    if request.method != "POST":
        return redirect("accounts:account")
    user_of(request)
    return _sent(request, "connect", "")


def _sent(request: HttpRequest, process: str, there: str) -> HttpResponse:
    try:
        response: HttpResponse = provider.provider_of(request).redirect(request, process=process, next_url=there)
    except TROUBLE:
        return provider.refuse(request, provider.failed_words())
    return response


@login_not_required
@with_provider
@require_GET
def provider_callback(request: HttpRequest) -> HttpResponse:
    """The person comes back from the provider."""
    try:
        response: HttpResponse = OAuth2CallbackView.adapter_view(provider.ProviderClient)(request)
    except TROUBLE:
        return provider.refuse(request, provider.failed_words())
    return response


@everybody
@with_provider
@confirmed
def provider_unlink(request: HttpRequest) -> HttpResponse:
    """The provider's account is not the person's any more."""
    user = user_of(request)
    if request.method == "POST" and user.has_usable_password():
        actions.unlink_provider(user=user, by=user, at=timezone.now())
        messages.success(request, _("已取消关联，以后请用用户名和密码登录。"))
    return redirect("accounts:account")
