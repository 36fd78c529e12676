"""The heads of tables of measures, the same word on every page and in every sheet."""

from django.template import Library

from wenming.plans.term_words import COLUMN_WORDS

register = Library()


@register.simple_tag
def column(field: str) -> str:
    """The head of a column in the reader's language; ``field`` is one of ``COLUMN_WORDS``."""
    return str(COLUMN_WORDS[field])
