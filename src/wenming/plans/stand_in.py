"""A stand-in for the reader until it is there; to be deleted then."""

import re

from wenming.reading.model import Doubt, Duty, Measure, Plan, Reading, Role, Source, Title
from wenming.reading.terms import find_terms


def read_text(text: str, *, name: str, sha256: str, is_plain: bool = True) -> Reading:
    """Lines that begin with a number are measures; brackets with 责任单位 name units."""
    starts = [m.start() for m in re.finditer(r"^\s*\d+[.、．]", text, re.MULTILINE)]
    measures = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        body = text[start:end].rstrip()
        duties = []
        for m in re.finditer(r"(牵头|责任|落实|配合)单位[:：]([^)）;；。\n]+)", body):
            role = {"牵头": Role.LEAD, "配合": Role.COOPERATING}.get(m[1], Role.RESPONSIBLE)
            for n in re.finditer(r"[^、,，]+", m[2]):
                at = start + m.start(2) + n.start()
                duties.append(Duty(n[0], role, at, at + len(n[0])))
        terms = [type(t)(t.kind, t.start + start, t.end + start, t.value) for t in find_terms(body)]
        head = text.rfind("\n一", 0, start), text.rfind("\n二", 0, start), text.rfind("\n三", 0, start)
        path = (text[max(head) + 1 :].split("\n", 1)[0],) if max(head) >= 0 else ()
        title = re.split(r"[。\n]", body.strip(), maxsplit=1)[0]
        measures.append(Measure(path, title, start, start + len(body), body, tuple(duties), tuple(terms)))
    doubts = [
        Doubt("impossible_date", m.start(), m.end(), {"text": m[0]}) for m in re.finditer(r"0\d{3}年[^，。]*", text)
    ]
    first = text.strip().split("\n", 1)[0]
    return Reading(
        Source(name, sha256, len(text)),
        text,
        is_plain,
        (Plan(Title(first, 0, len(first)), tuple(measures)),),
        (),
        tuple(doubts),
    )
