"""Short news after something was done."""

import json

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse
from django.test import RequestFactory

from wenming.web import toasts


@pytest.mark.parametrize("kind", ["success", "info", "warning", "error"])
def test_a_page_shows_it(kind: toasts.Kind) -> None:
    request = RequestFactory().get("/")
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    toasts.say(request, "已确认", kind=kind, undo="/undo/1")
    (message,) = get_messages(request)
    assert (message.message, message.level_tag, message.extra_tags) == ("已确认", kind, "/undo/1")


def test_a_piece_carries_it() -> None:
    response = toasts.tell(HttpResponse(), "已确认", undo="/undo/1")
    assert json.loads(response["HX-Trigger"]) == {"toast": {"text": "已确认", "kind": "success", "undo": "/undo/1"}}
