"""Standards that take their values from figures, for tests."""

from datetime import date
from decimal import Decimal

from tests.plans.making import NOON
from tests.work.figures.making import LAMPS, enter, make_rate
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.scores.actions.supplying import Source, set_supply
from wenming.scores.models import Round, Supply

WITHIN = date(2026, 2, 10)  # of the rounds that tests make


def supply(
    found: Round, by: User, standard: str = "A-1", *, method: str = "", name: str = LAMPS, **more: object
) -> Supply:  # fmt: skip
    """The standard takes its value from there; of all together, by a target of 95, where nothing else is said."""
    source = Source(name, **{"unit": None, "target": Decimal(95), **more})  # type: ignore[arg-type]
    return set_supply(
        framework=found.edition.framework, standard=standard, method=method, source=source, by=by, at=NOON
    )  # fmt: skip


def lamps(by: User, value: str = "76", on: date = WITHIN, *, unit: Unit | None = None) -> None:
    """So many lamps are lit, and a plan asks for it."""
    make_rate(*([unit] if unit else []))
    enter(by, unit, value, on)
