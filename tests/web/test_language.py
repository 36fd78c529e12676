"""Which language a page speaks."""

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from wenming.web.language import chosen_language


@pytest.mark.parametrize(
    ("cookie", "language"),
    [("", "zh-hans"), ("zh-hans", "zh-hans"), ("en", "en"), ("fr", "zh-hans"), ("../x", "zh-hans")],
)
def test_the_cookie_decides_where_it_names_one_of_ours(cookie: str, language: str) -> None:
    request = RequestFactory(headers={"accept-language": "en"}).get("/")
    request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = cookie
    assert chosen_language(request) == language


@pytest.mark.django_db
def test_anybody_may_choose_and_comes_back(client: Client) -> None:
    assert client.get("/sign-in/")["Content-Language"] == "zh-hans"
    answer = client.post("/language/", {"language": "en", "next": "/sign-in/"})
    assert answer["Location"] == "/sign-in/"
    page = client.get("/sign-in/")
    assert page["Content-Language"] == "en"
    assert '<html lang="en">' in page.content.decode()
