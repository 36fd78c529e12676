"""From a document's text to its reading."""

from wenming.reading.cleaning.layout import read_layout
from wenming.reading.cleaning.markdown import blanked
from wenming.reading.cleaning.noise import find_noise, spans_of
from wenming.reading.cleaning.view import View
from wenming.reading.doubts import find_doubts
from wenming.reading.files.fence import LONGEST_TEXT
from wenming.reading.measures import read_measures
from wenming.reading.model import Plan, Reading, Source, Title, UnreadableDocument
from wenming.reading.structure.outline import Outline, read_outline
from wenming.reading.structure.plans import PlanPlace, find_plans
from wenming.reading.structure.years import first_year

# A plan has some hundreds of lines and some ten thousand characters. A document of 5 MB in any encoding stays below all
# of these; what is denser or longer takes time and memory that nobody meant to spend.
MOST_LINES = 100_000
MOST_CHARACTERS = LONGEST_TEXT
LONGEST_LINE = 50_000  # characters: several whole plans
MOST_ITEMS = 60_000


def read_text(text: str, *, name: str, sha256: str, is_plain: bool = True) -> Reading:
    """The reading of a document's text; ``name`` and ``sha256`` are those of the file it came from.

    Raises ``UnreadableDocument`` where the text is longer than any plan, or has longer lines or more items.
    """
    _check_size(text)
    noise = find_noise(blanked(text))
    view = read_layout(text, spans_of(noise))
    places = find_plans(view.text)
    outlines = [read_outline(view.text, place.start, place.end) for place in places]
    if sum(len(outline.items) for outline in outlines) > MOST_ITEMS:
        raise UnreadableDocument("too_many_items", most=f"{MOST_ITEMS:,}")
    starts = [0, *(place.end for place in places)]
    plans = tuple(
        _read_plan(view, place, outline, start) for place, outline, start in zip(places, outlines, starts, strict=False)
    )
    doubts = find_doubts(view, outlines, plans)
    return Reading(Source(name, sha256, len(text)), text, is_plain, plans, noise, doubts)


def _check_size(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise UnreadableDocument("too_many_characters", most=f"{MOST_CHARACTERS:,}")
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        raise UnreadableDocument("too_many_lines", most=f"{MOST_LINES:,}")
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            raise UnreadableDocument(
                "line_too_long", line=f"{number:,}", length=f"{len(line):,}", most=f"{LONGEST_LINE:,}"
            )


def _read_plan(view: View, place: PlanPlace, outline: Outline, start: int) -> Plan:
    title = None
    if place.title:
        first, last = view.span(*place.title)
        title = Title(view.text[place.title[0] : place.title[1]], first, last)
    if place.is_report:
        return Plan(title, ())
    since = first_year(view.text, place.title, start, place.end)
    return Plan(title, tuple(read_measures(view, outline, start, place.end, since)))
