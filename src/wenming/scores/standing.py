"""Where a round stands: its score with the working, worked out anew from what was seen each time it is asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from wenming.rules.frameworks.located import from_json
from wenming.rules.frameworks.model import Framework
from wenming.rules.frameworks.model import Item as PackItem
from wenming.rules.frameworks.pack import framework_of
from wenming.rules.scoring.combining import Total, by_method
from wenming.rules.scoring.model import Node, Observation, Result
from wenming.rules.scoring.negative import Event, Outcome, Status, consequences, reached
from wenming.rules.scoring.scoring import score
from wenming.rules.scoring.scoring_rules import AllMethods, MeanOfSites, Survey
from wenming.scores.models import Department, Measurement, NegativeEvent, Round

_OF_SHARES = (MeanOfSites, Survey, AllMethods)


@dataclass(frozen=True)
class Standing:
    """A round that has begun, with all that was seen in it."""

    round: Round
    framework: Framework
    observations: tuple[Observation, ...]
    outcome: Outcome

    @cached_property
    def tree(self) -> Node:
        """What is scored."""
        return self.framework.tree

    @cached_property
    def shares(self) -> tuple[Observation, ...]:
        """What was seen as a share, 0 to 1: only that can be put together for a unit; figures and counts cannot."""
        counted = {leaf.code for leaf in self.tree.leaves() if isinstance(leaf.rule, _OF_SHARES)}
        return tuple(one for one in self.observations if one.standard in counted)

    @cached_property
    def result(self) -> Result:
        """The whole with its working."""
        return score(self.tree, self.observations, not_applicable=self.round.left_out)

    @cached_property
    def total(self) -> Total | None:
        """The methods together, where the framework says what each brings (材料 40, 实地 40, 问卷 20)."""
        totals = dict(self.framework.totals)
        if not totals:
            return None
        return by_method(self.tree, self.observations, totals, not_applicable=self.round.left_out)

    @property
    def points(self) -> Fraction | None:
        """What can be had."""
        return self.total.points if self.total else self.result.points

    @property
    def known(self) -> Fraction:
        """The points of what is known so far."""
        return self.total.known if self.total else self.result.known

    @property
    def before_events(self) -> Fraction | None:
        """What the known part brought, before the negative list takes anything off."""
        return self.total.score if self.total else self.result.score

    @property
    def score(self) -> Fraction | None:
        """What stands in the end."""
        return None if self.before_events is None else reached(self.before_events, [self.outcome])

    @property
    def share(self) -> Fraction | None:
        """The score by what is known."""
        return self.score / self.known if self.score is not None and self.known else None

    def placed(self) -> Iterator[tuple[int, Result, int]]:
        """Every result with its position in the framework and its depth, each before those below it."""
        waiting = [(self.result, 0)]
        position = 0
        while waiting:
            one, depth = waiting.pop()
            yield position, one, depth
            waiting.extend((below, depth + 1) for below in reversed(one.items))
            position += 1

    def items(self) -> list[PackItem]:
        """What the framework says of each, by position."""
        return list(self.framework.root.walk())


def standing_of(found: Round) -> Standing:
    """Where it stands; four queries, however much was seen."""
    framework = framework_in(found)
    return Standing(found, framework, tuple(observations_of(found)), outcome_of(found, framework))


def framework_in(found: Round) -> Framework:
    """The framework as it was when the round began."""
    return framework_of(from_json(found.frame))


def observations_of(found: Round, code: str = "") -> Iterator[Observation]:
    """What was seen and not taken back, of one standard or of all, as the rules take it."""
    departments: dict[int, list[str]] = {}
    counted = Measurement.objects.filter(round=found, withdrawn_at=None)
    if code:
        counted = counted.filter(standard=code)
    answering = Department.objects.filter(measurement__in=counted).values_list("measurement", "unit__name")
    for key, name in answering.order_by("pk"):
        departments.setdefault(key, []).append(name)
    fields = ("pk", "standard", "value", "grade", "site", "territory__name", "method")
    for key, standard, value, grade, site, territory, method in counted.order_by("pk").values_list(*fields):
        yield Observation(
            standard, Fraction(value), grade, site, territory or "", tuple(departments.get(key, ())), method
        )


def outcome_of(found: Round, framework: Framework) -> Outcome:
    """What the negative list costs the city in this round; its test ends with the window's last day."""
    after = found.last + timedelta(days=1) if found.last < date.max else found.last
    days = {"test": after} | ({"application": found.applies_on} if found.applies_on else {})
    rows = NegativeEvent.objects.filter(framework=found.edition.framework_id, withdrawn_at=None)
    return consequences(framework.negative, _events(rows), status=Status(found.status), days=days)


def _events(rows: Iterable[NegativeEvent]) -> list[Event]:
    return [Event(one.entry, one.on) for one in rows]
