"""What review says about marks: reasons of matches, states, doubts, steps."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from wenming.plans.actions.matching import CHOSEN
from wenming.plans.actions.steps import kind_of
from wenming.plans.models import Doubt, Duty, MarkState, Measure, Term
from wenming.plans.term_words import KIND_WORDS, ROLE_WORDS, term_words
from wenming.plans.terms import BadValue, value_from
from wenming.reading.messages import SENTENCES, say
from wenming.reading.model import Role, TermKind
from wenming.rules.matching import Reason

UNIT, MEASURE = "unit", "measure"
CODE_WORDS: Mapping[str, str | Promise] = {  # what a reviewer marks words as
    UNIT: pgettext_lazy("mark", "单位"),
    **{kind.value: word for kind, word in KIND_WORDS.items()},
    MEASURE: pgettext_lazy("mark", "措施"),
}
REASON_WORDS = {
    Reason.NAME: gettext_lazy("全称相同"),
    Reason.SHORT: gettext_lazy("同名简称"),
    Reason.ALIAS: gettext_lazy("已记住的叫法"),
    Reason.AREA: gettext_lazy("省去辖区名后相同"),
    Reason.SHORTENED: gettext_lazy("通行简称"),
    Reason.BODY: gettext_lazy("由该单位的机构出面"),
    Reason.AMBIGUOUS: gettext_lazy("有几个单位都像"),
    Reason.UNKNOWN: gettext_lazy("单位名录里没有"),
    CHOSEN: gettext_lazy("人工指定"),
}


def doubt_words(doubt: Doubt) -> str:
    """The sentence of a doubt."""
    if doubt.code not in SENTENCES:
        return _("这里拿不准，请您看一下。")
    return say(doubt.code, {key: str(value) for key, value in doubt.about.items()}, get_language() or "zh")


def doubts_words(doubt: Doubt, count: int) -> str:
    """The sentence of ``count`` doubts that say the same about different places."""
    sentence = doubt_words(doubt)
    return _("%(sentence)s共 %(count)s 处。") % {"sentence": sentence, "count": count} if count > 1 else sentence


def match_words(duty: Duty) -> str:
    """What the name of a duty means and why, or why it needs a person."""
    matched = duty.unit or duty.unit_class
    if matched is None:
        return unmatched_words(duty, 1)
    given = {"name": duty.name, "unit": matched, "reason": REASON_WORDS.get(duty.reason, "")}
    return _("%(name)s = %(unit)s：%(reason)s") % given


def unmatched_words(duty: Duty, count: int) -> str:
    """Why the name of a duty needs a person."""
    if duty.reason == Reason.AMBIGUOUS:
        return _("“%(name)s”像是几个单位，请选定是哪一个。") % {"name": duty.name}
    words = ngettext(
        "“%(name)s”在单位名录里没有找到（%(count)s 处）。", "“%(name)s”在单位名录里没有找到（%(count)s 处）。", count
    )
    return words % {"name": duty.name, "count": count}


def about_words(mark: str, fields: Mapping[str, Any], text: str) -> str:
    """What a mark with these fields is called, in short."""
    if mark == "duty":
        return f"{fields['name']} · {ROLE_WORDS[Role(fields['role'])]}"
    if mark == "term":
        kind = KIND_WORDS[TermKind(fields["kind"])]
        return f"{text[fields['start'] : fields['end']]} · {kind} {term_words(fields['kind'], fields['value'])}"
    if mark == "measure":
        return str(fields["title"])
    return pgettext("mark", "存疑")


def words_of(mark: Measure | Duty | Term) -> str:
    """How a mark stands now."""
    if mark.state == MarkState.REMOVED:
        return _("删除")
    return about_words(kind_of(mark), vars(mark), mark_text(mark))


def mark_text(mark: Measure | Duty | Term) -> str:
    """The document of the mark."""
    version = mark.version if isinstance(mark, Measure) else mark.measure.version
    return version.text


def mine_words(verb: str, mark: Measure | Duty | Term, filled: Mapping[str, str]) -> str:
    """What a person wanted to make of a mark that somebody else changed first."""
    if verb == "remove":
        return _("删除")
    if verb != "correct":
        return str(VERB_WORDS.get(verb, ""))
    if isinstance(mark, Duty):
        role = filled.get("role", "")
        return f"{filled.get('words', '')} · {ROLE_WORDS[Role(role)] if role in set(Role) else role}"
    if isinstance(mark, Term):
        return _mine_term(filled)
    return filled.get("title", "")


def _mine_term(filled: Mapping[str, str]) -> str:
    kind = filled.get("kind", "")
    if kind not in set(TermKind):
        return ""
    try:
        value = term_words(kind, value_from(TermKind(kind), filled))
    except BadValue:
        value = ""
    return f"{filled.get('words', '')} · {KIND_WORDS[TermKind(kind)]} {value}"


VERB_WORDS = {
    "restore": gettext_lazy("恢复"),
    "split": gettext_lazy("拆分"),
    "merge": gettext_lazy("与下一条合并"),
    "match": gettext_lazy("改为对应别的单位"),
    "new-unit": gettext_lazy("对应一个新单位"),
    "new-class": gettext_lazy("对应一个新类别"),
}
