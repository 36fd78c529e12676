"""How a wanted piece stands, and why something is proposed, as templates ask for it."""

from collections.abc import Mapping

from django.template import Library
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.filing.proposing import Proposal, Why
from wenming.frameworks.filing.words import SHAPES, verdict_words
from wenming.rules.filing.judging import Standing
from wenming.web.templatetags.web import listed, status

register = Library()
WHYS: Mapping[Why, str | Promise] = {
    Why.EARLIER: _("上次申报用过"),
    Why.LINKED: _("对照的标准通过了，这里全部可用"),
    Why.PARTLY: _("对照的标准通过了，这里部分可用"),
    Why.MEASURE: _("支撑这条标准的措施用了它"),
    Why.UNIT: _("责任单位的"),
    Why.WORDS: _("文字相近"),
}


@register.simple_tag
def verdict(standing: Standing) -> SafeString:
    """The verdict with its shape, colour and word."""
    return status(SHAPES[standing.verdict], verdict_words(standing))


@register.simple_tag
def why_words(proposal: Proposal) -> SafeString:
    """The reasons."""
    return listed(WHYS[one] for one in proposal.whys)
