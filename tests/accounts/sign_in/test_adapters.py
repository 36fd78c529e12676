"""Where allauth asks us."""

import pytest
from cryptography.fernet import InvalidToken
from django.test import RequestFactory
from pytest_django import Settings

from tests.accounts.making import make_person
from wenming.accounts.sign_in.adapters import AccountAdapter, ProviderAdapter, SecondFactorAdapter


def test_a_secret_is_read_with_our_key_only(settings: Settings) -> None:
    kept = SecondFactorAdapter().encrypt("GEZDGNBV")
    assert "GEZDGNBV" not in kept
    assert SecondFactorAdapter().decrypt(kept) == "GEZDGNBV"
    former, settings.SECRET_KEY = settings.SECRET_KEY, "another"
    with pytest.raises(InvalidToken):
        SecondFactorAdapter().decrypt(kept)
    settings.SECRET_KEY_FALLBACKS = [former]
    assert SecondFactorAdapter().decrypt(kept) == "GEZDGNBV"


def test_nobody_comes_in_uninvited() -> None:
    request = RequestFactory().get("/")
    assert not AccountAdapter(request).is_open_for_signup(request)
    assert not ProviderAdapter(request).is_open_for_signup(request, None)


@pytest.mark.django_db
def test_the_app_shows_for_what_and_for_whom() -> None:
    person = make_person()
    assert (SecondFactorAdapter().get_totp_issuer(), SecondFactorAdapter().get_totp_label(person)) == (
        "青禾县文明创建",
        "xuqing",
    )


def test_a_request_without_an_address_has_one() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="")
    assert AccountAdapter(request).get_client_ip(request) == "0.0.0.0"
