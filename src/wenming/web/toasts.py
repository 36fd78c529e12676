"""Short news after something was done, with 撤销 where it can be taken back.

``say`` for an answer that shows a whole page, now or after a redirect; ``tell`` for a piece that htmx asked for.
"""

from typing import Literal, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django_htmx.http import trigger_client_event

Kind = Literal["success", "info", "warning", "error"]
R = TypeVar("R", bound=HttpResponse)

_LEVELS: dict[Kind, int] = {
    "success": messages.SUCCESS,
    "info": messages.INFO,
    "warning": messages.WARNING,
    "error": messages.ERROR,
}


def say(request: HttpRequest, text: str, *, kind: Kind = "success", undo: str = "") -> None:
    """Show ``text`` on the next page; ``undo`` is the address to which 撤销 posts."""
    messages.add_message(request, _LEVELS[kind], text, extra_tags=undo)


def tell(response: R, text: str, *, kind: Kind = "success", undo: str = "") -> R:
    """Show ``text`` when htmx has taken in ``response``; ``undo`` is the address to which 撤销 posts."""
    return trigger_client_event(response, "toast", {"text": text, "kind": kind, "undo": undo})
