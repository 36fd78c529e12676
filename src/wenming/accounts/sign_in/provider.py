"""Signing in through an OpenID Connect provider: allauth's client with what it leaves out.

The code flow with state and PKCE (S256) is allauth's. Added here: a nonce bound to the same request, the signature of
the ID token verified always, and nothing kept of what the provider tells but its name for the person.
"""

import hashlib

from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _


def nonce_of(code_verifier: str) -> str:
    """What the ID token has to repeat: nobody knows it who does not know the verifier of this very request."""
    return hashlib.sha256(f"nonce:{code_verifier}".encode()).hexdigest()


class Provider(OpenIDConnectProvider):  # type: ignore[misc]
    """The provider of the settings."""

    def get_pkce_params(self) -> dict[str, str]:
        """What proves that who fetches the token is who asked for it."""
        given: dict[str, str] = super().get_pkce_params()
        return {**given, "nonce": nonce_of(given["code_verifier"])}

    def get_oauth2_adapter(self, request: HttpRequest) -> "ProviderClient":
        """The client's side."""
        return ProviderClient(request)


class ProviderClient(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """Our side of the conversation with the provider."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request, settings.OIDC_APP["provider_id"])
        self._nonce = ""

    def get_provider(self) -> Provider:
        """The provider of the settings."""
        return provider_of(self.request)

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Where the provider sends the person back to."""
        del app
        address: str = build_absolute_uri(request, reverse("accounts:provider_callback"))
        return address

    def get_access_token_data(
        self, request: HttpRequest, app: SocialApp, client: OAuth2Client, pkce_code_verifier: str | None = None
    ) -> dict[str, object]:
        """The token, for the code and the verifier of this request."""
        self._nonce = nonce_of(pkce_code_verifier or "")
        given: dict[str, object] = super().get_access_token_data(request, app, client, pkce_code_verifier)
        return given

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **given: dict[str, str]
    ) -> SocialLogin:
        """Who it is, from an ID token that is signed, ours and fresh. Raises OAuth2Error."""
        try:
            claims = self._claims(app, given["response"]["id_token"])
            told = {**self._fetch_user_info(token.token), **claims}
        except (KeyError, ValueError) as error:
            raise OAuth2Error("the provider's answer is incomplete") from error
        login = self.get_provider().sociallogin_from_response(request, claims)
        claim = settings.OIDC_CLAIM
        login.account.extra_data = {"claim": str(told.get(claim, ""))} if claim else {}
        login.email_addresses = []
        return login

    def _claims(self, app: SocialApp, id_token: str) -> dict[str, object]:
        config = self.openid_config
        if str(config["issuer"]).rstrip("/") != settings.OIDC_APP["settings"]["server_url"]:
            raise OAuth2Error("the document at the issuer's address names another issuer")
        claims: dict[str, object] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=config["jwks_uri"],
            issuer=config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
            verify_signature=True,
        )
        if not constant_time_compare(str(claims.get("nonce", "")), self._nonce):
            raise OAuth2Error("the ID token answers another request")
        return claims


def provider_of(request: HttpRequest) -> Provider:
    """The provider of the settings, which must name one."""
    return Provider(request, app=named_app())


def named_app() -> SocialApp:
    """The provider of the settings as allauth takes it."""
    return SocialApp(provider=Provider.id, **settings.OIDC_APP)


def failed_words() -> str:
    """What a person reads when the provider does not answer or answers wrongly."""
    words = _("%(provider)s现在用不了，没有登录。请稍后再试，或用用户名和密码登录。")
    return words % {"provider": settings.OIDC_NAME}


def refuse(request: HttpRequest, sentence: str) -> HttpResponse:
    """The page of signing in once more, with the reason."""
    return render(request, "accounts/sign_in/refused.html", {"sentence": sentence}, status=422)
