"""An address that holds the character NUL is refused."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_it_is_refused(client: Client) -> None:
    assert client.get("/health", {"q": "a\0b"}).status_code == 400
    assert client.get("/health", {"q": "a%00b"}).status_code == 200
