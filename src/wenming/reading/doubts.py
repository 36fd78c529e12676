"""What a clerk should look at: where the text could not be read with certainty, each with its place."""

import re
from collections.abc import Iterator, Sequence

from wenming.reading.cleaning.view import Span, View
from wenming.reading.duties.labels import LABEL, duty_words
from wenming.reading.duties.names import LONGEST, ends_like_unit
from wenming.reading.duties.statements import find_labels, read_labelled
from wenming.reading.model import Doubt, Plan
from wenming.reading.numerals import parse_number
from wenming.reading.structure.markers import Family
from wenming.reading.structure.outline import Item, Outline
from wenming.reading.terms import find_impossible_dates

_ANNEX = re.compile(r"附\s?件\s?[:：]?\s?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})(?![0-9０-９年月])")
_ANNEX_AT_START = re.compile(
    r"(?m)^\s*附\s?件(?:[:：]\s*)?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})|^附件[:：]?\s*$|^\s*([0-9]{1,2})[.．、].*[表单案法则]$"
)
# 第十二项任务: an item of this plan; 《…》第十二项 is one of another document.
_REFERENCE = re.compile(r"第(?<!》第)([一二三四五六七八九十]{1,3}|[0-9]{1,3})项(?:任务|措施|工作|内容|要求)")
_TWO_UNITS = re.compile(
    r"(?<=[局厅委办部院会队府])(?=(?:[省市县区州旗]|各)[一-鿿]{2,12}(?:局|厅|委|办|部|办公室|委员会|政府|中心)$)"
)
_DIGITS = str.maketrans("０１２３４５６７８９一二三四五六七八九", "0123456789123456789")
_COUNTED = (
    Family.CHAPTER,
    Family.CHINESE,
    Family.CHINESE_BRACKET,
    Family.DIGIT,
    Family.DIGIT_BRACKET,
    Family.CIRCLED,
    Family.ACTIVITY,
    Family.STAGE,
)
_TITLE = 18  # characters of a heading that a doubt quotes


def find_doubts(view: View, outlines: Sequence[Outline], plans: Sequence[Plan]) -> tuple[Doubt, ...]:
    """All doubts about a document, by place, each place and kind once."""
    found = [
        *_dates(view),
        *_annexes(view),
        *_units(plans),
        *_references(view, outlines),
        *(doubt for outline in outlines for doubt in [*_numbers(view, outline), *_statements(view, outline)]),
    ]
    once = {(doubt.start, doubt.end, doubt.code): doubt for doubt in found}
    return tuple(sorted(once.values(), key=lambda doubt: (doubt.start, doubt.end, doubt.code)))


def _doubt(view: View, code: str, span: Span, **about: str) -> Doubt:
    start, end = view.span(*span)
    return Doubt(code, start, end, about)


def _dates(view: View) -> Iterator[Doubt]:
    for start, end in find_impossible_dates(view.text):
        yield _doubt(view, "date_impossible", (start, end), date=view.text[start:end])


def _annexes(view: View) -> Iterator[Doubt]:
    """References to an annex of which the document has no heading."""
    text = view.text
    named = {(found[1] or found[2] or "").translate(_DIGITS) for found in _ANNEX_AT_START.finditer(text)}
    for found in _ANNEX.finditer(text):
        at_start = found.start() == 0 or text[found.start() - 1] == "\n"
        if not at_start and found[1].translate(_DIGITS) not in named:
            yield _doubt(view, "annex_missing", found.span(), annex=found[0])


def _references(view: View, outlines: Sequence[Outline]) -> Iterator[Doubt]:
    """References to an item with a number higher than any item bears."""
    highest = max((item.marker.ordinal for outline in outlines for item in outline.items if item.marker), default=0)
    for found in _REFERENCE.finditer(view.text):
        number = parse_number(found[1])
        if number is not None and number > highest > 0:
            yield _doubt(view, "reference_missing", found.span(), reference=found[0])


def _units(plans: Sequence[Plan]) -> Iterator[Doubt]:
    """Names that look like two, and stretches that look like no name."""
    for duty in (duty for plan in plans for measure in plan.measures for duty in measure.duties):
        if _TWO_UNITS.search(duty.unit):
            yield Doubt("unit_may_be_two", duty.start, duty.end, {"unit": duty.unit})
        elif len(duty.unit) > LONGEST or (len(duty.unit) > 12 and not ends_like_unit(duty.unit)):
            yield Doubt("unit_unclear", duty.start, duty.end, {"unit": duty.unit[:LONGEST]})


def _numbers(view: View, outline: Outline) -> Iterator[Doubt]:
    """Numbers among items of one heading and family that repeat or leave a gap."""
    for stray in outline.strays:
        yield _doubt(view, "number_stray", stray, number=view.text[stray[0] : stray[1]].strip())
    last: dict[tuple[int, Family], int] = {}
    for item in outline.items:
        marker = item.marker
        if marker is None or marker.family not in _COUNTED:
            continue
        key = item.parent, marker.family
        before = last.get(key)
        last[key] = marker.ordinal
        if before is None or marker.ordinal in (before + 1, 1):
            continue
        code = "number_repeats" if marker.ordinal <= before else "number_jumps"
        yield _doubt(view, code, (marker.start, max(marker.end, marker.start + 1)), number=_number(view.text, item))


def _number(text: str, item: Item) -> str:
    return text[item.start : item.start + _TITLE].split("\n")[0]


def _statements(view: View, outline: Outline) -> Iterator[Doubt]:
    """Lines of responsibility that name nobody, or that stand before any item."""
    for number, item in enumerate(outline.items):
        for start, end in item.statement_lines:
            line = view.text[start:end]
            label = LABEL.match(view.text, start, end)
            asks_for_units = any(duty_words(found) for found in find_labels(view.text, start, end))
            if asks_for_units and not read_labelled(view.text, start, end):
                yield _doubt(view, "statement_names_nobody", (start, end), statement=line[:_TITLE])
            elif label and number == 0 and not item.paragraphs:
                yield _doubt(view, "statement_without_measure", (start, end), statement=line[:_TITLE])
