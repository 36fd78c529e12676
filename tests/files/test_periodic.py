"""What the clock does here."""

from wenming.files.keeping import sweep
from wenming.files.periodic import PERIODIC
from wenming.rules.periods import Every


def test_orphans_are_looked_for_every_day() -> None:
    assert [(work.do, work.every) for work in PERIODIC] == [(sweep, Every.DAY)]
