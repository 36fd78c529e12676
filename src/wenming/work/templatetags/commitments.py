"""Commitments in words."""

from django.template import Library
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from wenming.rules.commitments.counting import LeftOut
from wenming.rules.commitments.explaining import left_out_in_words, verdict_in_words
from wenming.rules.commitments.kept import commitment_of
from wenming.rules.commitments.model import Commitment as Rule
from wenming.rules.commitments.words import commitment_in_words
from wenming.web.content import marked
from wenming.work.commitments.words import whom_in_words
from wenming.work.models import Commitment
from wenming.work.verdicts.explaining import Working

register = Library()


@register.simple_tag
def commitment_words(commitment: Commitment) -> SafeString:
    """The whole commitment in a line: 每个社区 · 每季度 · 至少1次 · 民主评议 · 2026年1—12月."""
    who = whom_in_words(commitment)
    rule = commitment_of(commitment.rule)
    return marked(commitment_in_words(rule, who=who, activity=commitment.activity, language=_language()))


@register.simple_tag
def rule_words(activity: str, rule: Rule) -> SafeString:
    """A rule that is not kept yet, without whom it is said of."""
    return marked(commitment_in_words(rule, who="", activity=activity, language=_language()))


@register.simple_tag
def explained(working: Working) -> SafeString:
    """A verdict in sentences."""
    return marked(verdict_in_words(working.shown, _language()))


@register.simple_tag
def left_out_words(left: LeftOut) -> SafeString:
    """Why a record does not count."""
    return marked(left_out_in_words(left, _language()))


def _language() -> str:
    return get_language() or "zh"
