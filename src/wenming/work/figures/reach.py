"""Who sees which series, and who may enter their values."""

from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.plans.reach import binding
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.series import Place, Series, needed


def series_seen(powers: Powers) -> dict[Place, Series]:
    """The series of plans that the person sees: those of the whole county, and those of units in reach; 8 queries."""
    found = needed(binding(powers, "measure__version__plan__area"))
    seen = powers.scope(Right.WORK_VIEW).within("area", unit_field="pk")
    asked = {unit for _name, unit in found}
    units = {ALL, *Unit.objects.filter(seen, pk__in=asked).values_list("pk", flat=True)}
    return {place: series for place, series in found.items() if series.unit in units}


def may_enter(powers: Powers, series: Series, unit: Unit | None) -> bool:
    """A unit's figures: who records for it. Those of the whole county: the office whose plan asks for them."""
    if unit is not None:
        return powers.reaches(Right.WORK_RECORD, area=unit.area_id, unit=unit.pk)
    areas = {one.measure.version.plan.area_id for one in series.commitments}
    return any(powers.reaches(Right.COMMITMENT_EDIT, area=area) for area in areas)
