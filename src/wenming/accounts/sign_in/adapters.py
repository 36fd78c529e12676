"""Where allauth asks us: what it would mail, print or open by itself is left out, what it does is told."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.accounts.queries import county_name
from wenming.accounts.sign_in import actions, attempts, confirming, first_things, provider
from wenming.accounts.sign_in.provider import named_app


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in: tells it, and lets the browser be known."""

    def get_login_stages(self) -> list[str]:
        """After the password nothing but the second factor."""
        return ["wenming.accounts.sign_in.stages.SecondStep"]

    def login(self, request: HttpRequest, user: User) -> None:
        """All steps are done: the session is the person's."""
        at, means = timezone.now(), _means(request, user)
        attempts.forgive(attempts.caller_of(request, user.username))
        super().login(request, user)
        confirming.confirm(request, at=at)
        if first_things.BY_CODE & set(means):
            first_things.note_second_factor(request)
        actions.sign_in(user=user, means=means, at=at)

    def post_login(self, request: HttpRequest, user: User, **given: object) -> HttpResponse:
        """Go where the person wanted to go."""
        response: HttpResponse = super().post_login(request, user, **given)
        attempts.remember(request, response, user.username)
        return response

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Only a provider lets somebody come so far whose account has been stopped."""
        del user
        return provider.refuse(request, _("这个账号已停用。需要恢复，请联系本县文明办。"))

    def add_message(self, *_given: object, **_more: object) -> None:
        """Our pages say what happened."""

    def send_notification_mail(self, *_given: object, **_more: object) -> None:
        """Nothing is mailed: there may be no network."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address as our own parts see it."""
        return request.META.get("REMOTE_ADDR") or "0.0.0.0"  # noqa: S104 - no address is known

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody comes in uninvited."""
        del request
        return False


def _means(request: HttpRequest, user: User) -> list[str]:
    """By what the person has shown who they are: "password", "totp", …"""
    return [str(one.get("type") or one["method"]) for one in get_authentication_records(request, user)]


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors: secrets are encrypted with a key that is not in the database."""

    def encrypt(self, text: str) -> str:
        """AES-128-CBC with HMAC-SHA256 (Fernet)."""
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text again."""
        return _fernet().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: User) -> str:
        """What the app shows beside the code."""
        return str(user.username)

    def get_totp_issuer(self) -> str:
        """For what the app shows a code."""
        return f"{county_name()}文明创建"


def _fernet() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"wenming.second-factor:{force_str(key)}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Signing in through a provider: only people who are here already."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The provider has said who it is; raises ImmediateHttpResponse with our answer where allauth's is not ours."""
        if sociallogin.state.get("process") == "connect":
            raise ImmediateHttpResponse(_link(request, sociallogin))
        if not sociallogin.is_existing and not _link_by_claim(sociallogin):
            sentence = _(
                "您在%(provider)s的账号还没有与本系统的人员关联。请先用用户名和密码登录，再到“我的账号”里关联一次。"
            )
            raise ImmediateHttpResponse(provider.refuse(request, sentence % {"provider": settings.OIDC_NAME}))

    def get_app(self, request: HttpRequest, provider: str, client_id: str | None = None) -> SocialApp:
        """The one provider of the settings."""
        del request, provider, client_id
        return named_app()

    def on_authentication_error(self, request: HttpRequest, *_given: object, **_more: object) -> None:
        """One clear sentence, whatever went wrong between the provider and us."""
        raise ImmediateHttpResponse(provider.refuse(request, provider.failed_words()))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody comes in uninvited."""
        del request, sociallogin
        return False


def _link(request: HttpRequest, login: SocialLogin) -> HttpResponse:
    user = request.user
    if not isinstance(user, User):
        return provider.refuse(request, provider.failed_words())
    if login.is_existing and login.user != user:
        messages.error(request, _("这个账号已经与另一个人关联，没有改动。"))
    else:
        actions.link_provider(user=user, login=login, by=user, at=timezone.now())
        messages.success(request, _("已关联，以后可以用%(provider)s登录。") % {"provider": settings.OIDC_NAME})
    return redirect("accounts:account")


def _link_by_claim(login: SocialLogin) -> bool:
    """The provider knows the person by the user name that they have here, where the settings say so; once.

    Later they are who they were then: a user name that went to somebody else there opens no account here.
    """
    name = login.account.extra_data.get("claim", "")
    user = User.objects.filter(username=name).first() if name else None
    if user is None or SocialAccount.objects.filter(user=user, provider=login.account.provider).exists():
        return False
    actions.link_provider(user=user, login=login, by=user, at=timezone.now())
    login.user = user
    return True
