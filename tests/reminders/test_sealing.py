"""What is sealed is read by nobody, and by us only with the key."""

import pytest
from pytest_django import Settings

from wenming.reminders.sealing import CannotOpen, opened, sealed


def test_it_comes_back_and_is_not_to_be_read() -> None:
    kept = sealed("https://qyapi.example/send?key=密")
    assert opened(kept) == "https://qyapi.example/send?key=密"
    assert "qyapi" not in kept
    assert sealed("甲") != sealed("甲")


def test_an_older_key_still_opens_and_a_strange_one_does_not(settings: Settings) -> None:
    settings.SECRET_KEY = "former"
    kept = sealed("甲")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", ["former"]
    assert opened(kept) == "甲"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(CannotOpen):
        opened(kept)
