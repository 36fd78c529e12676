"""Verdicts and commitments as pages show them."""

from django.template import Library
from django.utils.safestring import SafeString

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
