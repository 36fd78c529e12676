"""A version as it stands after review, as the reading that lint judges."""

from wenming.plans.models import Duty, PlanVersion, Term
from wenming.reading import model
from wenming.reading.model import Reading, Role, Source, TermKind
from wenming.reading.reading_json import value_of


def reading_of(version: PlanVersion) -> Reading:
    """All marks that stand, in the order of the text; three queries."""
    duties: dict[int, list[model.Duty]] = {}
    for duty in Duty.objects.live().filter(measure__version=version).order_by("start", "pk"):
        shown = model.Duty(duty.name, Role(duty.role), duty.start, duty.end)
        duties.setdefault(duty.measure_id, []).append(shown)
    terms: dict[int, list[model.Term]] = {}
    for term in Term.objects.live().filter(measure__version=version).order_by("start", "pk"):
        kind = TermKind(term.kind)
        terms.setdefault(term.measure_id, []).append(model.Term(kind, term.start, term.end, value_of(kind, term.value)))
    measures = tuple(
        model.Measure(
            path=tuple(measure.path),
            title=measure.title,
            start=measure.start,
            end=measure.end,
            text=measure.text,
            duties=tuple(duties.get(measure.pk, ())),
            terms=tuple(terms.get(measure.pk, ())),
        )
        for measure in version.measures.standing().order_by("position", "pk")
    )
    title = version.plan.title
    source = Source(version.file_name, version.sha256, len(version.text))
    noise = tuple(model.Noise(start, end, why) for start, end, why in version.noise)
    plan = model.Plan(model.Title(title, 0, 0), measures)
    return Reading(source, version.text, is_plain=False, plans=(plan,), noise=noise, doubts=())
