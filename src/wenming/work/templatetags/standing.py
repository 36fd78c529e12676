"""Verdicts and commitments as pages show them."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django.template import Context, Library
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from wenming.rules.commitments.judging import State
from wenming.web.templatetags.web import icon, status
from wenming.work.commitments.words import STATE_WORDS

register = Library()

# A verdict's shape among the drawings of the house.
_SHAPES = {State.DUE_SOON: "due", State.NOT_DUE: "waiting"}


@register.simple_tag
def verdict(state: str, word: object = None) -> SafeString:
    """A verdict with its shape, colour and word; ``word`` stands in the place of its own."""
    found = State(state)
    return status(_SHAPES.get(found, found.value), str(STATE_WORDS[found.value] if word is None else word))


@register.simple_tag
def verdict_shape(state: str) -> SafeString:
    """Only the shape; the word stands in a label beside it."""
    return icon(f"status-{shape(state)}")


@register.filter
def state_word(state: str) -> object:
    """The verdict in a word."""
    return STATE_WORDS[state]


@register.filter
def shape(state: str) -> str:
    """The name of a verdict's shape."""
    return _SHAPES.get(State(state), str(state))


class _Heap(Protocol):
    @property
    def worst(self) -> State | None: ...

    @property
    def done(self) -> int: ...

    @property
    def asked(self) -> int: ...


class _Place(Protocol):
    @property
    def heap(self) -> _Heap: ...

    @property
    def address(self) -> str: ...


@register.simple_tag(takes_context=True)
def board_places(context: Context, places: Iterable[_Place], chapter: str) -> SafeString:
    """A row of the board, made without a template for each place: there are hundreds on a page.

    With a ``chapter`` a place is one verdict and opens its working beside the page; without, it is many with their sum.
    """
    row = list(places)
    kept: Any = context.render_context  # each is drawn once for the whole page
    drawn: dict[State, SafeString] = kept.setdefault(board_places, {})
    drawn |= {state: verdict_shape(state) for place in row if (state := place.heap.worst) and state not in drawn}
    nothing = format_html('<span class="sr">{}</span>', gettext("没有要求"))
    cells = (_place(place, drawn, is_one=bool(chapter)) if place.heap.worst else nothing for place in row)
    return format_html_join("", '<td class="board-place">{}</td>', ((cell,) for cell in cells))


def _place(place: _Place, drawn: Mapping[State, SafeString], *, is_one: bool) -> SafeString:
    heap = place.heap
    if heap.worst is None:
        return mark_safe("")
    words = f"{state_word(heap.worst)} {heap.done}/{heap.asked}"
    opens = format_html(' hx-get="{}" hx-target="#drawer-body"', place.address) if is_one else ""
    number = "" if is_one else format_html("<span>{}/{}</span>", heap.done, heap.asked)
    return format_html(
        '<a class="status-{}" href="{}"{} aria-label="{}">{}{}</a>',
        shape(heap.worst),
        place.address,
        opens,
        words,
        drawn[heap.worst],
        number,
    )
