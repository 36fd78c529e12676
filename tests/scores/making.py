"""A small framework with every sort of rule that pages show, and rounds by it."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from tests.frameworks.making import make_edition
from tests.plans.making import NOON, make_unit
from wenming.accounts.models import User
from wenming.frameworks.models import Edition, Framework
from wenming.places.models import Unit, UnitKind
from wenming.scores.actions.measuring import Seen, bring_in
from wenming.scores.actions.rounds import Settings, begin, make_round
from wenming.scores.models import Measurement, Round, RoundKind

PACK = """
format: wenming.framework/1
version: 2026年版
title: 青禾县测评体系
negative:
- code: F-1
  title: 较大安全事故
  sanctions:
  - {status: nominee, effect: points, months: 12, points: 3}
  - {status: holder, effect: suspended, months: 12}
items:
- code: A
  title: 公共环境
  items:
  - {code: A-1, title: 背街小巷路灯完好, text: 亮灯率不低于95%。, points: 4}
  - {code: A-2, title: 公厕干净, points: 2, score: {grade: {shares: {A: 1, B: 0.5, C: 0}}}}
  - {code: A-3, title: 市场有序, points: 10, score: {deduct: {each: 0.5}}}
- code: B
  title: 群众评价
  items:
  - {code: B-1, title: 满意度, points: 4, methods: [问卷调查, 实地考察]}
  - {code: B-2, title: 办结率, points: 2, score: {ratio: {target: 98}}, rounding: 1}
"""
FIRST, LAST = date(2026, 2, 1), date(2026, 2, 20)
POSITIONS = {"A": 1, "A-1": 2, "A-2": 3, "A-3": 4, "B": 5, "B-1": 6, "B-2": 7}  # in the walk of the framework


def settings(title: str = "一季度自查", last: date = LAST, **more: object) -> Settings:
    """A round of some twenty days."""
    base = Settings(title, RoundKind.SELF, last - timedelta(19), last)
    return Settings(**{name: more.get(name, getattr(base, name)) for name in Settings.__slots__})  # type: ignore[arg-type]


def make(
    by: User, *, edition: Edition | None = None, title: str = "一季度自查", last: date = LAST, **more: object
) -> Round:
    """A round that is being prepared."""
    edition = edition or scored_edition(by)
    return make_round(edition=edition, settings=settings(title, last, **more), by=by, at=NOON)


def make_open(
    by: User, *seen: Seen, edition: Edition | None = None, title: str = "一季度自查", last: date = LAST, **more: object
) -> Round:
    """A round that has begun, with what was seen."""
    made = make(by, edition=edition, title=title, last=last, **more)
    begin(begun=made, by=by, at=NOON)
    if seen:
        bring_in(measured=made, seen=seen, by=by, at=NOON)
    made.refresh_from_db()
    return made


def scored_edition(by: User, *, of: Framework | None = None) -> Edition:
    """The framework, in force; the one that is there already."""
    found = Edition.objects.filter(state="in_force", framework__title="青禾县测评体系").first()
    return found or make_edition(by, of=of, is_draft=False, text=PACK)


def saw(standard: str, value: str = "1", **more: object) -> Seen:
    """One value."""
    return Seen(standard, Decimal(value), **more)  # type: ignore[arg-type]


def towns(*names: str) -> Sequence[Unit]:
    """Territories."""
    return [make_unit(name, UnitKind.TOWN) for name in names]


def value_of(found: Round, standard: str) -> Measurement:
    """The only value of a standard."""
    return found.measurements.get(standard=standard)
