"""From a document's text to its reading."""

from wenming.reading.cleaning.layout import read_layout
from wenming.reading.cleaning.noise import find_noise, spans_of
from wenming.reading.cleaning.view import View
from wenming.reading.doubts import find_doubts
from wenming.reading.measures import read_measures
from wenming.reading.model import Plan, Reading, Source, Title, UnreadableDocument
from wenming.reading.structure.outline import Outline, read_outline
from wenming.reading.structure.plans import PlanPlace, find_plans

MOST_LINES = 200_000  # a plan has some hundreds; each line costs memory before anything is known of it


def read_text(text: str, *, name: str, sha256: str, is_plain: bool = True) -> Reading:
    """The reading of a document's text; ``name`` and ``sha256`` are those of the file it came from.

    Raises ``UnreadableDocument`` where the text has more lines than any plan.
    """
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        raise UnreadableDocument("too_many_lines", most=f"{MOST_LINES:,}")
    noise = find_noise(text)
    view = read_layout(text, spans_of(noise))
    places = find_plans(view.text)
    outlines = [read_outline(view.text, place.start, place.end) for place in places]
    starts = [0, *(place.end for place in places)]
    plans = tuple(
        _read_plan(view, place, outline, start) for place, outline, start in zip(places, outlines, starts, strict=False)
    )
    doubts = find_doubts(view, outlines, plans)
    return Reading(Source(name, sha256, len(text)), text, is_plain, plans, noise, doubts)


def _read_plan(view: View, place: PlanPlace, outline: Outline, start: int) -> Plan:
    title = None
    if place.title:
        first, last = view.span(*place.title)
        title = Title(view.text[place.title[0] : place.title[1]], first, last)
    if place.is_report:
        return Plan(title, ())
    return Plan(title, tuple(read_measures(view, outline, start, place.end)))
