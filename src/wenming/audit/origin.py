"""From where something is done, and in which role: known to the request, the worker or the command that does it."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from enum import StrEnum

from django.http import HttpRequest, HttpResponse


class OriginKind(StrEnum):
    """What carries an action out."""

    WEB = "web"
    WORKER = "worker"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Origin:
    """From where: what carries it out, the address of the computer, the role in which it is done."""

    kind: OriginKind
    address: str = ""
    role: str = ""
    held_for: str = ""


BY_COMMAND = Origin(OriginKind.COMMAND)
_current: ContextVar[Origin] = ContextVar("origin", default=BY_COMMAND)


def current() -> Origin:
    """The origin of what is being done."""
    return _current.get()


@contextmanager
def coming_from(origin: Origin) -> Generator[None, None, None]:
    """What is done inside comes from there."""
    token = _current.set(origin)
    try:
        yield
    finally:
        _current.reset(token)


def act_as(*, role: str, held_for: str) -> None:
    """From now on, in this request, the person acts in this role; beyond a request nobody does."""
    origin = _current.get()
    if origin.kind is OriginKind.WEB:
        _current.set(replace(origin, role=role, held_for=held_for))


def origin_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """What a request does comes from its address."""

    def answer(request: HttpRequest) -> HttpResponse:
        with coming_from(Origin(OriginKind.WEB, address=request.META.get("REMOTE_ADDR", ""))):
            return get_response(request)

    return answer
