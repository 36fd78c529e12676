"""Standards without a measure behind them, measures that serve no standard, and what might fit."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from wenming.accounts.powers import Powers
from wenming.frameworks.models import Backing, Edition, Item
from wenming.frameworks.rows import item_of
from wenming.plans.models import Measure, VersionState
from wenming.plans.reach import versions_seen
from wenming.rules.frameworks.crosswalk import suggest
from wenming.rules.frameworks.model import Framework
from wenming.rules.frameworks.model import Item as PackItem

MOST = 3  # suggestions for one standard
LEAST = 0.06  # of likeness: a measure says much more than a standard, so that even one that fits is not very like it


def measures_seen(powers: Powers) -> QuerySet[Measure]:
    """The measures in force that the person sees."""
    versions = versions_seen(powers).filter(state=VersionState.IN_FORCE)
    return Measure.objects.standing().filter(version__in=versions).select_related("version__plan")


def standards(edition: Edition, powers: Powers) -> QuerySet[Item]:
    """The standards in their order, each with the measures behind it in ``backed``."""
    rows = _serving(powers).order_by("measure__version", "measure__position")
    shown = Prefetch("backings", rows, to_attr="backed")
    return edition.items.filter(is_standard=True).order_by("position").prefetch_related(shown)


def without_measure(items: QuerySet[Item], powers: Powers) -> QuerySet[Item]:
    """Those with no measure in force behind them."""
    return items.filter(~Exists(_serving(powers).filter(item=OuterRef("pk"))))


def serving_nothing(edition: Edition, powers: Powers) -> QuerySet[Measure]:
    """The measures in force that serve no standard of the edition."""
    serving = Backing.objects.filter(item__edition=edition, serves=True, measure=OuterRef("pk"))
    return measures_seen(powers).filter(~Exists(serving)).order_by("version__plan", "position")


def _serving(powers: Powers) -> QuerySet[Backing]:
    seen = Q(measure__in=measures_seen(powers).values("pk"))
    return Backing.objects.filter(seen, serves=True).select_related("measure__version__plan")


@dataclass(frozen=True, slots=True)
class Guess:
    """A measure whose words are like those of a standard; ``shared`` are the words that say so."""

    measure: Measure
    shared: tuple[str, ...]


def guesses(item: Item, powers: Powers) -> list[Guess]:
    """The likeliest measures for a standard of which nobody has said anything; two queries."""
    said = Backing.objects.filter(item=item).values("measure")
    measures = list(measures_seen(powers).exclude(pk__in=said))
    if not measures:
        return []
    found = suggest(_framework([_worded(item)]), _framework(map(_of_measure, measures)), most=MOST, least=LEAST)
    by_key = {str(one.pk): one for one in measures}
    return [Guess(by_key[one.target], one.shared) for one in found]


def _worded(item: Item) -> PackItem:
    pack = item_of(item)
    return PackItem(str(item.pk), title=pack.title, text=pack.text, evidence=pack.evidence)


def _of_measure(measure: Measure) -> PackItem:
    return PackItem(str(measure.pk), title=measure.title, text=measure.text)


def _framework(items: Iterable[PackItem]) -> Framework:
    return Framework(PackItem("", items=tuple(items)))
